package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The fields of a Map state that say what to iterate over, and how many at once. */
final class MapFields {

    private MapFields() {}

    static Step.Items items(State.MapState state) {
        boolean distributed = state.itemProcessor().distributed();
        return state.fields().queryLanguage() == QueryLanguage.JSONATA
                ? jsonataItems(state, distributed)
                : jsonPathItems(state, distributed);
    }

    private static Step.Items jsonataItems(State.MapState state, boolean distributed) {
        JsonNode items = state.items();
        if (items == null) {
            return (scope, effectiveInput) -> {
                if (!isIterable(effectiveInput, distributed)) {
                    throw EvaluationException.query(
                            "Map state input must be an array but was: " + effectiveInput, null);
                }
                return effectiveInput;
            };
        }
        Expression expression = JsonataTemplate.compile(items, "Items");
        return (scope, effectiveInput) -> {
            JsonNode value = expression.evaluate(scope);
            if (!isIterable(value, distributed)) {
                throw EvaluationException.query(
                        NumberFields.unexpectedType(
                                "Items", items.isTextual() ? items.textValue() : "{%" + items + "%}", "array", value),
                        "Items");
            }
            return value;
        };
    }

    private static Step.Items jsonPathItems(State.MapState state, boolean distributed) {
        String text = state.itemsPath() == null ? "$" : state.itemsPath();
        JsonPath path = JsonPath.compile(text);
        return (scope, effectiveInput) -> {
            JsonNode value = path.evaluate(scope.withInput(effectiveInput));
            if (!isIterable(value, distributed)) {
                throw EvaluationException.runtime("Reference path \"" + text + "\" must point to array.");
            }
            return value;
        };
    }

    private static boolean isIterable(JsonNode value, boolean distributed) {
        return value.isArray() || (distributed && value.isObject());
    }

    static IntegerField maxConcurrency(State.MapState state) {
        String path = state.maxConcurrencyPath();
        if (path != null) {
            JsonPath compiled = JsonPath.compile(path);
            return scope -> {
                long value = NumberFields.integerAt("MaxConcurrencyPath", path, compiled.evaluate(scope));
                if (value < 0) {
                    throw EvaluationException.runtime("The MaxConcurrencyPath field refers to value \"" + value
                            + "\" which is a negative integer: " + path);
                }
                return value;
            };
        }
        JsonNode literal = state.maxConcurrency();
        if (literal == null) {
            return scope -> 0;
        }
        IntegerField number =
                NumberFields.number("MaxConcurrency", state.fields().queryLanguage(), literal);
        return scope -> {
            long value = number.evaluate(scope);
            if (value < 0) {
                throw EvaluationException.query(
                        "The MaxConcurrency field refers to value \"" + value + "\" which is a negative integer",
                        "MaxConcurrency");
            }
            return value;
        };
    }

    /** {@code ToleratedFailureCount} or its {@code Path} form; null where there is neither. */
    static @Nullable IntegerField toleratedFailureCount(State.MapState state) {
        String path = state.toleratedFailureCountPath();
        JsonNode literal = state.toleratedFailureCount();
        IntegerField number;
        if (path != null) {
            JsonPath compiled = JsonPath.compile(path);
            number = scope -> NumberFields.integerAt("ToleratedFailureCountPath", path, compiled.evaluate(scope));
        } else if (literal != null) {
            number = NumberFields.number("ToleratedFailureCount", state.fields().queryLanguage(), literal);
        } else {
            return null;
        }
        return scope -> {
            long count = number.evaluate(scope);
            if (count < 0) {
                throw EvaluationException.runtime("ToleratedFailureCount cannot be negative.");
            }
            return count;
        };
    }

    /** {@code ToleratedFailurePercentage} or its {@code Path} form; null where there is neither. */
    static @Nullable NumberField toleratedFailurePercentage(State.MapState state) {
        String path = state.toleratedFailurePercentagePath();
        JsonNode literal = state.toleratedFailurePercentage();
        NumberField number;
        if (path != null) {
            JsonPath compiled = JsonPath.compile(path);
            number = scope -> floatAt(path, compiled.evaluate(scope));
        } else if (literal != null && state.fields().queryLanguage() == QueryLanguage.JSONATA && literal.isTextual()) {
            String field = "ToleratedFailurePercentage";
            Expression expression = JsonataTemplate.compile(literal, field);
            number = scope -> {
                JsonNode value = expression.evaluate(scope);
                if (!value.isNumber()) {
                    throw EvaluationException.query(
                            NumberFields.unexpectedType(field, literal.textValue(), "number", value), field);
                }
                return value.doubleValue();
            };
        } else if (literal != null) {
            double value = literal.doubleValue();
            number = scope -> value;
        } else {
            return null;
        }
        return scope -> {
            double percentage = number.evaluate(scope);
            if (percentage < 0 || percentage > 100) {
                throw EvaluationException.runtime("ToleratedFailurePercentage must be between 0 and 100.");
            }
            return percentage;
        };
    }

    /** A number that a path refers to, or the text of one (recorded). */
    private static double floatAt(String path, JsonNode value) {
        BigDecimal parsed = value.isTextual() ? NumberFields.parse(value.textValue()) : null;
        if (!value.isNumber() && parsed == null) {
            throw NumberFields.notNumeric("ToleratedFailurePercentagePath", path, value, "float");
        }
        return parsed == null ? value.doubleValue() : parsed.doubleValue();
    }
}
