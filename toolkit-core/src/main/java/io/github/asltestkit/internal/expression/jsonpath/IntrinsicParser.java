package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.IntrinsicExpression.Call;
import io.github.asltestkit.internal.expression.jsonpath.IntrinsicExpression.Literal;
import io.github.asltestkit.internal.expression.jsonpath.IntrinsicExpression.Node;
import io.github.asltestkit.internal.expression.jsonpath.IntrinsicExpression.PathArgument;
import io.github.asltestkit.internal.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a call of an intrinsic function. */
final class IntrinsicParser {
    /** <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">AWS's limit</a>. */
    private static final int MAX_DEPTH = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final int MAX_NUMBER = 100;

    private final String text;
    private int at;
    private int depth;

    IntrinsicParser(String text) {
        this.text = text;
    }

    Call parse() {
        Call call = call();
        skipBlanks();
        if (at != text.length()) {
            throw refused("Unexpected text after the intrinsic function");
        }
        return call;
    }

    private Call call() {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw refused("Expected the name of an intrinsic function");
        }
        IntrinsicFunction function = IntrinsicFunction.named(name.group());
        if (function == null) {
            throw refused("There is no intrinsic function '" + name.group() + "'");
        }
        at = name.end();
        if (++depth > MAX_DEPTH) {
            throw refused("Intrinsic functions may be nested " + MAX_DEPTH + " deep");
        }
        skipBlanks();
        expect('(');
        List<Node> arguments = new ArrayList<>();
        skipBlanks();
        if (peek() != ')') {
            arguments.add(argument());
            while (peek() == ',') {
                at++;
                skipBlanks();
                arguments.add(argument());
            }
        }
        expect(')');
        depth--;
        return new Call(function, List.copyOf(arguments));
    }

    private Node argument() {
        char c = peek();
        Node node;
        if (c == '\'') {
            node = string();
        } else if (c == '$') {
            node = path();
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            node = number();
        } else if (keyword("null")) {
            node = constant(NullNode.getInstance());
        } else if (keyword("true")) {
            node = constant(BooleanNode.TRUE);
        } else if (keyword("false")) {
            node = constant(BooleanNode.FALSE);
        } else {
            node = call();
        }
        skipBlanks();
        return node;
    }

    private static Literal constant(JsonNode value) {
        return new Literal(value, value);
    }

    private boolean keyword(String word) {
        int end = at + word.length();
        if (!text.startsWith(word, at) || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
            return false;
        }
        at = end;
        return true;
    }

    private Node string() {
        int start = ++at;
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = peek();
            if (at == text.length()) {
                throw refused("A string is not closed");
            }
            at++;
            if (c == '\'') {
                return new Literal(TextNode.valueOf(value.toString()), TextNode.valueOf(text.substring(start, at - 1)));
            }
            if (c == '\\') {
                c = peek();
                if (at == text.length() || "'{}\\".indexOf(c) < 0) {
                    throw refused("A backslash must come before one of ' { } \\");
                }
                at++;
            }
            value.append(c);
        }
    }

    private Node number() {
        Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + MAX_NUMBER));
        if (!number.lookingAt()) {
            throw refused("Expected a number");
        }
        JsonNode value = JsonText.tryParse(number.group());
        if (value == null) {
            throw refused("Expected a number");
        }
        at = number.end();
        return constant(value);
    }

    /** A path ends at a comma or a closing parenthesis that is not within its own brackets, parentheses or quotes. */
    private Node path() {
        int start = at;
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                skipQuoted(c);
                continue;
            }
            if (c == '[' || c == '(') {
                open++;
            } else if (open > 0 && (c == ']' || c == ')')) {
                open--;
            } else if (open == 0 && (c == ',' || c == ')')) {
                break;
            }
            at++;
        }
        try {
            return new PathArgument(JsonPath.compile(text.substring(start, at)));
        } catch (ExpressionSyntaxException e) {
            at = start;
            throw refused("An argument is not a valid JSONPath");
        }
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw refused("Expected '" + c + "'");
        }
        at++;
    }

    private ExpressionSyntaxException refused(String reason) {
        return new ExpressionSyntaxException(reason, "", at);
    }
}
