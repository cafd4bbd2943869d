package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Operators as AWS evaluates them. Ours: arithmetic may give Infinity and NaN, with which no further arithmetic is done.
 * Upstream: {@code &} writes large whole numbers with wrong digits; dashjoin/jsonata-java#44 is of the same kind.
 */
final class JsonataOperators {
    private static final String PREFIX = "__operator_";

    /** Names that no expression has by chance. */
    private static final Map<String, String> NAMES = Map.of(
            "+", PREFIX + "add",
            "-", PREFIX + "subtract",
            "*", PREFIX + "multiply",
            "/", PREFIX + "divide",
            "%", PREFIX + "remainder",
            "&", PREFIX + "concatenate");

    private static final List<JsonataFunction> FUNCTIONS = List.of(
            arithmetic("+", Double::sum),
            arithmetic("-", (left, right) -> left - right),
            arithmetic("*", (left, right) -> left * right),
            arithmetic("/", (left, right) -> left / right),
            arithmetic("%", (left, right) -> left % right),
            JsonataFunction.raw(PREFIX + "concatenate", operands -> concatenate(operands.get(0), operands.get(1))));

    private interface Arithmetic {
        double apply(double left, double right);
    }

    private JsonataOperators() {}

    /** Whether the operators of an expression may have to answer other than the library's. */
    static boolean areIn(String expression) {
        return expression.chars().anyMatch(character -> "/%&".indexOf(character) >= 0);
    }

    /** Makes all operators of an expression those of AWS. */
    static void replaceIn(Jsonata compiled, JsonataTree tree) {
        tree.replaceOperators(NAMES);
        FUNCTIONS.forEach(function -> function.bindTo(compiled));
    }

    private static JsonataFunction arithmetic(String sign, Arithmetic operation) {
        String name = String.valueOf(NAMES.get(sign));
        return JsonataFunction.raw(name, operands -> {
            Object left = operands.get(0);
            Object right = operands.get(1);
            // An operand that is infinite is refused by the library: D1001.
            if (left != null && !Utils.isNumeric(left)) {
                throw new JException("T2001", -1, sign, left);
            }
            if (right != null && !Utils.isNumeric(right)) {
                throw new JException("T2002", -1, sign, right);
            }
            if (left == null || right == null) {
                return null;
            }
            double result = operation.apply(((Number) left).doubleValue(), ((Number) right).doubleValue());
            return Double.isNaN(result) || Double.isInfinite(result) ? (Object) result : Utils.convertNumber(result);
        });
    }

    private static Object concatenate(@Nullable Object left, @Nullable Object right) {
        String start = JsonataText.of(left, false);
        String end = JsonataText.of(right, false);
        return (start == null ? "" : start) + (end == null ? "" : end);
    }
}
