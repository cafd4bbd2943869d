package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.internal.expression.Condition;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A data-test expression of a JSONPath Choice rule: a Variable, an operator and what it is compared to. */
public final class ChoiceOperators {
    private static final String IS_PRESENT = "IsPresent";
    private static final String STRING_MATCHES = "StringMatches";
    private static final String PATH = "Path";
    private static final BigDecimal BEYOND = new BigDecimal("1e1000000000");

    private static final Map<String, Predicate<JsonNode>> TYPE_TESTS = Map.of(
            "IsNull", JsonNode::isNull,
            "IsNumeric", JsonNode::isNumber,
            "IsString", JsonNode::isTextual,
            "IsBoolean", JsonNode::isBoolean,
            "IsTimestamp", node -> timestamp(node) != null);

    private static final Map<String, IntPredicate> ORDERS = Map.of(
            "Equals", order -> order == 0,
            "LessThan", order -> order < 0,
            "GreaterThan", order -> order > 0,
            "LessThanEquals", order -> order <= 0,
            "GreaterThanEquals", order -> order >= 0);

    /** What a value must be for a family of operators, or null. */
    private static final Map<String, Function<JsonNode, @Nullable Comparable<?>>> FAMILIES = Map.of(
            "String", JsonNode::textValue,
            "Numeric", ChoiceOperators::number,
            "Boolean", node -> node.isBoolean() ? node.booleanValue() : null,
            "Timestamp", ChoiceOperators::timestamp);

    private ChoiceOperators() {}

    /** All operators, in alphabetical order. */
    public static Set<String> operators() {
        Set<String> operators = new TreeSet<>(TYPE_TESTS.keySet());
        operators.add(IS_PRESENT);
        operators.add(STRING_MATCHES);
        for (String family : FAMILIES.keySet()) {
            for (String order : ORDERS.keySet()) {
                if (!"Boolean".equals(family) || "Equals".equals(order)) {
                    operators.add(family + order);
                    operators.add(family + order + PATH);
                }
            }
        }
        return operators;
    }

    /**
     * @param variable the path of {@code Variable}
     * @param operator {@code StringEquals} and the like
     * @param value what stands behind the operator
     * @throws ExpressionSyntaxException with pointer {@code /Variable} or that of the operator
     */
    public static Condition compile(String variable, String operator, JsonNode value) {
        JsonPath path = compilePath(variable, "Variable");
        if (operator.equals(IS_PRESENT)) {
            boolean expected = flag(operator, value);
            return scope -> (path.tryEvaluate(scope) != null) == expected;
        }
        Predicate<JsonNode> typeTest = TYPE_TESTS.get(operator);
        if (typeTest != null) {
            boolean expected = flag(operator, value);
            return scope -> typeTest.test(required(path, scope)) == expected;
        }
        if (operator.equals(STRING_MATCHES)) {
            StringPattern pattern = pattern(value);
            return scope -> {
                JsonNode actual = required(path, scope);
                return actual.isTextual() && pattern.matches(actual.textValue());
            };
        }
        boolean toPath = operator.endsWith(PATH);
        BiPredicate<JsonNode, JsonNode> test =
                ordering(toPath ? operator.substring(0, operator.length() - PATH.length()) : operator);
        if (toPath) {
            JsonPath other = compilePath(value.isTextual() ? value.textValue() : "", operator);
            boolean numeric = operator.startsWith("Numeric");
            return scope -> {
                JsonNode actual = required(path, scope);
                JsonNode expected = required(other, scope);
                return test.test(actual, numeric ? coerced(expected) : expected);
            };
        }
        checkType(operator, value);
        return scope -> test.test(required(path, scope), value);
    }

    private static JsonPath compilePath(String text, String field) {
        try {
            return JsonPath.compile(text);
        } catch (ExpressionSyntaxException e) {
            String message = text.startsWith("$")
                    ? String.valueOf(e.getMessage())
                    : "Value is not a Reference Path: Reference path didn't start with '$'";
            throw new ExpressionSyntaxException(message, "/" + field, e.offset());
        }
    }

    private static JsonNode required(JsonPath path, Scope scope) {
        JsonNode found = path.tryEvaluate(scope);
        if (found == null) {
            throw EvaluationException.runtime("Invalid path '" + path.text()
                    + "': The choice state's condition path references an invalid value.");
        }
        return found;
    }

    /** AWS reads what a {@code Numeric...Path} names as a number whatever it is: {@code 8} is greater than {@code false}. */
    private static JsonNode coerced(JsonNode expected) {
        if (expected.isNumber()) {
            return expected;
        }
        double number = expected.asDouble();
        if (Double.isInfinite(number)) {
            // A text such as 1e999: larger than what anybody compares it with.
            return DecimalNode.valueOf(number > 0 ? BEYOND : BEYOND.negate());
        }
        return Double.isNaN(number) ? NullNode.getInstance() : DoubleNode.valueOf(number);
    }

    private static boolean flag(String operator, JsonNode value) {
        if (!value.isBoolean()) {
            throw new ExpressionSyntaxException("Expected value of type Boolean", "/" + operator, -1);
        }
        return value.booleanValue();
    }

    private static StringPattern pattern(JsonNode value) {
        if (!value.isTextual()) {
            throw new ExpressionSyntaxException("Expected value of type String", "/" + STRING_MATCHES, -1);
        }
        try {
            return new StringPattern(value.textValue());
        } catch (ExpressionSyntaxException e) {
            throw e.within("/" + STRING_MATCHES);
        }
    }

    private static void checkType(String operator, JsonNode value) {
        String expected = null;
        if (operator.startsWith("String") && !value.isTextual()) {
            expected = "Expected value of type String";
        } else if (operator.startsWith("Numeric") && !value.isNumber()) {
            expected = "Expected value of type Number";
        } else if (operator.startsWith("Boolean") && !value.isBoolean()) {
            expected = "Expected value of type Boolean";
        } else if (operator.startsWith("Timestamp") && timestamp(value) == null) {
            expected = "String does not match RFC3339 timestamp";
        }
        if (expected != null) {
            throw new ExpressionSyntaxException(expected, "/" + operator, -1);
        }
    }

    private static BiPredicate<JsonNode, JsonNode> ordering(String operator) {
        for (Map.Entry<String, Function<JsonNode, @Nullable Comparable<?>>> family : FAMILIES.entrySet()) {
            if (operator.startsWith(family.getKey())) {
                IntPredicate order =
                        ORDERS.get(operator.substring(family.getKey().length()));
                if (order != null && operators().contains(operator)) {
                    return (first, second) -> compare(family.getValue(), first, second, order);
                }
            }
        }
        throw new ExpressionSyntaxException("There is no comparison operator '" + operator + "'", "/" + operator, -1);
    }

    @SuppressWarnings("unchecked")
    private static boolean compare(
            Function<JsonNode, @Nullable Comparable<?>> typed, JsonNode first, JsonNode second, IntPredicate order) {
        Comparable<?> left = typed.apply(first);
        Comparable<?> right = typed.apply(second);
        return left != null
                && right != null
                && order.test(((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(left, right));
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static @Nullable Comparable<?> timestamp(JsonNode node) {
        return node.isTextual() ? Timestamps.parse(node.textValue()).orElse(null) : null;
    }
}
