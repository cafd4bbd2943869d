package io.github.asltestkit.internal.expression.jsonata;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds in an expression what JSONata would read from an input document, which Step Functions does not give: {@code $},
 * {@code $$} and names at the top level. Within a step of a path, a predicate, a grouping, an order or a transform they mean
 * the value at hand, and are fine.
 *
 * <p>The text has been parsed before, so it is well-formed here; this looks at tokens only, because the library keeps its
 * syntax tree to itself.
 *
 * @see <a href="https://states-language.net/spec.html#jsonata-restrictions">Amazon States Language, JSONata restrictions</a>
 */
final class JsonataReferences {
    private static final String OPERATORS = ".[]{}()@#;:?+-*/%|=<>^&!~,";

    private final String text;
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> bound = new LinkedHashSet<>();
    private final Set<String> statesFields = new LinkedHashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int at;

    private int laterOperator = -1;

    /** Whether an operand has just ended, so that a bracket belongs to it and a slash divides it. */
    private boolean operand;

    /** Whether the operand at hand is a later step of a path. */
    private boolean step;

    /** Whether a brace opens the body of a lambda. */
    private boolean lambda;

    /** A bracket that is open. */
    private static final class Frame {
        private final char opening;
        private final boolean contextual;
        private final boolean lambdaParameters;
        private int bars = 1;

        Frame(char opening, boolean contextual, boolean lambdaParameters) {
            this.opening = opening;
            this.contextual = contextual;
            this.lambdaParameters = lambdaParameters;
        }
    }

    private JsonataReferences(String text) {
        this.text = text;
    }

    /**
     * Where {@code ??} or {@code ?:} stands, which came with JSONata 2.1 and are no operators in that of Step Functions; -1
     * where neither does.
     */
    static int laterOperator(String expression) {
        if (!expression.contains("??") && !expression.contains("?:")) {
            return -1;
        }
        return in(expression).laterOperator;
    }

    /** What is in a text. */
    static JsonataReferences in(String expression) {
        JsonataReferences references = new JsonataReferences(expression);
        references.scan();
        return references;
    }

    /** The references that Step Functions does not support, each once, in the order in which they stand. */
    Collection<String> unsupported() {
        return found;
    }

    /**
     * The names of the variables that an expression reads and does not bind itself, each once, in the order in which they
     * stand. What is called is a function, and no variable of a state machine.
     */
    Collection<String> variables() {
        Set<String> variables = new LinkedHashSet<>(read);
        variables.removeAll(bound);
        variables.removeAll(JsonataBuiltIns.NAMES);
        return variables;
    }

    /** The fields that are read from {@code $states} by a name behind a dot, each once. */
    Collection<String> statesFields() {
        return statesFields;
    }

