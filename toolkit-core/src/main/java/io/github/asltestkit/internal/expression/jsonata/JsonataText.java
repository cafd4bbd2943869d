package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $string} as AWS answers it. Ours: whole numbers are exact, others are cut to fifteen digits, and a text within JSON
 * escapes nothing but quotation marks, backslashes and the control characters that have a short escape.
 */
final class JsonataText {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.FLOOR);

    /** From here on a whole number has an exponent. */
    private static final int PLAIN_DIGITS = 21;

    /** As many digits tell all numbers apart. */
    private static final int MOST_DIGITS = 17;

    private final StringBuilder text = new StringBuilder();
    private final boolean pretty;

    private JsonataText(boolean pretty) {
        this.pretty = pretty;
    }

    /** The text of a value; null for undefined. */
    static @Nullable String of(@Nullable Object value, boolean pretty) {
        Object inner = value instanceof Utils.JList<?> list && list.outerWrapper ? list.get(0) : value;
        if (inner == null || inner instanceof String) {
            return (String) inner;
        }
        if (isFunction(inner)) {
            return "";
        }
        JsonataText writer = new JsonataText(pretty);
        writer.write(inner, "\n");
        return writer.text.toString();
    }

    private static boolean isFunction(@Nullable Object value) {
        return Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern;
    }

    @SuppressWarnings("ReferenceEquality") // The library's null is one object.
    private void write(@Nullable Object value, String line) {
        if (text.length() > JsonataBounds.MAX_LENGTH) {
            throw JsonataBounds.memory();
        }
        if (value == null || value == Jsonata.NULL_VALUE) {
            text.append("null");
        } else if (value instanceof Number number) {
            text.append(number(number));
        } else if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Map<?, ?> map) {
            object(map, line);
        } else if (value instanceof List<?> list) {
            array(list, line);
        } else if (isFunction(value)) {
            text.append("\"\"");
        } else {
            text.append(value);
        }
    }

    private void object(Map<?, ?> map, String line) {
        String inner = line + "  ";
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> fields = map.entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<?, ?> field = fields.next();
            newLine(inner);
            quote(String.valueOf(field.getKey()));
            text.append(pretty ? ": " : ":");
            write(field.getValue(), inner);
            text.append(fields.hasNext() ? "," : "");
        }
        close('}', map.isEmpty(), line);
    }

    private void array(List<?> list, String line) {
        String inner = line + "  ";
        text.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            newLine(inner);
            write(elements.next(), inner);
            text.append(elements.hasNext() ? "," : "");
        }
        close(']', list.isEmpty(), line);
    }

    private void newLine(String line) {
        if (pretty) {
            text.append(line);
        }
    }

    private void close(char bracket, boolean empty, String line) {
        if (!empty) {
            newLine(line);
        }
        text.append(bracket);
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            int escape = "\"\\\b\f\n\r\t".indexOf(c);
            if (escape >= 0) {
                text.append('\\').append("\"\\bfnrt".charAt(escape));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** A number as {@code $string} writes it. */
    static String number(Number number) {
        double value = number.doubleValue();
        if (!(number instanceof Double)) {
            return number.toString();
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return number.toString();
        }
        BigDecimal exact = shortest(value);
        if (value != Math.rint(value)) {
            return exact.round(FIFTEEN_DIGITS).stripTrailingZeros().toString().replace('E', 'e');
        }
        BigDecimal digits = exact.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < PLAIN_DIGITS
                ? digits.toPlainString()
                : digits.scaleByPowerOfTen(-exponent).toPlainString() + "e+" + exponent;
    }

    /** The fewest digits that name a number, as JavaScript counts them; those of Java differ from one release to the next. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = FIFTEEN_DIGITS.getPrecision(); precision < MOST_DIGITS; precision++) {
            BigDecimal digits = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (digits.doubleValue() == value) {
                return digits;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
