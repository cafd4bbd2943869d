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
 * The parameters of an optimized integration by their names, as far as the definition itself says them. A field that Lambda
 * or SQS does not have is refused where its value is written out, an HTTP Task without all that it needs, and an AWS SDK
 * integration without any (measured; its words are not known). Of the other services that was not tried, and they learn new parameters: hence warnings.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html">Passing parameters to a
 *     service API in Step Functions</a>
 */
final class ServiceParameterRule extends StateRule {
    static final String UNKNOWN = "UNKNOWN_PARAMETER";
    static final String MISSING = "MISSING_PARAMETER";
    private static final String REQUIRED = "!";

    /** The services of which it was tried that a field too many is refused with the definition. */
    private static final Set<String> MEASURED = Set.of("lambda", "sqs");

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.error(
                        "A call of Lambda or SQS is given no field that its action does not have, an HTTP Task all that it"
                                + " needs, and an AWS SDK integration has parameters, if only {}",
                        "connect-parameters.html"),
                RuleInfo.warning(
                        UNKNOWN,
                        "An optimized integration is given a parameter that its action does not have",
                        "AWS refuses the definition or the call",
                        "connect-parameters.html"),
                RuleInfo.warning(
                        MISSING,
                        "An optimized integration is not given a parameter that its action requires",
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
        String pointer = state.pointer() + "/" + field;
        if (given == null && Services.isSdk(resource)) {
            findings.error("The field '" + field + "' is required but was missing", state.pointer());
        } else if (given == null && shape != null) {
            checkInput(required(shape), state, resource, field, findings);
        }
        if (shape != null && given != null && given.isObject()) {
            check(shape, given, resource, pointer, findings);
            checkPayload(resource, given.path("Payload"), pointer, findings);
        }
    }

    /** A task without parameters gives its input to the service. */
    private static void checkInput(
            Set<String> required, State state, TaskResource resource, String field, Findings findings) {
        if (!required.isEmpty()) {
            findings.warning(
                    MISSING,
                    asksFor(resource, required) + ", and '" + state.name() + "' has no " + field,
                    state.pointer(),
                    null);
        }
    }

    /** The event of a function is an object, an array, a text or null; the words of the refusal were not noted. */
    private static void checkPayload(TaskResource resource, JsonNode payload, String pointer, Findings findings) {
        if (resource.service().equals("lambda") && (payload.isNumber() || payload.isBoolean())) {
            findings.error("The value of the field 'Payload' has an invalid format", pointer + "/Payload");
        }
    }

    private static void check(
            JsonNode shape, JsonNode given, TaskResource resource, String pointer, Findings findings) {
        Set<String> names = new LinkedHashSet<>();
        shape.fieldNames().forEachRemaining(name -> names.add(name.replace(REQUIRED, "")));
        Set<String> missing = required(shape);
        boolean open = false;
        for (String key : fieldNames(given)) {
            open |= Findings.isOpen(key);
            String name = Expressions.fieldName(key);
            missing.remove(name);
            if (!Findings.isOpen(key)
                    && !names.contains(name)
                    && key.equals(name)
                    && MEASURED.contains(resource.service())) {
                findings.error(
                        "The field \"" + name + "\" is not supported by Step Functions",
                        pointer + "/" + Pointers.segment(key),
                        pointer,
                        DidYouMean.hint(name, names));
            } else if (!Findings.isOpen(key) && !names.contains(name)) {
                findings.warning(
                        UNKNOWN,
                        "'" + name + "' is not a parameter of " + resource.service() + ":" + resource.api(),
                        pointer + "/" + Pointers.segment(key),
                        DidYouMean.hint(name, names));
            }
        }
        if (!open && !missing.isEmpty() && resource.service().equals("http")) {
            missing.forEach(name -> findings.error("The field '" + name + "' is required but was missing", pointer));
        } else if (!open && !missing.isEmpty()) {
            findings.warning(MISSING, asksFor(resource, missing), pointer, null);
        }
    }

    private static String asksFor(TaskResource resource, Set<String> missing) {
        return resource.service() + ":" + resource.api() + " asks for '" + String.join("', '", missing) + "'";
    }

    private static Set<String> required(JsonNode shape) {
        Set<String> required = new LinkedHashSet<>();
        shape.fieldNames().forEachRemaining(name -> {
            if (name.endsWith(REQUIRED)) {
                required.add(name.replace(REQUIRED, ""));
            }
        });
        return required;
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
