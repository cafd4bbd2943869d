package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.expression.Expression;
import org.jspecify.annotations.Nullable;

/** {@code Arguments}, {@code Assign} and {@code Output}. */
public record JsonataFlow(
        @Nullable Expression arguments, @Nullable Expression output, Assignments assign) implements Flow {

    @Override
    public QueryLanguage language() {
        return QueryLanguage.JSONATA;
    }

    @Override
    public JsonNode effectiveInput(StateScope scope) {
        return scope.input();
    }

    @Override
    public JsonNode arguments(StateScope scope, JsonNode effectiveInput) {
        JsonNode value = arguments == null ? effectiveInput : arguments.evaluate(scope);
        scope.saw(Stage.AFTER_ARGUMENTS, value);
        return value;
    }

    @Override
    public Completion completeWithResult(StateScope scope, JsonNode result) {
        scope.saw(Stage.RESULT, result);
        StateScope withResult = scope.withResult(result);
        return new Completion(output == null ? result : output.evaluate(withResult), assign.evaluate(withResult));
    }

    @Override
    public Completion complete(StateScope scope, JsonNode effectiveInput) {
        return new Completion(output == null ? effectiveInput : output.evaluate(scope), assign.evaluate(scope));
    }
}
