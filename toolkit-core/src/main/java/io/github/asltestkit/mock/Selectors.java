package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.mock.CallCondition.Kind;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ways to say whose calls are meant. */
final class Selectors {
    /** What a condition on the state is called. */
    static final String STATE = "state";

    private Selectors() {}

    static CallCondition state(String state) {
        return new CallCondition(
                Kind.SELECTS, STATE, state, sent -> sent.call().statePath(), sent -> isState(sent.call(), state));
    }

    private static boolean isState(TaskCall call, String state) {
        return StateNames.matches(state, call.stateName(), call.statePath());
    }

    static CallCondition resource(String arn) {
        return new CallCondition(
                Kind.SELECTS,
                "resource",
                arn,
                sent -> sent.call().resource().arn(),
                sent -> sent.call().resource().arn().equals(arn));
    }

    static CallCondition lambda(String function) {
        return new CallCondition(
                Kind.SELECTS_FUNCTION,
                "Lambda function",
                function,
                sent -> Objects.requireNonNullElse(functionName(sent.call()), "no Lambda function"),
                sent -> function.equals(functionName(sent.call())) || function.equals(invoked(sent.call())));
    }

    static CallCondition service(String service, String action) {
        return new CallCondition(
                Kind.SELECTS,
                "service action",
                service + ":" + action,
                sent -> sent.call().resource().service() + ":"
                        + sent.call().resource().api(),
                sent -> sent.call().resource().service().equals(service)
                        && sent.call().resource().api().equals(action));
    }

    static CallCondition calls(String description, Predicate<? super TaskCall> predicate) {
        return new CallCondition(
                Kind.SELECTS, "call", description, sent -> "does not match", sent -> predicate.test(sent.call()));
    }

    private static @Nullable String invoked(TaskCall call) {
        TaskResource resource = call.resource();
        if (resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION) {
            return resource.arn();
        }
        boolean invoke =
                resource.service().equals("lambda") || resource.service().equals("aws-sdk:lambda");
        return invoke && call.parameters().path("FunctionName").isTextual()
                ? call.parameters().path("FunctionName").textValue()
                : null;
    }

    /** The name of the function that a call invokes, out of a name, a partial or a full ARN. */
    static @Nullable String functionName(TaskCall call) {
        String invoked = invoked(call);
        if (invoked == null) {
            return null;
        }
        int at = invoked.indexOf(":function:");
        String rest = at >= 0 ? invoked.substring(at + ":function:".length()) : invoked;
        int colon = rest.indexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }
}
