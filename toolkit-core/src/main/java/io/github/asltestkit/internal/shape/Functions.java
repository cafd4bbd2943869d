package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskResource;
import org.jspecify.annotations.Nullable;

/** The names of the Lambda functions that a definition calls. */
final class Functions {
    private static final String MARK = ":function:";

    private Functions() {}

    /** The name of the function that a Task calls; null if it calls none, or computes its name. */
    static @Nullable String name(TaskResource resource, @Nullable JsonNode parameters) {
        if (resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION) {
            return resource.functionName();
        }
        boolean invokes =
                resource.service().equals("lambda") || resource.service().equals("aws-sdk:lambda");
        String given =
                invokes && parameters != null ? parameters.path("FunctionName").textValue() : null;
        if (given == null || given.startsWith("{%")) {
            return null;
        }
        int at = given.indexOf(MARK);
        String rest = at < 0 ? given : given.substring(at + MARK.length());
        int colon = rest.indexOf(':');
        return colon < 0 || Shapes.isPlaceholder(rest) ? rest : rest.substring(0, colon);
    }
}
