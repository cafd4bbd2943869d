package io.github.asltestkit.internal.expression.jsonpath;

import io.github.asltestkit.internal.expression.jsonpath.PathFilter.Criterion;
import io.github.asltestkit.internal.expression.jsonpath.PathFilter.Operand;
import io.github.asltestkit.internal.expression.jsonpath.PathFilter.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSONPath in the syntax of json-path 2.0.0, which is AWS's: a name after a dot runs to the next dot, bracket or
 * blank, so that {@code $.list.length()} names a field {@code length()}. Unlike that library it refuses brackets and quotes
 * that are not closed, as AWS does.
 */
final class PathParser {
    private static final Pattern ELEMENT = Pattern.compile("-?\\d{1,9}");
    private static final Pattern ELEMENTS = Pattern.compile("-?\\d{1,9}(\\s*,\\s*-?\\d{1,9})++");
    private static final Pattern SLICE = Pattern.compile("(-?\\d{1,9})?\\s*:\\s*(-?\\d{1,9})?");
    private static final Pattern FROM_END =
            Pattern.compile("\\(?\\s*@\\s*\\.\\s*(?:length|size)\\s*(?:\\(\\s*\\))?\\s*-\\s*(\\d{1,9})\\s*\\)");

    private final String path;
    private int at = 1;

    private PathParser(String path) {
        this.path = path;
    }

    /** The path is refused; the offset is the place where it goes wrong. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int offset;

        private Refused(int offset) {
            super(null, null, false, false);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    /**
     * The steps of a path.
     *
     * @param path begins with a dollar sign, which stands for the data
     */
    static List<PathStep> parse(String path) throws Refused {
        return new PathParser(path).steps();
    }

    private List<PathStep> steps() throws Refused {
        List<PathStep> steps = new ArrayList<>();
        if (path.length() > 1 && path.charAt(1) != '.' && path.charAt(1) != '[') {
            throw new Refused(1);
        }
        while (at < path.length()) {
            if (path.charAt(at) == '[') {
                steps.add(bracket());
            } else if (path.startsWith("..", at)) {
                at += 2;
                steps.add(new PathStep.Descent());
                check(at < path.length());
            } else {
                at += path.charAt(at) == '.' ? 1 : 0;
                if (at == path.length() || path.charAt(at) != '[') {
                    steps.add(name());
                }
            }
        }
        return List.copyOf(steps);
    }

    private PathStep name() throws Refused {
        int start = at;
        while (at < path.length() && ".[ ".indexOf(path.charAt(at)) < 0) {
            check(path.charAt(at) != ']');
            at++;
        }
        check(at > start && (at == path.length() || path.charAt(at) != ' '));
        String name = path.substring(start, at);
        return name.equals("*") ? new PathStep.Wildcard() : new PathStep.Fields(List.of(name));
    }

    private void check(boolean holds) throws Refused {
        if (!holds) {
            throw new Refused(Math.min(at, path.length()));
        }
    }

    private PathStep bracket() throws Refused {
        int start = at + 1;
        int end = closing(at);
        String text = path.substring(start, end).strip();
        at = start;
        check(!text.isEmpty());
        PathStep step = text.equals("*") ? new PathStep.Wildcard() : step(text);
        at = end + 1;
        return step;
    }

    /** The bracket that closes the one at hand. */
    private int closing(int opening) throws Refused {
        int open = 0;
        char quote = 0;
        for (int i = opening; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quote != 0) {
                if (c == '\\' && i + 1 < path.length() && path.charAt(i + 1) == quote) {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                open++;
            } else if (c == ']' && --open == 0) {
                return i;
            }
        }
        throw new Refused(path.length());
    }

