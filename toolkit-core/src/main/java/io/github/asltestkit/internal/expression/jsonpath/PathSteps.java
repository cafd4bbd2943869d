package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of nothing but field names and indices, read step by step. */
final class PathSteps {
    private static final int MAX_INDEX_DIGITS = 9;

    /** Field names ({@code String}) and indices ({@code Integer}; AWS finds nothing at a negative one). */
    private final List<Object> steps;

    private PathSteps(List<Object> steps) {
        this.steps = List.copyOf(steps);
    }

    List<Object> steps() {
        return steps;
    }

    /** Whether an index is negative. */
    boolean countsFromTheEnd() {
        return steps.stream().anyMatch(step -> step instanceof Integer index && index < 0);
    }

    /** The steps of a JSONPath that has nothing but single fields and elements, else null. */
    static @Nullable PathSteps of(List<PathStep> path) {
        List<Object> plain = new ArrayList<>(path.size());
        for (PathStep step : path) {
            if (step instanceof PathStep.Element element) {
                plain.add(element.index());
            } else if (step instanceof PathStep.Fields fields && fields.names().size() == 1) {
                plain.add(fields.names().get(0));
            } else {
                return null;
            }
        }
        return new PathSteps(plain);
    }

    /** The steps of a Reference Path, in which a backslash takes the next character as it is; null if it is none. */
    static @Nullable PathSteps parseReference(String path) {
        if (path.isEmpty() || path.charAt(0) != '$') {
            return null;
        }
        List<Object> steps = new ArrayList<>();
        int at = 1;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '.' && at + 1 < path.length() && path.charAt(at + 1) == '[') {
                at++;
                c = '[';
            }
            int next;
            if (c == '.') {
                next = escapedName(path, at + 1, steps);
            } else if (c == '[') {
                next = bracket(path, at + 1, steps);
            } else {
                return null;
            }
            if (next < 0) {
                return null;
            }
            at = next;
        }
        return new PathSteps(steps);
    }

    private static int escapedName(String path, int from, List<Object> steps) {
        StringBuilder name = new StringBuilder();
        int at = from;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '\\') {
                at++;
                if (at == path.length()) {
                    return -1;
                }
                c = path.charAt(at);
            } else if (c == '.' || c == '[') {
                break;
            } else if ("@,:?*()]'\" ".indexOf(c) >= 0) {
                return -1;
            }
            name.append(c);
            at++;
        }
        if (name.length() == 0) {
            return -1;
        }
        steps.add(name.toString());
        return at;
    }

    private static int bracket(String path, int from, List<Object> steps) {
        if (from >= path.length()) {
            return -1;
        }
        char quote = path.charAt(from);
        if (quote == '\'' || quote == '"') {
            return quoted(path, from + 1, quote, steps);
        }
        int end = path.indexOf(']', from);
        if (end < 0 || end == from || end - from > MAX_INDEX_DIGITS) {
            return -1;
        }
        String number = path.substring(from, end);
        for (int i = 0; i < number.length(); i++) {
            boolean sign = i == 0 && number.charAt(0) == '-' && number.length() > 1;
            if (!sign && (number.charAt(i) < '0' || number.charAt(i) > '9')) {
                return -1;
            }
        }
        steps.add(Integer.valueOf(number));
        return end + 1;
    }

    /** A name in quotes; a backslash is itself but for one before the quote, as AWS reads it. */
    private static int quoted(String path, int from, char quote, List<Object> steps) {
        StringBuilder name = new StringBuilder();
        int at = from;
        while (at < path.length() && path.charAt(at) != quote) {
            if (path.charAt(at) == '\\' && at + 1 < path.length() && path.charAt(at + 1) == quote) {
                at++;
            }
            name.append(path.charAt(at++));
        }
        if (name.length() == 0 || at + 1 >= path.length() || path.charAt(at + 1) != ']') {
            return -1;
        }
        steps.add(name.toString());
        return at + 2;
    }

    /**
     * The value at the path; {@link MissingNode} if there is none; null if the last step is an index outside an array,
     * which AWS reads as {@code null} in some places and as missing in others.
     */
    @Nullable
    JsonNode find(JsonNode root) {
        JsonNode node = root;
        for (int i = 0; i < steps.size(); i++) {
            Object step = steps.get(i);
            JsonNode next;
            if (step instanceof Integer index) {
                if (!node.isArray() || index < 0) {
                    return MissingNode.getInstance();
                }
                next = node.get(index);
                if (next == null) {
                    return i == steps.size() - 1 ? null : MissingNode.getInstance();
                }
            } else {
                next = node.isObject() ? node.get((String) step) : null;
                if (next == null) {
                    return MissingNode.getInstance();
                }
            }
            node = next;
        }
        return node;
    }
}
