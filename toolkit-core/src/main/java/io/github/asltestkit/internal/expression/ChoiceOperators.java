package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The comparison operators of JSONPath Choice rules; a value of another type never matches. */
public final class ChoiceOperators {

    private ChoiceOperators() {}

    private interface Operator {
        boolean test(JsonNode value, JsonNode operand);
    }

    /**
     * Compiles a comparison.
     *
     * @param variablePath the path of {@code Variable}
     * @param operator the operator's name, such as {@code NumericLessThanPath}
     * @param operand what the definition gives it
     * @throws ExpressionSyntaxException if a path is none
     */
    public static Condition compile(String variablePath, String operator, JsonNode operand) {
        JsonPath variable = JsonPath.compile(variablePath);
        if (operator.equals("IsPresent")) {
            boolean expected = operand.booleanValue();
            return scope -> (variable.tryEvaluate(scope) != null) == expected;
        }
        if (operator.endsWith("Path")) {
            Operator test = operator(operator.substring(0, operator.length() - "Path".length()));
            JsonPath other = JsonPath.compile(operand.textValue());
            return scope -> test.test(present(variable, scope), present(other, scope));
        }
        Operator test = operator(operator);
        return scope -> test.test(present(variable, scope), operand);
    }

    private static JsonNode present(JsonPath path, Scope scope) {
        JsonNode value = path.tryEvaluate(scope);
        if (value == null) {
            throw EvaluationException.runtime("Invalid path '" + path.text()
                    + "': The choice state's condition path references an invalid value.");
        }
        return value;
    }

    private static Operator operator(String name) {
        return switch (name) {
            case "BooleanEquals" -> (a, b) -> a.isBoolean() && b.isBoolean() && a.equals(b);
            case "StringMatches" -> (a, b) -> a.isTextual() && b.isTextual() && matches(a.textValue(), b.textValue());
            case "IsNull" -> (a, b) -> a.isNull() == b.booleanValue();
            case "IsNumeric" -> (a, b) -> a.isNumber() == b.booleanValue();
            case "IsString" -> (a, b) -> a.isTextual() == b.booleanValue();
            case "IsBoolean" -> (a, b) -> a.isBoolean() == b.booleanValue();
            case "IsTimestamp" -> (a, b) -> (timestamp(a) != null) == b.booleanValue();
            default -> ordered(name);
        };
    }

    private static Operator ordered(String name) {
        if (name.startsWith("String")) {
            String relation = name.substring("String".length());
            return (a, b) -> a.isTextual()
                    && b.isTextual()
                    && holds(relation, a.textValue().compareTo(b.textValue()));
        }
        if (name.startsWith("Numeric")) {
            String relation = name.substring("Numeric".length());
            return (a, b) -> a.isNumber()
                    && b.isNumber()
                    && holds(relation, a.decimalValue().compareTo(b.decimalValue()));
        }
        String relation = name.substring("Timestamp".length());
        return (a, b) -> {
            OffsetDateTime first = timestamp(a);
            OffsetDateTime second = timestamp(b);
            return first != null
                    && second != null
                    && holds(relation, first.toInstant().compareTo(second.toInstant()));
        };
    }

    private static boolean holds(String relation, int comparison) {
        return switch (relation) {
            case "Equals" -> comparison == 0;
            case "LessThan" -> comparison < 0;
            case "GreaterThan" -> comparison > 0;
            case "LessThanEquals" -> comparison <= 0;
            case "GreaterThanEquals" -> comparison >= 0;
            default -> throw new IllegalStateException("A validated rule has no relation " + relation);
        };
    }

    private static @Nullable OffsetDateTime timestamp(JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.textValue());
        } catch (DateTimeException notATimestamp) {
            return null;
        }
    }

    /** Whether text matches a pattern in which {@code *} stands for any characters and {@code \\} keeps the next. */
    static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            boolean escaped = p + 1 < pattern.length() && pattern.charAt(p) == '\\';
            char wanted = p < pattern.length() ? pattern.charAt(escaped ? p + 1 : p) : '\0';
            if (p < pattern.length() && !escaped && wanted == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && wanted == text.charAt(t)) {
                p += escaped ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
