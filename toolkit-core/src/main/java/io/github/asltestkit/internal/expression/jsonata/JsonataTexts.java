package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Functions that follow the locale of the machine in the library, and {@code $base64decode}. Upstream: the library changes
 * case without a locale, so that {@code $uppercase("i")} differs in Turkish; not reported yet.
 */
final class JsonataTexts {
    /** What JavaScript's {@code atob} passes over. */
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r]");

    static final List<JsonataFunction> FUNCTIONS = List.of(
            JsonataFunction.of(
                    "lowercase",
                    "<s-:s>",
                    arguments -> text(arguments) == null
                            ? null
                            : String.valueOf(text(arguments)).toLowerCase(Locale.ROOT)),
            JsonataFunction.of(
                    "uppercase",
                    "<s-:s>",
                    arguments -> text(arguments) == null
                            ? null
                            : String.valueOf(text(arguments)).toUpperCase(Locale.ROOT)),
            JsonataFunction.of("formatInteger", "<n-s:s>", JsonataTexts::formatInteger),
            JsonataFunction.of("parseInteger", "<s-s:n>", JsonataTexts::parseInteger),
            JsonataFunction.of("base64decode", "<s-:s>", JsonataTexts::base64decode));

    private JsonataTexts() {}

    private static @Nullable String text(List<?> arguments) {
        return (String) JsonataFunction.argument(arguments, 0);
    }

    private static @Nullable Object formatInteger(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof Number number)) {
            return null;
        }
        return latin(Functions.formatInteger(number, (String) JsonataFunction.argument(arguments, 1)));
    }

    /** The letters that Turkish makes of an i: the library's words, names and Roman numbers have no others like them. */
    static @Nullable String latin(@Nullable String text) {
        return text == null ? null : text.replace('\u0130', 'I').replace('\u0131', 'i');
    }

    private static @Nullable Object parseInteger(List<?> arguments) {
        String text = text(arguments);
        String picture = (String) JsonataFunction.argument(arguments, 1);
        if (text == null || picture == null) {
            return null;
        }
        // The library changes the case itself, in the machine's locale; then there is nothing left to change.
        String form = picture.endsWith(";o") ? picture.substring(0, picture.length() - 2) : picture;
        String cased = switch (form) {
            case "i" -> text.toUpperCase(Locale.ROOT);
            case "W", "wW", "Ww" -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
        try {
            Number number = Functions.parseInteger(cased, picture);
            // Ours: what is no number of that form is NaN on AWS.
            return number == null ? Double.NaN : number;
        } catch (ParseException unsupported) {
            throw new JException(
                    "D3130: Formatting or parsing an integer as a sequence starting with \"" + form
                            + "\" is not supported by this implementation",
                    -1);
        }
    }

    /** Upstream: the library refuses blanks and line ends; not reported yet. */
    private static @Nullable Object base64decode(List<?> arguments) {
        String text = text(arguments);
        if (text == null) {
            return null;
        }
        byte[] bytes = Base64.getDecoder().decode(BLANKS.matcher(text).replaceAll(""));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
