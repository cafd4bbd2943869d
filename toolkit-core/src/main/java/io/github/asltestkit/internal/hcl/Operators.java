package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Expression.Binary;
import io.github.asltestkit.internal.hcl.Expression.Unary;
import java.math.BigDecimal;
import java.math.MathContext;

/** The operators, on values that are known. */
final class Operators {
    private Operators() {}

    /** Whether the left side of {@code &&} or {@code ||} says enough. */
    static boolean decides(Binary operation, Value left) {
        return switch (operation.operator()) {
            case "&&" -> !Values.flag(left, operation.left().at());
            case "||" -> Values.flag(left, operation.left().at());
            default -> false;
        };
    }

    static Value apply(Unary operation, Value of) {
        return operation.operator() == '!'
                ? Values.bool(!Values.flag(of, operation.at()), operation.at())
                : Values.number(Values.decimal(of, operation.at()).negate(), operation.at());
    }

    static Value apply(Binary operation, Value left, Value right) {
        Span at = operation.at();
        return switch (operation.operator()) {
            case "&&", "||" -> Values.bool(Values.flag(right, operation.right().at()), at);
            case "==" -> Values.bool(Values.same(left, right), at);
            case "!=" -> Values.bool(!Values.same(left, right), at);
            default -> arithmetic(operation.operator(), Values.decimal(left, at), Values.decimal(right, at), at);
        };
    }

    private static Value arithmetic(String operator, BigDecimal left, BigDecimal right, Span at) {
        if ("/%".contains(operator) && right.signum() == 0) {
            throw new HclException("A number cannot be divided by zero", at);
        }
        MathContext precise = MathContext.DECIMAL128;
        return switch (operator) {
            case "<" -> Values.bool(left.compareTo(right) < 0, at);
            case "<=" -> Values.bool(left.compareTo(right) <= 0, at);
            case ">" -> Values.bool(left.compareTo(right) > 0, at);
            case ">=" -> Values.bool(left.compareTo(right) >= 0, at);
            case "+" -> Values.number(left.add(right, precise), at);
            case "-" -> Values.number(left.subtract(right, precise), at);
            case "*" -> Values.number(left.multiply(right, precise), at);
            case "/" -> Values.number(left.divide(right, precise), at);
            default -> Values.number(remainder(left, right, at), at);
        };
    }

    private static BigDecimal remainder(BigDecimal left, BigDecimal right, Span at) {
        if (Math.abs(left.precision() - left.scale()) + Math.abs(right.precision() - right.scale()) > 60) {
            throw new HclException("The numbers of a remainder are too far apart", at);
        }
        return left.remainder(right);
    }
}
