package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters of an optimized integration by their names, as far as the definition itself says them. AWS's words for what
 * it refuses of this are not recorded, and it learns new parameters: hence warnings.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html">Passing parameters to a
 *     service API in Step Functions</a>
 */
final class ServiceParameterRule extends StateRule {
    private static final String UNKNOWN = "UNKNOWN_PARAMETER";
    private static final String MISSING = "MISSING_PARAMETER";

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        UNKNOWN,
                        "An optimized integration is given a parameter that its action does not have",
                        "AWS refuses the definition or the call",
                        "connect-parameters.html"),
                RuleInfo.warning(
                        MISSING,
                        "An optimized integration is not given a parameter that its action asks for",
                        "AWS refuses the definition or the call",
                        "connect-parameters.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!(state instanceof State.Task task) || Findings.isOpen(task.resource())) {
            return;
        }
        TaskResource resource = TaskResource.parse(task.resource());
        JsonNode shape = Services.requestShape(resource);
        String field = Expressions.isJsonPath(task) ? "Parameters" : "Arguments";
        JsonNode given = Expressions.isJsonPath(task)
                ? task.fields().parameters()
                : task.fields().arguments();
        if (shape != null && given != null && given.isObject()) {
            check(shape, given, resource, state.pointer() + "/" + field, findings);
        }
    }

    private static void check(
            JsonNode shape, JsonNode given, TaskResource resource, String pointer, Findings findings) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        shape.fieldNames().forEachRemaining(name -> {
            names.add(name.replace("!", ""));
            if (name.endsWith("!")) {
                missing.add(name.replace("!", ""));
            }
        });
        boolean open = false;
        for (String key : fieldNames(given)) {
            open |= Findings.isOpen(key);
            String name = Expressions.fieldName(key);
            missing.remove(name);
            if (!Findings.isOpen(key) && !names.contains(name)) {
                findings.warning(
                        UNKNOWN,
                        "'" + name + "' is no parameter of " + resource.service() + ":" + resource.api(),
                        pointer + "/" + Pointers.segment(key),
                        DidYouMean.hint(name, names));
            }
        }
        if (!open && !missing.isEmpty()) {
            findings.warning(
                    MISSING,
                    resource.service() + ":" + resource.api() + " asks for '" + String.join("', '", missing) + "'",
                    pointer,
                    null);
        }
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
