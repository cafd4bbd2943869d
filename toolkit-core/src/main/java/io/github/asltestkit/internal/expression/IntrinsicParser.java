package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a call of an intrinsic function: arguments are other calls, paths, text in single quotes, numbers, booleans and
 * null.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions</a>
 */
final class IntrinsicParser {
    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;
    private int depth;

    private IntrinsicParser(String text) {
        this.text = text;
    }

    /**
     * Compiles a call.
     *
     * @throws ExpressionSyntaxException where it is none
     */
    static Expression parse(String text) {
        IntrinsicParser parser = new IntrinsicParser(text);
        parser.blanks();
        Expression call = parser.call();
        parser.blanks();
        if (parser.at < text.length()) {
            throw parser.wrong("there is more text after the call");
        }
        return call;
    }

    private Expression call() {
        if (++depth > MAX_DEPTH) {
            throw wrong("calls are nested more than " + MAX_DEPTH + " deep");
        }
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String name = text.substring(start, at);
        IntrinsicFunction function = IntrinsicFunction.byName(name);
        if (function == null) {
            at = start;
            throw wrong("there is no intrinsic function '" + name + "'");
        }
        blanks();
        expect('(');
        List<Expression> arguments = new ArrayList<>();
        blanks();
        if (peek() != ')') {
            arguments.add(argument());
            blanks();
            while (peek() == ',') {
                at++;
                blanks();
                arguments.add(argument());
                blanks();
            }
        }
        expect(')');
        depth--;
        if (!function.takes(arguments.size())) {
            throw wrong("'" + name + "' does not take " + arguments.size() + " arguments");
        }
        List<Expression> fixed = List.copyOf(arguments);
        return scope -> {
            List<JsonNode> values = new ArrayList<>(fixed.size());
            for (Expression argument : fixed) {
                values.add(argument.evaluate(scope));
            }
            return function.apply(values, scope);
        };
    }

    private Expression argument() {
        char c = peek();
        if (c == '\'') {
            JsonNode literal = JsonNodeFactory.instance.textNode(quoted());
            return scope -> literal;
        }
        if (c == '$') {
            JsonPath path = JsonPath.compile(path());
            return scope -> path.evaluateField(scope, text);
        }
        if (c == '-' || Character.isDigit(c)) {
            JsonNode number = number();
            return scope -> number;
        }
        if (text.startsWith("States.", at)) {
            return call();
        }
        for (JsonNode word : List.of(BooleanNode.TRUE, BooleanNode.FALSE, NullNode.instance)) {
            if (text.startsWith(word.toString(), at)) {
                at += word.toString().length();
                return scope -> word;
            }
        }
        throw wrong("an argument is a call, a path, text in single quotes, a number, true, false or null");
    }

    /** A path ends at the comma or parenthesis that is not inside its brackets, parentheses or quotes. */
    private String path() {
        int start = at;
        int nested = 0;
        char quote = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[' || c == '(') {
                nested++;
            } else if (nested > 0 && (c == ']' || c == ')')) {
                nested--;
            } else if (nested == 0 && (c == ',' || c == ')')) {
                break;
            }
            at++;
        }
        at = Math.min(at, text.length());
        return text.substring(start, at).strip();
    }

    /** Text in single quotes; a backslash keeps the next character as it is, braces keep theirs for Format. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                char next = text.charAt(++at);
                switch (next) {
                    case '\'', '\\' -> value.append(next);
                    case '{', '}' -> value.append('\\').append(next);
                    default -> value.append('\\').append(next);
                }
            } else {
                value.append(c);
            }
            at++;
        }
        expect('\'');
        return value.toString();
    }

    private JsonNode number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(start, at));
            if (number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                long whole = number.longValue();
                return whole == (int) whole
                        ? JsonNodeFactory.instance.numberNode((int) whole)
                        : JsonNodeFactory.instance.numberNode(whole);
            }
            return DecimalNode.valueOf(number);
        } catch (NumberFormatException notANumber) {
            at = start;
            throw wrong("this is not a number");
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "' is expected");
        }
        at++;
    }

    private ExpressionSyntaxException wrong(String what) {
        return new ExpressionSyntaxException("Invalid intrinsic function call '" + text + "': " + what, "", at);
    }
}
