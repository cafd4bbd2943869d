package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What JSONata says of a failure, and with it Step Functions: a code and a sentence. The library's own sentences have lost
 * some words and quotation marks; others it throws bare. Upstream; not reported yet.
 */
final class JsonataErrors {
    private static final Pattern CODED = Pattern.compile("[A-Z]\\d{4}");
    private static final Pattern COMPARISON = Pattern.compile("(?<!~)([<>]=?)");
    private static final Pattern CALLED = Pattern.compile("\\$(\\w+)\\s*\\(?$");

    /** A sentence that the library throws without its code, and without quotation marks around the value in it. */
    private record Bare(String code, Pattern sentence) {
        static Bare of(String code, String sentence) {
            return new Bare(code, Pattern.compile(sentence, Pattern.DOTALL));
        }
    }

    private static final List<Bare> BARE = List.of(
            Bare.of(
                    "D3130",
                    "(Formatting or parsing an integer as a sequence starting with )\"?(.*?)\"?( is not supp.*)"),
            Bare.of("D3131", "In a decimal digit pattern.*"),
            Bare.of("D3132", "(Unknown component specifier )(.*)( in date/time picture string)"),
            Bare.of("D3133", "(The 'name' modifier can only be applied to .* picture string, not )(.*)()"),
            Bare.of("D3134", "The timezone integer format specifier.*"),
            Bare.of("D3135", "No matching closing bracket.*"),
            Bare.of("D3136", "The date/time picture string is missing.*"));

    /** The types of elements as signatures write them, and as sentences do. */
    private static final Map<String, String> TYPES =
            Map.of("n", "numbers", "s", "strings", "o", "objects", "b", "booleans", "a", "arrays", "f", "functions");

    private JsonataErrors() {}

    /** What is wrong with a text that does not parse, as CreateStateMachine says it: without the code. */
    static String syntax(JException wrong) {
        return sentence(wrong, "");
    }

    /**
     * How AWS ends the cause of an evaluation that failed: a coded sentence stands on its own, a bound that was passed after a
     * colon.
     *
     * @param expression the text that was evaluated
     */
    static String ending(RuntimeException failed, String expression) {
        String text = String.valueOf(failed.getMessage());
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof JException coded) {
                String code = coded.getError();
                return code != null && CODED.matcher(code).matches()
                        ? ". " + code + ": " + sentence(coded, expression)
                        : coded instanceof JsonataBounds.Passed ? ": " + coded.getError() : ". " + String.valueOf(code);
            }
            text = String.valueOf(cause.getMessage());
        }
        for (Bare bare : BARE) {
            Matcher sentence = bare.sentence.matcher(text);
            if (sentence.matches()) {
                return ". " + bare.code + ": "
                        + (sentence.groupCount() == 0
                                ? text
                                : sentence.group(1) + '"' + sentence.group(2) + '"' + sentence.group(3));
            }
        }
        // What else the library lets slip says nothing to a user, and differs from one JVM to the next.
        return failed instanceof NumberFormatException
                ? ". D3030: Unable to cast value to a number"
                : ". Unexpected error";
    }

    private static String sentence(JException failed, String expression) {
        String code = String.valueOf(failed.getError());
        if (code.equals("T0412")) {
            String type = TYPES.getOrDefault(String.valueOf(failed.getExpected()), "values");
            return "Argument 1 of function \"" + called(failed, expression) + "\" must be an array of \"" + type + "\"";
        }
        String sentence = String.valueOf(failed.getMessage())
                .replace(" Object ", " function ")
                .replace("function \"lambda\"", "function \"" + called(failed, expression) + "\"")
                .replace("operator {{token}}", "operator \"" + operator(failed, expression) + "\"");
        return switch (code) {
            case "D3080",
                    "D3081",
                    "D3082",
                    "D3083",
                    "D3084",
                    "D3085",
                    "D3086",
                    "D3087",
                    "D3088",
                    "D3089",
                    "D3090",
                    "D3091",
                    "D3092",
                    "D3093" -> sentence.replace('"', '\'');
            case "D3133" -> sentence.replace("\"name\"", "'name'");
            case "D3135" -> sentence.replace("\"]\"", "']'");
            default -> unquoted(unquoted(sentence, failed.getCurrent()), failed.getExpected());
        };
    }

    /** The library puts every value between quotation marks, JSONata only texts. */
    private static String unquoted(String sentence, @Nullable Object value) {
        String quoted = "\"" + value + "\"";
        boolean text = value instanceof String || value instanceof Character;
        int at = value == null || text ? -1 : sentence.indexOf(quoted);
        return at < 0 ? sentence : sentence.substring(0, at) + json(value) + sentence.substring(at + quoted.length());
    }

    private static String operator(JException failed, String expression) {
        int end = failed.getLocation() <= 0 ? expression.length() : failed.getLocation();
        return COMPARISON
                .matcher(expression)
                .results()
                .filter(found -> found.start() < end)
                .reduce((earlier, later) -> later)
                .map(MatchResult::group)
                .orElse("<");
    }

    private static String before(JException failed, String expression) {
        return expression.substring(0, Math.max(0, Math.min(failed.getLocation(), expression.length())));
    }

    /** The function that was called where it failed. */
    private static String called(JException failed, String expression) {
        Matcher call = CALLED.matcher(before(failed, expression));
        return call.find() ? call.group(1) : String.valueOf(failed.getCurrent());
    }

    private static String json(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return String.valueOf(number);
        }
        try {
            return JsonataValues.tree(value).toString();
        } catch (IllegalArgumentException notJson) {
            return String.valueOf(value);
        }
    }
}
