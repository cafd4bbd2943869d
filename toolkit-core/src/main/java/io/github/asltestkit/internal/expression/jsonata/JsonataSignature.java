package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes, in JSONata's own form: {@code <s-nn?:s>} is a text, which the context may stand in for, a number and
 * perhaps another. The library takes null for an argument that was left out, which JSONata does not. Upstream; not reported yet.
 *
 * @see <a href="https://docs.jsonata.org/embedding-extending#function-signature-syntax">Function signature syntax</a>
 */
final class JsonataSignature {
    private final String function;
    private final List<Parameter> parameters;
    private final Pattern whole;

    /** One parameter: which types it takes, as an expression over their letters. */
    private record Parameter(
            String types, boolean array, @Nullable Character elements, boolean context, String count) {
        /** Whether it takes a value of a type; those in brackets are alternatives. */
        boolean takes(char type) {
            return types.indexOf(type) >= 0;
        }

        String pattern() {
            return types + (context ? "?" : "") + count;
        }
    }

    private JsonataSignature(String function, List<Parameter> parameters) {
        this.function = function;
        this.parameters = parameters;
        StringBuilder pattern = new StringBuilder();
        parameters.forEach(
                parameter -> pattern.append('(').append(parameter.pattern()).append(')'));
        this.whole = Pattern.compile(pattern.toString());
    }

    /** Reads a signature; {@code function} is named where arguments do not fit. */
    static JsonataSignature of(String function, String signature) {
        List<Parameter> parameters = new ArrayList<>();
        int end = end(signature);
        int at = 1;
        while (at < end) {
            char type = signature.charAt(at);
            int close = type == '(' ? signature.indexOf(')', at) : at;
            String types = switch (type) {
                case '(' -> "[" + signature.substring(at + 1, close) + "m]";
                case 'a' -> "[asnblfom]";
                case 'f' -> "f";
                case 'j' -> "[asnblom]";
                case 'x' -> "[asnblfom]";
                default -> "[" + type + "m]";
            };
            at = close + 1;
            Character elements = null;
            if (at < end && signature.charAt(at) == '<') {
                elements = signature.charAt(at + 1);
                at = signature.indexOf('>', at) + 1;
            }
            boolean context = at < end && signature.charAt(at) == '-';
            at += context ? 1 : 0;
            String count = at < end && "?+".indexOf(signature.charAt(at)) >= 0 ? signature.substring(at, at + 1) : "";
            at += count.length();
            parameters.add(new Parameter(types, type == 'a', elements, context, count));
        }
        return new JsonataSignature(function, List.copyOf(parameters));
    }

    /** Where the parameters end: at the colon before the type of the result, which may be missing. */
    private static int end(String signature) {
        int open = 0;
        for (int at = 1; at < signature.length(); at++) {
            char next = signature.charAt(at);
            if (open == 0 && (next == ':' || next == '>')) {
                return at;
            }
            open += next == '<' ? 1 : next == '>' ? -1 : 0;
        }
        throw new IllegalArgumentException(signature);
    }

    int size() {
        return parameters.size();
    }

    /**
     * The arguments as the function wants them: the context in place of one that was left out, lone values as arrays.
     *
     * @throws JException if they do not fit
     */
    List<@Nullable Object> validate(List<?> arguments, @Nullable Object context) {
        List<@Nullable Object> each = oneForEach(arguments);
        if (each != null) {
            return each;
        }
        StringBuilder letters = new StringBuilder();
        arguments.forEach(argument -> letters.append(letter(argument)));
        Matcher fits = whole.matcher(letters);
        if (!fits.matches()) {
            throw new JException("T0410", -1, misfit(letters) + 1, function);
        }
        List<@Nullable Object> valid = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            String match = fits.group(i + 1);
            if (match.isEmpty()) {
                boolean contextual = parameter.context();
                if (contextual && !Pattern.matches(parameter.types(), String.valueOf(letter(context)))) {
                    throw new JException("T0411", -1, next + 1, function);
                }
                valid.add(contextual ? context : next < arguments.size() ? arguments.get(next) : null);
                next += contextual ? 0 : 1;
            }
            for (int end = next + match.length(); next < end; next++) {
                Object argument = arguments.get(next);
                valid.add(parameter.array() ? array(argument, letters.charAt(next), parameter.elements()) : argument);
            }
        }
        return valid;
    }

    /** The arguments where each parameter takes one of them, as in most calls; null where the pattern has to tell. */
    private @Nullable List<@Nullable Object> oneForEach(List<?> arguments) {
        int count = parameters.size();
        if (arguments.size() != count) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            if (!parameters.get(i).takes(letter(arguments.get(i)))) {
                return null;
            }
        }
        List<@Nullable Object> valid = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Parameter parameter = parameters.get(i);
            Object argument = arguments.get(i);
            valid.add(parameter.array() ? array(argument, letter(argument), parameter.elements()) : argument);
        }
        return valid;
    }

    private @Nullable Object array(@Nullable Object argument, char letter, @Nullable Character elements) {
        if (argument == null) {
            return null;
        }
        boolean alike = elements == null || (letter == 'a' ? areAll(elements, (List<?>) argument) : letter == elements);
        if (!alike) {
            throw new JException("T0412", -1, function, String.valueOf(elements));
        }
        return letter == 'a' ? argument : new ArrayList<>(Collections.singletonList(argument));
    }

    private static boolean areAll(char letter, List<?> elements) {
        for (Object element : elements) {
            if (letter(element) != letter) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first argument that no parameter takes. */
    private int misfit(CharSequence letters) {
        StringBuilder pattern = new StringBuilder();
        int good = 0;
        for (Parameter parameter : parameters) {
            pattern.append(parameter.pattern());
            Matcher fits = Pattern.compile(pattern.toString()).matcher(letters);
            if (!fits.lookingAt()) {
                return good;
            }
            good = fits.end();
        }
        return good;
    }

    @SuppressWarnings("ReferenceEquality") // The library's null is one object.
    private static char letter(@Nullable Object value) {
        if (value == null) {
            return 'm';
        }
        if (value == Jsonata.NULL_VALUE) {
            return 'l';
        }
        if (value instanceof String) {
            return 's';
        }
        if (value instanceof Number) {
            return 'n';
        }
        if (value instanceof Boolean) {
            return 'b';
        }
        if (value instanceof List<?>) {
            return 'a';
        }
        return Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern ? 'f' : 'o';
    }
}
