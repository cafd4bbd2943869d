package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Functions in which the library differs from JSONata's own implementation and test suite, done as JSONata does them.
 * Upstream, but for {@code $string}, which is ours: plain faults of the port, which may go when it is mended. Reported is that
 * of the exponents of numbers (dashjoin/jsonata-java#44).
 */
final class JsonataCorrections {
    /** A JSON number, and the hexadecimal, octal and binary forms that JSONata accepts beside it. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private static final Pattern RADIX_NUMBER = Pattern.compile("0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))");

    static final List<JsonataFunction> FUNCTIONS = List.of(
            JsonataFunction.of("string", "<x-b?:s>", 1, JsonataCorrections::string),
            JsonataFunction.of("formatNumber", "<n-so?:s>", JsonataCorrections::formatNumber),
            JsonataFunction.of("formatBase", "<n-n?:s>", JsonataCorrections::formatBase),
            JsonataFunction.of("number", "<(nsb)-:n>", JsonataCorrections::number),
            JsonataFunction.of("substring", "<s-nn?:s>", JsonataCorrections::substring),
            JsonataFunction.of("count", "<a:n>", JsonataCorrections::count),
            JsonataFunction.of("type", "<x:s>", JsonataCorrections::type),
            JsonataFunction.of("assert", "<bs?:x>", JsonataCorrections::assertTrue),
            JsonataFunction.of("power", "<n-n:n>", JsonataCorrections::power),
            JsonataFunction.of("distinct", "<x:x>", JsonataCorrections::distinct),
            JsonataFunction.of("sort", "<af?:a>", JsonataCorrections::sort),
            JsonataFunction.of("fromMillis", "<n-s?s?:s>", JsonataDates::fromMillis));

    private JsonataCorrections() {}

    private static @Nullable Object string(List<?> arguments) {
        return JsonataText.of(
                JsonataFunction.argument(arguments, 0), Boolean.TRUE.equals(JsonataFunction.argument(arguments, 1)));
    }

    private static @Nullable Object formatNumber(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof Number number)) {
            return null;
        }
        String picture = String.valueOf(JsonataFunction.argument(arguments, 1));
        Object options = JsonataFunction.argument(arguments, 2);
        Map<?, ?> symbols = options instanceof Map<?, ?> map ? map : Map.of();
        return JsonataNumberPicture.of(picture, symbols).format(new BigDecimal(number.toString()));
    }

    private static @Nullable Object formatBase(List<?> arguments) {
        Object number = JsonataFunction.argument(arguments, 0);
        Object radix = JsonataFunction.argument(arguments, 1);
        if (radix instanceof Number base && (base.doubleValue() < 2 || base.doubleValue() > 36)) {
            throw new JException("D3100", -1, radix);
        }
        return number == null ? null : Functions.formatBase((Number) number, (Number) radix);
    }

    private static @Nullable Object number(List<?> arguments) {
        Object value = JsonataFunction.argument(arguments, 0);
        if (!(value instanceof String text)) {
            if (value == null || value instanceof Number) {
                return value;
            }
            if (value instanceof Boolean flag) {
                return flag ? 1 : 0;
            }
            throw new JException("T0410", -1, 1, "number");
        }
        Matcher radix = RADIX_NUMBER.matcher(text);
        if (radix.matches()) {
            int group = radix.group(1) != null ? 1 : radix.group(2) != null ? 2 : 3;
            int base = group == 1 ? 16 : group == 2 ? 8 : 2;
            return Utils.convertNumber(new BigInteger(radix.group(group), base).doubleValue());
        }
        double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new JException("D3030", -1, text);
        }
        return Utils.convertNumber(number);
    }

    /** By characters, not by halves of them; a fraction of a position is cut off. */
    private static @Nullable Object substring(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String text)) {
            return null;
        }
        int[] characters = text.codePoints().toArray();
        double start = ((Number) arguments.get(1)).doubleValue();
        if (characters.length + start < 0) {
            start = 0;
        }
        double end = Double.POSITIVE_INFINITY;
        if (JsonataFunction.argument(arguments, 2) instanceof Number length) {
            if (length.doubleValue() <= 0) {
                return "";
            }
            end = start >= 0 ? start + length.doubleValue() : characters.length + start + length.doubleValue();
        }
        int from = index(start, characters.length);
        int to = index(end, characters.length);
        return to <= from ? "" : new String(characters, from, to - from);
    }

    private static int index(double position, int length) {
        double whole = position < 0 ? Math.ceil(position) + length : Math.floor(position);
        return (int) Math.max(0, Math.min(whole, length));
    }

    private static Object count(List<?> arguments) {
        Object value = JsonataFunction.argument(arguments, 0);
        return value == null ? 0 : value instanceof List<?> list ? list.size() : 1;
    }

    private static @Nullable Object type(List<?> arguments) {
        Object value = JsonataFunction.argument(arguments, 0);
        return value instanceof Pattern ? "function" : Functions.type(value);
    }

    private static @Nullable Object assertTrue(List<?> arguments) {
        if (Boolean.TRUE.equals(JsonataFunction.argument(arguments, 0))) {
            return null;
        }
        Object message = JsonataFunction.argument(arguments, 1);
        throw new JException(
                "D3141", -1, message == null || message.equals("") ? "$assert() statement failed" : message);
    }

    private static @Nullable Object power(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof Number base)) {
            return null;
        }
        double exponent =
                JsonataFunction.argument(arguments, 1) instanceof Number number ? number.doubleValue() : Double.NaN;
        double power = Math.pow(base.doubleValue(), exponent);
        if (Double.isNaN(power) || Double.isInfinite(power)) {
            throw new JException("D3061", -1, base, JsonataFunction.argument(arguments, 1));
        }
        return Utils.convertNumber(power);
    }

    private static @Nullable Object distinct(List<?> arguments) {
        Object value = JsonataFunction.argument(arguments, 0);
        if (!(value instanceof List<?> list) || list.size() <= 1) {
            return value;
        }
        List<Object> distinct = Utils.isSequence(value) ? Utils.createSequence() : new ArrayList<>();
        list.stream().distinct().forEach(distinct::add);
        return distinct;
    }

    /** A merge sort that swaps only what the comparator says to swap: elements that are alike keep their order. */
    private static @Nullable Object sort(List<?> arguments) {
        Object value = JsonataFunction.argument(arguments, 0);
        Object comparator = JsonataFunction.argument(arguments, 1);
        if (!(value instanceof List<?> list) || list.size() <= 1) {
            return value;
        }
        if (comparator != null) {
            return sorted(List.copyOf(list), comparator);
        }
        if (!Utils.isArrayOfNumbers(list) && !Utils.isArrayOfStrings(list)) {
            throw new JException("D3070", -1);
        }
        return list.get(0) instanceof String
                ? list.stream().sorted().toList()
                : list.stream()
                        .map(Number.class::cast)
                        .sorted((left, right) -> Double.compare(left.doubleValue(), right.doubleValue()))
                        .toList();
    }

    private static List<?> sorted(List<?> list, Object comparator) {
        if (list.size() <= 1) {
            return list;
        }
        int middle = list.size() / 2;
        List<?> left = sorted(list.subList(0, middle), comparator);
        List<?> right = sorted(list.subList(middle, list.size()), comparator);
        List<Object> merged = new ArrayList<>(list.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            Object swap = apply(comparator, List.of(left.get(l), right.get(r)));
            merged.add(Boolean.TRUE.equals(Functions.toBoolean(swap)) ? right.get(r++) : left.get(l++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }

    /** Calls a function of the expression. */
    static @Nullable Object apply(Object function, List<?> arguments) {
        try {
            return Functions.funcApply(function, arguments);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException("A function failed with a checked exception", failed);
        }
    }
}
