package io.github.asltestkit.internal.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tokens of a JSONata expression, as far as changes of it need them. Text that is no JSONata gives some tokens, and the
 * change of them is refused like the text itself.
 */
final class JsonataTokens {
    private static final List<String> OPERATORS = List.of(
            "**", "!=", "<=", ">=", "~>", ":=", "..", "?:", "??", "+", "-", "*", "/", "%", "&", "=", "<", ">", "^", "(",
            ")", "[", "]", "{", "}", ",", ":", ";", ".", "?", "|", "@", "#", "!", "~");

    enum Kind {
        NUMBER,
        STRING,
        NAME,
        OPERATOR,
        REGEX
    }

    /**
     * A token.
     *
     * @param infix whether an operand stands before it
     * @param key whether it is the name of a field of an object that the expression makes
     */
    record Token(Kind kind, String text, int start, boolean infix, boolean key) {
        int end() {
            return start + text.length();
        }

        boolean is(String operator) {
            return text.equals(operator) && infix && kind != Kind.STRING;
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JsonataTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String expression) {
        JsonataTokens tokens = new JsonataTokens(expression);
        tokens.read();
        return tokens.withKeys();
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '"' || c == '\'' || c == '`') {
                add(c == '`' ? Kind.NAME : Kind.STRING, quoted(c));
            } else if (Character.isDigit(c)) {
                add(Kind.NUMBER, number());
            } else if (Character.isLetter(c) || c == '$' || c == '_') {
                add(Kind.NAME, name());
            } else if (c == '/' && !afterOperand()) {
                add(Kind.REGEX, regex());
            } else {
                add(Kind.OPERATOR, operator());
            }
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, afterOperand(), false));
        at = end;
    }

    /** Whether what was read last ends an operand, so that an operator may follow. */
    private boolean afterOperand() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case NUMBER, STRING, REGEX -> true;
            case NAME -> !(last.infix() && List.of("and", "or", "in").contains(last.text()));
            case OPERATOR ->
                List.of(")", "]", "}").contains(last.text())
                        || ((last.text().equals("*")
                                        || last.text().equals("**")
                                        || last.text().equals("%"))
                                && !last.infix());
        };
    }

    private int quoted(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }

    private int number() {
        int end = at;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end))
                        || (text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && Character.isDigit(text.charAt(end + 1)))
                        || isExponent(end))) {
            end++;
        }
        return end;
    }

    private boolean isExponent(int position) {
        char c = text.charAt(position);
        char before = text.charAt(position - 1 < at ? at : position - 1);
        boolean digitBefore = Character.isDigit(before);
        return ((c == 'e' || c == 'E') && digitBefore)
                || ((c == '-' || c == '+') && (before == 'e' || before == 'E') && position > at);
    }

    private int name() {
        int end = at + 1;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '_'
                        || text.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private int regex() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '/') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(text.length(), end + 1);
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                return at + operator.length();
            }
        }
        return at + 1;
    }

    /** A text before a colon is the name of a field, unless the colon is that of a condition. */
    private List<Token> withKeys() {
        List<Token> marked = new ArrayList<>(tokens);
        Deque<Integer> conditions = new ArrayDeque<>();
        conditions.push(0);
        for (int i = 0; i < marked.size(); i++) {
            Token token = marked.get(i);
            if (token.kind() != Kind.OPERATOR) {
                continue;
            }
            switch (token.text()) {
                case "(", "[", "{" -> conditions.push(0);
                case ")", "]", "}" -> {
                    if (conditions.size() > 1) {
                        conditions.pop();
                    }
                }
                case "?" -> conditions.push(conditions.pop() + 1);
                case ":" -> {
                    int open = conditions.pop();
                    conditions.push(Math.max(0, open - 1));
                    if (open == 0 && i > 0 && marked.get(i - 1).kind() == Kind.STRING) {
                        Token name = marked.get(i - 1);
                        marked.set(i - 1, new Token(name.kind(), name.text(), name.start(), name.infix(), true));
                    }
                }
                default -> {}
            }
        }
        return marked;
    }
}
