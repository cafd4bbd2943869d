package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.spec.Quotas;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Fields that hold a whole number: a literal, a path or a JSONata expression. */
final class NumberFields {
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);

    private NumberFields() {}

    /** {@code TimeoutSeconds} or {@code HeartbeatSeconds}, or its {@code Path} form; null where there is neither. */
    static @Nullable IntegerField seconds(
            String field, QueryLanguage language, @Nullable JsonNode literal, @Nullable String path) {
        if (path != null) {
            JsonPath compiled = JsonPath.compile(path);
            return scope -> positive(field + "Path", integerAt(field + "Path", path, compiled.evaluate(scope)));
        }
        if (literal == null) {
            return null;
        }
        IntegerField number = whole(field, language, literal);
        if (!literal.isTextual()) {
            return number;
        }
        return scope -> {
            long value = number.evaluate(scope);
            if (value < 0 || value > Quotas.FIELD_SECONDS) {
                throw EvaluationException.query(
                        field + " must be between 0 and " + Quotas.FIELD_SECONDS + " but was: " + value, field);
            }
            return value;
        };
    }

    /** A literal, or a JSONata expression whose value must be a whole number. */
    static IntegerField whole(String field, QueryLanguage language, JsonNode literal) {
        if (language != QueryLanguage.JSONATA || !literal.isTextual()) {
            return number(field, language, literal);
        }
        Expression expression = JsonataTemplate.compile(literal, field);
        return scope -> {
            JsonNode value = expression.evaluate(scope);
            long floor = jsonataInteger(field, literal, value);
            if (value.decimalValue().stripTrailingZeros().scale() > 0) {
                throw EvaluationException.query(
                        "The " + field + " field cannot be parsed as an integer: " + value, field);
            }
            return floor;
        };
    }

    /** A literal, or a JSONata expression whose value is rounded down to a whole number. */
    static IntegerField number(String field, QueryLanguage language, JsonNode literal) {
        if (language == QueryLanguage.JSONATA && literal.isTextual()) {
            Expression expression = JsonataTemplate.compile(literal, field);
            return scope -> jsonataInteger(field, literal, expression.evaluate(scope));
        }
        long value = literal.longValue();
        return scope -> value;
    }

    private static long jsonataInteger(String field, JsonNode expression, JsonNode value) {
        if (!value.isNumber()) {
            throw EvaluationException.query(unexpectedType(field, expression.textValue(), "number", value), field);
        }
        return floor(value);
    }

    /** A JSONata expression, or a text, that has to yield a text. */
    static Expression text(String field, String literal) {
        Expression expression = JsonataTemplate.compile(JsonNodeFactory.instance.textNode(literal), field);
        return scope -> {
            JsonNode value = expression.evaluate(scope);
            if (!value.isTextual()) {
                throw EvaluationException.query(unexpectedType(field, literal, "string", value), field);
            }
            return value;
        };
    }

    /** AWS's words for an expression that yields a value of the wrong type. */
    static String unexpectedType(String field, String delimited, String expected, JsonNode value) {
        // A text without delimiters is a value, and perhaps of the wrong type.
        String expression = delimited.startsWith("{%") && delimited.length() > 3
                ? delimited.substring(2, delimited.length() - 2).strip()
                : delimited;
        return "The JSONata expression '" + expression + "' specified for the field '" + field
                + "' returned an unexpected result type. Expected '" + expected + "', but was '" + typeName(value)
                + "' for value: " + value;
    }

    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING -> "string";
            case NULL, MISSING -> "null";
            default -> "object";
        };
    }

    static long floor(JsonNode number) {
        return clamped(number.decimalValue(), RoundingMode.FLOOR);
    }

    /** A number as a long; compared first, because writing out 1e999999999 would take for ever. */
    private static long clamped(BigDecimal number, RoundingMode rounding) {
        if (number.compareTo(LONG_MAX) >= 0) {
            return Long.MAX_VALUE;
        }
        if (number.compareTo(LONG_MIN) <= 0) {
            return Long.MIN_VALUE;
        }
        // Nothing below a tenth needs its digits, and 1e-999999999 has a billion of them.
        boolean tiny = number.signum() != 0 && (long) number.precision() - number.scale() < 0;
        BigDecimal near = tiny ? BigDecimal.valueOf(number.signum(), 2) : number;
        return near.setScale(0, rounding).longValue();
    }

    /** A whole number that a path refers to: a number, or the text of one (recorded). */
    static long integerAt(String field, String path, JsonNode value) {
        BigDecimal number = null;
        if (value.isNumber()) {
            number = value.decimalValue();
        } else if (value.isTextual()) {
            number = parse(value.textValue());
        }
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            throw notNumeric(field, path, value, "integer");
        }
        return clamped(number, RoundingMode.UNNECESSARY);
    }

    static EvaluationException notNumeric(String field, String path, JsonNode value, String expected) {
        String shown = value.isTextual() ? value.textValue() : value.toString();
        return EvaluationException.runtime("The " + field + " field refers to value \"" + shown
                + "\" which is not a valid " + expected + ": " + path);
    }

    static @Nullable BigDecimal parse(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static long positive(String field, long value) {
        if (value <= 0) {
            throw EvaluationException.runtime(notPositive(field, value));
        }
        return value;
    }

    private static String notPositive(String field, long value) {
        return "The " + field + " field refers to value \"" + value + "\" which is not a positive integer";
    }
}
