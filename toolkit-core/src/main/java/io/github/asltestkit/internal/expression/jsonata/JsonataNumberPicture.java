package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The picture of {@code $formatNumber}. Upstream, but for what is marked as ours: the library takes the JDK's DecimalFormat.
 *
 * @see <a href="https://www.w3.org/TR/xpath-functions-31/#formatting-numbers">XPath 3.1, formatting numbers</a>
 */
final class JsonataNumberPicture {
    private final Symbols symbols;
    private final SubPicture positive;
    private final SubPicture negative;

    private JsonataNumberPicture(Symbols symbols, SubPicture positive, SubPicture negative) {
        this.symbols = symbols;
        this.positive = positive;
        this.negative = negative;
    }

    /**
     * Reads a picture.
     *
     * @param options what a call says in place of the usual symbols, by their names in XPath
     * @throws JException D3080 to D3093, if the picture is none
     */
    static JsonataNumberPicture of(String picture, Map<?, ?> options) {
        Symbols symbols = Symbols.of(options);
        String[] parts = picture.split(Pattern.quote(symbols.patternSeparator), -1);
        if (parts.length > 2) {
            throw new JException("D3080", -1);
        }
        SubPicture positive = SubPicture.of(parts[0], symbols);
        SubPicture negative = parts.length == 2 ? SubPicture.of(parts[1], symbols) : positive.after(symbols.minus);
        return new JsonataNumberPicture(symbols, positive, negative);
    }

    String format(BigDecimal number) {
        SubPicture picture = number.signum() < 0 ? negative : positive;
        BigDecimal adjusted = number.abs().movePointRight(picture.shift);
        int exponent = 0;
        if (picture.minExponent > 0 && adjusted.signum() != 0) {
            // The mantissa has as many digits before the point as the picture has there.
            exponent = adjusted.precision() - adjusted.scale() - picture.whole.scaling;
            adjusted = adjusted.movePointLeft(exponent);
        }
        String digits =
                adjusted.setScale(picture.fraction.max, RoundingMode.HALF_EVEN).toPlainString();
        int point = digits.indexOf('.');
        String whole = stripLeadingZeros(point < 0 ? digits : digits.substring(0, point));
        String fraction = stripTrailingZeros(point < 0 ? "" : digits.substring(point + 1));
        StringBuilder text = new StringBuilder(picture.prefix)
                .append(picture.whole.text(whole, symbols))
                .append(picture.fraction.text(fraction, symbols));
        if (picture.minExponent > 0) {
            String power = String.valueOf(Math.abs(exponent));
            text.append(symbols.exponent)
                    .append(exponent < 0 ? symbols.minus : "")
                    .append(symbols.localised("0".repeat(Math.max(0, picture.minExponent - power.length())) + power));
        }
        return text.append(picture.suffix).toString();
    }

    private static String stripLeadingZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    private static String stripTrailingZeros(String digits) {
        int to = digits.length();
        while (to > 0 && digits.charAt(to - 1) == '0') {
            to--;
        }
        return digits.substring(0, to);
    }

    private record Symbols(
            String decimal,
            String grouping,
            String exponent,
            String minus,
            String percent,
            String perMille,
            char zero,
            String digit,
            String patternSeparator) {

        static Symbols of(Map<?, ?> options) {
            return new Symbols(
                    symbol(options, "decimal-separator", "."),
                    symbol(options, "grouping-separator", ","),
                    symbol(options, "exponent-separator", "e"),
                    symbol(options, "minus-sign", "-"),
                    symbol(options, "percent", "%"),
                    symbol(options, "per-mille", "\u2030"),
                    symbol(options, "zero-digit", "0").charAt(0),
                    symbol(options, "digit", "#"),
                    symbol(options, "pattern-separator", ";"));
        }

        private static String symbol(Map<?, ?> options, String name, String usual) {
            return options.get(name) instanceof String given && !given.isEmpty() ? given : usual;
        }

        boolean isMandatory(char character) {
            return character >= zero && character < zero + 10;
        }

        boolean isDigit(char character) {
            return isMandatory(character) || digit.indexOf(character) == 0;
        }

        /** Whether a character stands for a part of the number rather than for itself. */
        boolean isActive(char character) {
            String text = String.valueOf(character);
            return isDigit(character)
                    || text.equals(decimal)
                    || text.equals(grouping)
                    || text.equals(exponent)
                    || text.equals(patternSeparator);
        }

        long mandatory(String part) {
            return part.chars()
                    .filter(character -> isMandatory((char) character))
                    .count();
        }

        /** Digits of the script that the picture is in. */
        String localised(String digits) {
            StringBuilder text = new StringBuilder();
            digits.chars().forEach(digit -> text.append((char) (digit - '0' + zero)));
            return text.toString();
        }

        /** Digits with a separator before each one of which a group begins, but the first. */
        String grouped(String digits, IntPredicate beginsGroup) {
            String localised = localised(digits);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < localised.length(); i++) {
                text.append(i > 0 && beginsGroup.test(i) ? grouping : "").append(localised.charAt(i));
            }
            return text.toString();
        }

