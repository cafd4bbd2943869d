package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Functions.Function;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of text. */
final class TextFunctions {
    private static final Pattern VERB = Pattern.compile("%(%|[-+ 0#]*(\\d{0,3})(?:\\.(\\d{1,3}))?([a-zA-Z]))");

    private TextFunctions() {}

    static void register(Map<String, Function> functions) {
        change(functions, "lower", text -> text.toLowerCase(Locale.ROOT));
        change(functions, "upper", text -> text.toUpperCase(Locale.ROOT));
        change(functions, "title", TextFunctions::title);
        change(functions, "strrev", text -> new StringBuilder(text).reverse().toString());
        functions.put("trimspace", (arguments, at) -> trimmed(arguments.get(0), true));
        functions.put("chomp", (arguments, at) -> trimmed(arguments.get(0), false));
        functions.put(
                "trim", (arguments, at) -> two(arguments, at, (text, cut) -> stripEnd(stripStart(text, cut), cut)));
        functions.put(
                "trimprefix",
                (arguments, at) ->
                        two(arguments, at, (text, cut) -> text.startsWith(cut) ? text.substring(cut.length()) : text));
        functions.put(
                "trimsuffix",
                (arguments, at) -> two(
                        arguments,
                        at,
                        (text, cut) -> text.endsWith(cut) ? text.substring(0, text.length() - cut.length()) : text));
        functions.put(
                "startswith",
                (arguments, at) -> Values.bool(plain(arguments, 0, at).startsWith(plain(arguments, 1, at)), at));
        functions.put(
                "endswith",
                (arguments, at) -> Values.bool(plain(arguments, 0, at).endsWith(plain(arguments, 1, at)), at));
        functions.put(
                "strcontains",
                (arguments, at) -> Values.bool(plain(arguments, 0, at).contains(plain(arguments, 1, at)), at));
        functions.put("join", TextFunctions::join);
        functions.put("split", TextFunctions::split);
        functions.put("replace", TextFunctions::replace);
        functions.put("substr", TextFunctions::substr);
        functions.put("indent", TextFunctions::indent);
        functions.put("format", (arguments, at) -> Value.text(format(arguments, at), at));
        functions.put("formatlist", TextFunctions::formatList);
    }

    private static void change(Map<String, Function> functions, String name, UnaryOperator<String> change) {
        functions.put(name, (arguments, at) -> Values.changed(arguments.get(0), at, change));
    }

    static String plain(List<Value> arguments, int index, Span at) {
        return Values.plain(arguments.get(index), at);
    }

    private interface OfTwo {
        String apply(String text, String other);
    }

    private static Value two(List<Value> arguments, Span at, OfTwo change) {
        return Value.text(change.apply(plain(arguments, 0, at), plain(arguments, 1, at)), at);
    }

    /** Without the blanks around it, or the ends of lines at its end; what it holds keeps its places. */
    private static Value trimmed(Value value, boolean spaces) {
        if (!(value instanceof Text text)) {
            return value;
        }
        String plain = text.text();
        int from = 0;
        int to = plain.length();
        while (spaces && from < to && Character.isWhitespace(plain.charAt(from))) {
            from++;
        }
        while (to > from
                && (spaces
                        ? Character.isWhitespace(plain.charAt(to - 1))
                        : "\r\n".indexOf(plain.charAt(to - 1)) >= 0)) {
            to--;
        }
        return TextBuilder.part(text, from, to);
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder(text);
        for (int i = 0; i < title.length(); i++) {
            if (i == 0 || !Character.isLetterOrDigit(title.charAt(i - 1))) {
                title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
            }
        }
        return title.toString();
    }

