package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import org.jspecify.annotations.Nullable;

/** A compiled Catcher. */
public record CatchPolicy(
        QueryLanguage language,
        ErrorMatcher errors,
        String next,
        @Nullable ReferencePath resultPath,
        boolean discardResult,
        @Nullable Expression output,
        Assignments assign) {

    /** What the state hands on when this Catcher catches. */
    public Flow.Completion complete(StateScope scope, JsonNode errorOutput) {
        if (language == QueryLanguage.JSONATA) {
            StateScope withError = scope.withErrorOutput(errorOutput);
            return new Flow.Completion(
                    output == null ? errorOutput : output.evaluate(withError), assign.evaluate(withError));
        }
        JsonNode combined = JsonPathFlow.combine(scope.input(), errorOutput, resultPath, discardResult);
        scope.saw(Stage.AFTER_RESULT_PATH, combined);
        return new Flow.Completion(combined, assign.evaluate(scope.withInput(errorOutput)));
    }
}