    private void scan() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (next == '"' || next == '\'') {
                literal(next);
            } else if (next == '`') {
                int end = text.indexOf('`', at + 1);
                name(text.substring(at + 1, end < 0 ? text.length() : end));
                at = end < 0 ? text.length() : end + 1;
            } else if (next == '/' && !operand) {
                regex();
            } else if (OPERATORS.indexOf(next) >= 0) {
                operator(next);
            } else {
                word();
            }
        }
    }

    private boolean isContextual() {
        return step || (!frames.isEmpty() && frames.peek().contextual);
    }

    private void literal(char quote) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        String value = text.substring(start, Math.min(at, text.length()));
        at++;
        int dot = skipBlanks(at);
        // As the first step of a path, a text is a name.
        if (dot < text.length() && text.charAt(dot) == '.' && !text.startsWith("..", dot)) {
            name(value);
        }
        operand = true;
    }

    private int skipBlanks(int from) {
        int to = from;
        while (to < text.length() && Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private void regex() {
        at++;
        int depth = 0;
        while (at < text.length() && (text.charAt(at) != '/' || depth > 0)) {
            char next = text.charAt(at);
            if (next == '\\') {
                at++;
            } else if (next == '(' || next == '[' || next == '{') {
                depth++;
            } else if (next == ')' || next == ']' || next == '}') {
                depth--;
            }
            at++;
        }
        at++;
        while (at < text.length() && "im".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        operand = true;
    }

    private void word() {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && OPERATORS.indexOf(text.charAt(at)) < 0
                && "\"'`".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.startsWith("$") && word.length() > 1 && !word.equals("$$")) {
            variable(word.substring(1));
        }
        boolean binary = operand && (word.equals("and") || word.equals("or") || word.equals("in"));
        if (binary) {
            operand = false;
            step = false;
        } else if (word.equals("$$") || (word.equals("$") && !isContextual())) {
            found.add(word);
            operand = true;
        } else if (word.startsWith("$")
                || Character.isDigit(word.charAt(0))
                || word.equals("true")
                || word.equals("false")
                || word.equals("null")) {
            operand = true;
        } else if ((word.equals("function") || word.equals("λ")) && text.startsWith("(", skipBlanks(at))) {
            lambda = true;
        } else {
            name(word);
        }
    }

    private void variable(String name) {
        int after = skipBlanks(at);
        if (name.equals("states") && text.startsWith(".", after) && !text.startsWith("..", after)) {
            statesField(skipBlanks(after + 1));
        }
        if (text.startsWith(":=", after) || (!frames.isEmpty() && frames.peek().lambdaParameters)) {
            bound.add(name);
        } else if (!text.startsWith("(", after)) {
            read.add(name);
        }
    }

    private void statesField(int from) {
        int to = from;
        if (text.startsWith("`", from)) {
            to = text.indexOf('`', from + 1);
            if (to > 0) {
                statesFields.add(text.substring(from + 1, to));
            }
            return;
        }
        while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
            to++;
        }
        if (to > from) {
            statesFields.add(text.substring(from, to));
        }
    }

    private void name(String name) {
        if (!isContextual()) {
            found.add(name);
        }
        operand = true;
    }

    private void operator(char next) {
        at++;
        switch (next) {
            case '.' -> {
                boolean range = at < text.length() && text.charAt(at) == '.';
                at += range ? 1 : 0;
                operand = false;
                step = !range;
            }
            case '(' -> open(next, step && !lambda);
            case '[', '{' -> {
                boolean body = next == '{' && lambda;
                open(next, !body && (operand || step));
            }
            case '^' -> {
                at = skipBlanks(at) + 1;
                open('(', true);
            }
            case ')', ']', '}' -> close();
            case '|' -> bar();
            case '*', '%' -> wildcardOrOperator(next);
            case '<' -> {
                if (lambda) {
                    signature();
                } else {
                    infix();
                }
            }
            case '?' -> {
                // A question mark where an operand should be is an argument that is left open.
                boolean open = !operand;
                if (!open && laterOperator < 0 && at < text.length() && "?:".indexOf(text.charAt(at)) >= 0) {
                    laterOperator = at;
                }
                infix();
                operand = open;
            }
            case '@', '#' -> {
                int word = skipBlanks(at);
                if (text.startsWith("$", word)) {
                    int end = word + 1;
                    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                        end++;
                    }
                    bound.add(text.substring(word + 1, end));
                }
                operand = false;
            }
            default -> infix();
        }
    }

    private void infix() {
        operand = false;
        step = false;
    }

    private void wildcardOrOperator(char next) {
        boolean wildcard = !operand;
        if (wildcard && next == '*' && at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        if (wildcard) {
            operand = true;
        } else {
            infix();
        }
    }

    private void open(char bracket, boolean contextual) {
        boolean enclosing = !frames.isEmpty() && frames.peek().contextual;
        boolean parameters = bracket == '(' && lambda;
        frames.push(new Frame(bracket, enclosing || contextual, parameters));
        if (!parameters) {
            lambda = false;
        }
        operand = false;
        step = false;
    }

    private void close() {
        if (!frames.isEmpty()) {
            lambda = frames.pop().lambdaParameters;
        }
        operand = !lambda;
        step = false;
        // What follows a bracket may go on with a path: the dot says so again.
    }

    private void bar() {
        if (operand && !frames.isEmpty() && frames.peek().opening == '|') {
            operand = false;
            step = false;
            if (++frames.peek().bars == 3) {
                frames.pop();
                operand = true;
            }
        } else {
            open('|', true);
        }
    }

    /** The types of a lambda's parameters. */
    private void signature() {
        int depth = 1;
        while (at < text.length() && depth > 0) {
            char next = text.charAt(at++);
            depth += next == '<' ? 1 : next == '>' ? -1 : 0;
        }
    }
}
