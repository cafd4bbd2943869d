package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.shape.Origin;
import io.github.asltestkit.internal.shape.SchemaShapes;
import io.github.asltestkit.internal.shape.ShapeMismatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds mocked results against what was declared of them: of a Lambda function's payload, or of a state's result. */
final class DeclaredResults {
    private final Map<String, JsonNode> schemas;

    DeclaredResults(Map<String, JsonNode> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    /** @throws MockException where a result is not as it was declared */
    void check(TaskCall call, MockedResponse mock, TaskReaction reaction) {
        if (schemas.isEmpty()) {
            return;
        }
        boolean callback = call.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        String function = callback ? null : Selectors.functionName(call);
        String name = schemas.containsKey(call.stateName()) ? call.stateName() : function;
        JsonNode schema = name == null ? null : schemas.get(name);
        JsonNode result = schema == null ? null : result(reaction);
        if (schema == null || result == null) {
            return;
        }
        boolean invoked = !callback && call.resource().service().equals("lambda");
        JsonNode declared = invoked ? result.path("Payload") : result;
        ShapeMismatch mismatch = declared.isMissingNode()
                ? null
                : ShapeMismatch.first(SchemaShapes.of(schema, Origin.unknown()), declared);
        if (mismatch != null) {
            throw new MockException(CallMessage.verdict("The mocked response to the call made by " + call.statePath()
                            + " (attempt " + call.attempt() + ") is not the result that was declared for " + name + ".")
                    .fact(
                            "problem",
                            (mismatch.pointer().isEmpty() ? "the result" : mismatch.pointer()) + " "
                                    + mismatch.problem())
                    .fact("result", declared.toString())
                    .fact("at", call.place())
                    .mocked(mock)
                    .advice("Correct the mocked response, or what HarnessOptions.withResult declares.")
                    .text());
        }
    }

    private static @Nullable JsonNode result(TaskReaction reaction) {
        for (Step step : reaction.steps()) {
            if (step instanceof Step.Succeeded done) {
                return done.output();
            }
        }
        return null;
    }
}