    private PathStep step(String text) throws Refused {
        char first = text.charAt(0);
        if (first == '?') {
            return new PathStep.Filtered(filter(text.substring(1).strip()));
        }
        if (first == '\'' || first == '"') {
            return new PathStep.Fields(names(text));
        }
        if (ELEMENT.matcher(text).matches()) {
            return new PathStep.Element(Integer.parseInt(text));
        }
        if (ELEMENTS.matcher(text).matches()) {
            return new PathStep.Elements(Arrays.stream(text.split(","))
                    .map(index -> Integer.valueOf(index.strip()))
                    .toList());
        }
        Matcher slice = SLICE.matcher(text);
        if (slice.matches() && text.length() > 1) {
            return new PathStep.Slice(bound(slice.group(1)), bound(slice.group(2)));
        }
        Matcher fromEnd = FROM_END.matcher(text);
        check(fromEnd.matches());
        return new PathStep.FromEnd(Integer.parseInt(fromEnd.group(1)));
    }

    private static @Nullable Integer bound(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    /** Names in quotes; a backslash is itself but for one before the quote, as AWS reads it. */
    private List<String> names(String text) throws Refused {
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char quote = text.charAt(i++);
            check(quote == '\'' || quote == '"');
            StringBuilder name = new StringBuilder();
            while (i < text.length() && text.charAt(i) != quote) {
                if (text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                }
                name.append(text.charAt(i++));
            }
            check(i < text.length());
            i = skipBlanks(text, i + 1);
            names.add(name.toString());
            if (i < text.length()) {
                check(text.charAt(i) == ',');
                i = skipBlanks(text, i + 1);
                check(i < text.length());
            }
        }
        return List.copyOf(names);
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Groups of criteria between {@code ||}, each of criteria between {@code &&}. */
    private PathFilter filter(String text) throws Refused {
        check(text.length() > 2 && text.startsWith("(") && text.endsWith(")"));
        List<List<Criterion>> anyOf = new ArrayList<>();
        for (String group : text.substring(1, text.length() - 1).split("\\|\\|", -1)) {
            List<Criterion> allOf = new ArrayList<>();
            for (String criterion : group.split("&&", -1)) {
                allOf.add(criterion(bare(criterion)));
            }
            anyOf.add(List.copyOf(allOf));
        }
        return new PathFilter(List.copyOf(anyOf));
    }

    /** Parentheses around criteria mean nothing in this dialect. */
    private static String bare(String criterion) {
        int start = 0;
        int end = criterion.length();
        while (start < end && "[?( ".indexOf(criterion.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ") ".indexOf(criterion.charAt(end - 1)) >= 0) {
            end--;
        }
        return criterion.substring(start, end);
    }

    private Criterion criterion(String text) throws Refused {
        for (Operator operator : Operator.values()) {
            int index = text.indexOf(operator.sign());
            if (index >= 0) {
                Operand left = operand(text.substring(0, index).strip(), true);
                Operand right =
                        operand(text.substring(index + operator.sign().length()).strip(), false);
                return new PathFilter.Comparison(left, operator, right);
            }
        }
        Operand path = operand(text.strip(), true);
        check(path instanceof PathFilter.PathOperand);
        return new PathFilter.Exists((PathFilter.PathOperand) path, !text.startsWith("!"));
    }

    private Operand operand(String text, boolean negatable) throws Refused {
        boolean negated = negatable && text.startsWith("!@");
        if (negated || text.startsWith("$") || text.startsWith("@")) {
            String inner = negated ? text.substring(1) : text;
            List<PathStep> steps = inner(inner);
            check(steps.stream().allMatch(PathStep::isDefinite));
            return new PathFilter.PathOperand(steps, inner.startsWith("$"));
        }
        check(!text.startsWith("!@"));
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return new PathFilter.TextOperand(text.substring(1, text.length() - 1));
        }
        boolean ignoreCase = text.endsWith("/i");
        if (text.length() > 2 && text.startsWith("/") && (ignoreCase || text.endsWith("/"))) {
            String regex = text.substring(1, text.length() - (ignoreCase ? 2 : 1));
            try {
                return new PathFilter.PatternOperand(Pattern.compile(regex, ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
            } catch (PatternSyntaxException noPattern) {
                throw new Refused(at);
            }
        }
        return new PathFilter.TextOperand(text);
    }

    private List<PathStep> inner(String text) throws Refused {
        try {
            return parse("$" + text.substring(1));
        } catch (Refused inner) {
            throw new Refused(at);
        }
    }
}
