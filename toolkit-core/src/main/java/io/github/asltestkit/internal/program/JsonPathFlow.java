package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import org.jspecify.annotations.Nullable;

/**
 * {@code InputPath}, {@code Parameters}, {@code ResultSelector}, {@code Assign}, {@code ResultPath} and
 * {@code OutputPath}.
 *
 * @param inputPath null where the field is absent; yields {@code {}} where it is JSON null
 * @param resultPath where the result goes in the raw input; null to replace it
 * @param discardResult {@code "ResultPath": null}
 */
public record JsonPathFlow(
        @Nullable Expression inputPath,
        @Nullable Expression parameters,
        @Nullable Expression resultSelector,
        @Nullable ReferencePath resultPath,
        boolean discardResult,
        @Nullable Expression outputPath,
        Assignments assign)
        implements Flow {

    @Override
    public QueryLanguage language() {
        return QueryLanguage.JSONPATH;
    }

    @Override
    public JsonNode effectiveInput(StateScope scope) {
        JsonNode value = inputPath == null ? scope.input() : inputPath.evaluate(scope);
        scope.saw(Stage.AFTER_INPUT_PATH, value);
        return value;
    }

    @Override
    public JsonNode arguments(StateScope scope, JsonNode effectiveInput) {
        JsonNode value = parameters == null ? effectiveInput : parameters.evaluate(scope.withInput(effectiveInput));
        scope.saw(Stage.AFTER_PARAMETERS, value);
        return value;
    }

    @Override
    public Completion completeWithResult(StateScope scope, JsonNode result) {
        scope.saw(Stage.RESULT, result);
        JsonNode selected = resultSelector == null ? result : resultSelector.evaluate(scope.withInput(result));
        scope.saw(Stage.AFTER_RESULT_SELECTOR, selected);
        JsonNode combined = combine(scope.input(), selected, resultPath, discardResult);
        scope.saw(Stage.AFTER_RESULT_PATH, combined);
        return new Completion(selectOutput(scope, combined), assign.evaluate(scope.withInput(selected)));
    }

    @Override
    public Completion complete(StateScope scope, JsonNode effectiveInput) {
        return new Completion(selectOutput(scope, effectiveInput), assign.evaluate(scope.withInput(effectiveInput)));
    }

    private JsonNode selectOutput(StateScope scope, JsonNode value) {
        return outputPath == null ? value : outputPath.evaluate(scope.withInput(value));
    }

    /** Puts a result into a raw input as {@code ResultPath} says. */
    static JsonNode combine(
            JsonNode rawInput, JsonNode result, @Nullable ReferencePath resultPath, boolean discardResult) {
        if (discardResult) {
            return rawInput;
        }
        return resultPath == null ? result : resultPath.put(rawInput, result);
    }
}