        long digits(String part) {
            return part.chars().filter(character -> isDigit((char) character)).count();
        }
    }

    /**
     * One of the two halves of a picture, taken apart.
     *
     * @param active what stands for the number, from its first character to its last
     * @param mantissa the active part without its exponent
     * @param exponent the digits of the exponent; null without one
     */
    private record Parts(
            String text,
            String active,
            String mantissa,
            String whole,
            String fraction,
            @Nullable String exponent) {

        static Parts of(String text, Symbols symbols) {
            int from = 0;
            while (from < text.length() && !startsNumber(text.charAt(from), symbols)) {
                from++;
            }
            int to = text.length();
            while (to > from && !startsNumber(text.charAt(to - 1), symbols)) {
                to--;
            }
            String active = text.substring(from, to);
            int e = active.indexOf(symbols.exponent);
            String mantissa = e < 0 ? active : active.substring(0, e);
            int point = mantissa.indexOf(symbols.decimal);
            return new Parts(
                    text,
                    active,
                    mantissa,
                    point < 0 ? mantissa : mantissa.substring(0, point),
                    point < 0 ? "" : mantissa.substring(point + symbols.decimal.length()),
                    e < 0 ? null : active.substring(e + symbols.exponent.length()));
        }

        private static boolean startsNumber(char character, Symbols symbols) {
            return symbols.isActive(character) && symbols.exponent.indexOf(character) < 0;
        }

        boolean hasPoint(Symbols symbols) {
            return mantissa.contains(symbols.decimal);
        }

        String prefix() {
            return text.substring(0, text.indexOf(active));
        }

        String suffix() {
            return text.substring(text.indexOf(active) + active.length());
        }
    }

    /**
     * The digits before the point.
     *
     * @param min how many there are at least
     * @param scaling how many the mantissa has of a number with an exponent
     * @param regularGroup the size of the groups where all are alike, or 0
     */
    private record WholeDigits(int min, int scaling, List<Integer> groups, int regularGroup) {

        /** Filled up with zeros, and in groups. */
        String text(String digits, Symbols symbols) {
            String filled = "0".repeat(Math.max(0, min - digits.length())) + digits;
            return symbols.grouped(filled, at -> {
                int left = filled.length() - at;
                return regularGroup > 0 ? left % regularGroup == 0 : groups.contains(left);
            });
        }
    }

    /**
     * The digits behind the point.
     *
     * @param shown whether the picture has a point
     */
    private record FractionDigits(boolean shown, int min, int max, List<Integer> groups) {

        /** With its point, filled up with zeros, and in groups; nothing if there is none. */
        String text(String digits, Symbols symbols) {
            String filled = digits + "0".repeat(Math.max(0, min - digits.length()));
            return shown && !filled.isEmpty() ? symbols.decimal + symbols.grouped(filled, groups::contains) : "";
        }
    }

    /**
     * One of the two halves of a picture, analysed.
     *
     * @param minExponent how many digits the exponent has at least; 0 without one
     * @param shift how many places a percentage or a per mille moves the point
     */
    private record SubPicture(
            String prefix, String suffix, WholeDigits whole, FractionDigits fraction, int minExponent, int shift) {

        SubPicture after(String sign) {
            return new SubPicture(sign + prefix, suffix, whole, fraction, minExponent, shift);
        }

        static SubPicture of(String text, Symbols symbols) {
            Parts parts = Parts.of(text, symbols);
            PictureRules.check(parts, symbols);
            String exponent = parts.exponent;
            int minWhole = (int) symbols.mandatory(parts.whole);
            int scaling = minWhole;
            int minFraction = (int) symbols.mandatory(parts.fraction);
            int maxFraction = (int) symbols.digits(parts.fraction);
            if (minWhole == 0 && maxFraction == 0) {
                if (exponent != null) {
                    minFraction = 1;
                    maxFraction = 1;
                } else {
                    minWhole = 1;
                }
            }
            if (exponent != null && minWhole == 0 && parts.whole.contains(symbols.digit)) {
                minWhole = 1;
            }
            if (minWhole == 0 && minFraction == 0) {
                minFraction = 1;
            }
            List<Integer> groups = groups(parts.whole, symbols, false);
            return new SubPicture(
                    parts.prefix(),
                    parts.suffix(),
                    new WholeDigits(minWhole, scaling, groups, regular(groups)),
                    new FractionDigits(
                            parts.hasPoint(symbols), minFraction, maxFraction, groups(parts.fraction, symbols, true)),
                    exponent == null ? 0 : exponent.length(),
                    text.contains(symbols.percent) ? 2 : text.contains(symbols.perMille) ? 3 : 0);
        }

        /** How many digits there are between each separator and the point. */
        private static List<Integer> groups(String part, Symbols symbols, boolean before) {
            List<Integer> positions = new ArrayList<>();
            for (int at = part.indexOf(symbols.grouping); at >= 0; at = part.indexOf(symbols.grouping, at + 1)) {
                positions.add((int) symbols.digits(before ? part.substring(0, at) : part.substring(at)));
            }
            return positions;
        }

        /** The size of the groups where all are alike, or 0: alike groups go on to the left for ever. */
        private static int regular(List<Integer> positions) {
            int size = positions.isEmpty() ? 0 : positions.get(positions.size() - 1);
            for (int i = 0; i < positions.size(); i++) {
                if (positions.get(i) != size * (positions.size() - i)) {
                    return 0;
                }
            }
            return size;
        }
    }

    /** What XPath asks of a sub-picture; where several rules are broken the last one is named, as JSONata does. */
    private static final class PictureRules {
        private PictureRules() {}

        static void check(Parts parts, Symbols symbols) {
            String text = parts.text;
            String active = parts.active;
            String whole = parts.whole;
            String exponent = parts.exponent;
            String wrong = null;
            if (isTwice(text, symbols.decimal)) {
                wrong = "D3081";
            }
            if (isTwice(text, symbols.percent)) {
                wrong = "D3082";
            }
            if (isTwice(text, symbols.perMille)) {
                wrong = "D3083";
            }
            boolean scaled = text.contains(symbols.percent) || text.contains(symbols.perMille);
            if (text.contains(symbols.percent) && text.contains(symbols.perMille)) {
                wrong = "D3084";
            }
            if (symbols.digits(parts.mantissa) == 0) {
                // Ours: AWS says the other of the two if there is nothing in the picture but text.
                wrong = active.isEmpty() ? "D3086" : "D3085";
            }
            if (active.chars().anyMatch(character -> !symbols.isActive((char) character))) {
                wrong = "D3086";
            }
            if (text.contains(symbols.decimal)) {
                if (text.contains(symbols.grouping + symbols.decimal)
                        || text.contains(symbols.decimal + symbols.grouping)) {
                    wrong = "D3087";
                }
            } else if (whole.endsWith(symbols.grouping)) {
                wrong = "D3088";
            }
            if (text.contains(symbols.grouping + symbols.grouping)) {
                wrong = "D3089";
            }
            int optional = whole.indexOf(symbols.digit);
            if (optional >= 0 && symbols.mandatory(whole.substring(0, optional)) > 0) {
                wrong = "D3090";
            }
            optional = parts.fraction.lastIndexOf(symbols.digit);
            if (optional >= 0 && symbols.mandatory(parts.fraction.substring(optional)) > 0) {
                wrong = "D3091";
            }
            if (exponent != null && !exponent.isEmpty() && scaled) {
                wrong = "D3092";
            }
            if (exponent != null && (exponent.isEmpty() || symbols.mandatory(exponent) < exponent.length())) {
                wrong = "D3093";
            }
            // Ours: AWS sees the exponent's sign in text that follows the number at once.
            int end = text.indexOf(active) + active.length();
            if (!active.isEmpty() && text.startsWith(symbols.exponent, end)) {
                wrong = "D3093";
            }
            if (wrong != null) {
                throw new JException(wrong, -1);
            }
        }

        private static boolean isTwice(String text, String part) {
            return text.indexOf(part) != text.lastIndexOf(part);
        }
    }
}
