package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one definition, without running it.
 *
 * @param source the file or resource as the user named it
 * @param logicalId the state machine within a template; null where the file is the definition itself
 * @param diagnostics all problems, errors and warnings, sorted by place
 * @param text the problems as a person reads them, each with its line and a caret under the place; empty where there are none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html">
 *     ValidateStateMachineDefinition</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record ValidationResult(String source, @Nullable String logicalId, List<Diagnostic> diagnostics, String text) {
    /** Keeps a copy of the problems. */
    public ValidationResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether AWS would take the definition; warnings do not matter. */
    public boolean isValid() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /**
     * The answer of ValidateStateMachineDefinition: {@code result} (OK or FAIL), {@code diagnostics} and {@code truncated}.
     * Places in the file are not part of it; warnings of the toolkit's own are. The tree is the caller's own.
     */
    public JsonNode answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("result", isValid() ? "OK" : "FAIL");
        ArrayNode array = answer.putArray("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            ObjectNode node = array.addObject()
                    .put("severity", diagnostic.severity().name())
                    .put("code", diagnostic.code())
                    .put("message", diagnostic.message());
            if (diagnostic.awsLocation() != null) {
                node.put("location", diagnostic.awsLocation());
            }
        }
        return answer.put("truncated", false);
    }
}