    private static String stripStart(String text, String characters) {
        int from = 0;
        while (from < text.length() && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }

    private static String stripEnd(String text, String characters) {
        int to = text.length();
        while (to > 0 && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(0, to);
    }

    private static Value join(List<Value> arguments, Span at) {
        List<String> parts = new ArrayList<>();
        for (Value list : arguments.subList(1, arguments.size())) {
            for (Entry entry : Values.entries(list, at)) {
                parts.add(Values.plain(entry.value(), at));
            }
        }
        return Value.text(String.join(plain(arguments, 0, at), parts), at);
    }

    private static Value split(List<Value> arguments, Span at) {
        String separator = plain(arguments, 0, at);
        String text = plain(arguments, 1, at);
        if (separator.isEmpty()) {
            return Values.texts(text.codePoints().mapToObj(Character::toString).toList(), at);
        }
        return Values.texts(List.of(text.split(Pattern.quote(separator), -1)), at);
    }

    private static Value replace(List<Value> arguments, Span at) {
        String search = plain(arguments, 1, at);
        if (search.length() > 1 && search.startsWith("/") && search.endsWith("/")) {
            throw new Functions.Unsure();
        }
        return Value.text(plain(arguments, 0, at).replace(search, plain(arguments, 2, at)), at);
    }

    private static Value substr(List<Value> arguments, Span at) {
        String text = plain(arguments, 0, at);
        int offset = Values.integer(arguments.get(1), at);
        int length = Values.integer(arguments.get(2), at);
        int from = Math.max(0, Math.min(text.length(), offset < 0 ? text.length() + offset : offset));
        int to = length < 0 ? text.length() : (int) Math.min(text.length(), (long) from + length);
        return Value.text(text.substring(from, to), at);
    }

    private static Value indent(List<Value> arguments, Span at) {
        int blanks = Values.integer(arguments.get(0), at);
        if (blanks < 0 || blanks > 1_000) {
            throw new HclException("Expected an indentation of 0 to 1,000, found " + blanks, at);
        }
        return Value.text(plain(arguments, 1, at).replace("\n", "\n" + " ".repeat(blanks)), at);
    }

    private static Value formatList(List<Value> arguments, Span at) {
        int rounds = 1;
        for (Value argument : arguments) {
            rounds = argument instanceof Value.Sequence sequence
                    ? sequence.entries().size()
                    : rounds;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            List<Value> single = new ArrayList<>();
            for (Value argument : arguments) {
                single.add(
                        argument instanceof Value.Sequence sequence
                                ? sequence.entries().get(i).value()
                                : argument);
            }
            texts.add(format(single, at));
        }
        return Values.texts(texts, at);
    }

    private static String format(List<Value> arguments, Span at) {
        StringBuilder text = new StringBuilder();
        Matcher verb = VERB.matcher(plain(arguments, 0, at));
        int next = 1;
        while (verb.find()) {
            String replacement = "%";
            if (!verb.group(1).equals("%")) {
                if (next >= arguments.size()) {
                    throw new HclException("The call of format has no argument for " + verb.group(), at);
                }
                replacement = formatted(verb, arguments.get(next++), at);
            }
            verb.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return verb.appendTail(text).toString();
    }

    private static String formatted(Matcher verb, Value value, Span at) {
        String flags = verb.group(1).replaceAll("[1-9.a-zA-Z].*", "");
        String plain = switch (verb.group(4)) {
            case "s" ->
                value instanceof Value.Sequence || value instanceof Value.Fields
                        ? Values.json(value).toString()
                        : Values.plain(value, at);
            case "v" ->
                value instanceof Text
                        ? Values.plain(value, at)
                        : Values.json(value).toString();
            case "q" -> Values.json(Value.text(Values.plain(value, at), at)).toString();
            case "t" -> String.valueOf(Values.flag(value, at));
            case "d" -> Values.decimal(value, at).toBigInteger().toString();
            case "x" -> Values.decimal(value, at).toBigInteger().toString(16);
            case "X" -> Values.decimal(value, at).toBigInteger().toString(16).toUpperCase(Locale.ROOT);
            case "f" -> fixed(Values.decimal(value, at), verb.group(3));
            default -> throw new Functions.Unsure();
        };
        int width = verb.group(2).isEmpty() ? 0 : Integer.parseInt(verb.group(2));
        if (plain.length() >= width) {
            return plain;
        }
        String padding = (flags.contains("0") && !flags.contains("-") ? "0" : " ").repeat(width - plain.length());
        return flags.contains("-") ? plain + padding : padding + plain;
    }

    private static String fixed(BigDecimal number, String digits) {
        int scale = digits == null ? 6 : Integer.parseInt(digits);
        return number.setScale(scale, java.math.RoundingMode.HALF_EVEN).toPlainString();
    }
}
