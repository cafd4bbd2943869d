package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Functions.Function;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of numbers, and from one simple type to another. */
final class NumberFunctions {
    private NumberFunctions() {}

    static void register(Map<String, Function> functions) {
        functions.put(
                "abs", (arguments, at) -> Values.number(number(arguments, 0, at).abs(), at));
        functions.put(
                "ceil",
                (arguments, at) -> Values.number(number(arguments, 0, at).setScale(0, RoundingMode.CEILING), at));
        functions.put(
                "floor",
                (arguments, at) -> Values.number(number(arguments, 0, at).setScale(0, RoundingMode.FLOOR), at));
        functions.put(
                "signum",
                (arguments, at) -> Values.number(
                        BigDecimal.valueOf(number(arguments, 0, at).signum()), at));
        functions.put(
                "max",
                (arguments, at) -> Values.number(
                        all(arguments, at).stream()
                                .max(BigDecimal::compareTo)
                                .orElseThrow(IndexOutOfBoundsException::new),
                        at));
        functions.put(
                "min",
                (arguments, at) -> Values.number(
                        all(arguments, at).stream()
                                .min(BigDecimal::compareTo)
                                .orElseThrow(IndexOutOfBoundsException::new),
                        at));
        functions.put("sum", NumberFunctions::sum);
        functions.put("pow", NumberFunctions::pow);
        functions.put("parseint", NumberFunctions::parse);
        functions.put(
                "tonumber",
                (arguments, at) -> Values.isNull(arguments.get(0))
                        ? arguments.get(0)
                        : Values.number(number(arguments, 0, at), at));
        functions.put(
                "tobool",
                (arguments, at) -> Values.isNull(arguments.get(0))
                        ? arguments.get(0)
                        : Values.bool(Values.flag(arguments.get(0), at), at));
        functions.put("tostring", (arguments, at) -> string(arguments.get(0), at));
    }

    private static BigDecimal number(List<Value> arguments, int index, Span at) {
        return Values.decimal(arguments.get(index), at);
    }

    private static List<BigDecimal> all(Iterable<Value> values, Span at) {
        List<BigDecimal> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(Values.decimal(value, at)));
        return numbers;
    }

    private static Value sum(List<Value> arguments, Span at) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : Values.entries(arguments.get(0), at)) {
            sum = sum.add(Values.decimal(entry.value(), at));
        }
        return Values.number(sum, at);
    }

    private static Value pow(List<Value> arguments, Span at) {
        BigDecimal exponent = number(arguments, 1, at);
        if (exponent.stripTrailingZeros().scale() > 0
                || exponent.signum() < 0
                || exponent.compareTo(BigDecimal.valueOf(999)) > 0) {
            throw new Functions.Unsure();
        }
        return Values.number(
                number(arguments, 0, at).pow(exponent.intValueExact(), java.math.MathContext.DECIMAL128), at);
    }

    private static Value parse(List<Value> arguments, Span at) {
        String digits = Values.plain(arguments.get(0), at);
        try {
            return Values.number(new BigDecimal(new BigInteger(digits, Values.integer(arguments.get(1), at))), at);
        } catch (NumberFormatException noNumber) {
            throw new HclException("\"" + digits + "\" is not a whole number", at);
        }
    }

    private static Value string(Value value, Span at) {
        boolean already = value instanceof Text || value instanceof Value.Encoded || Values.isNull(value);
        return already ? value : Value.text(Values.plain(value, at), at);
    }
}
