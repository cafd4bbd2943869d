package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plain path: a field's name, or an index.
 *
 * @param name the field's name; null for an index
 * @param index the index, from the end where negative
 */
record PathSegment(@Nullable String name, int index) {

    /** The steps of a path of names and indices only; null where it has more than that. */
    static @Nullable List<PathSegment> parse(String path) {
        List<PathSegment> segments = new ArrayList<>();
        int at = 1;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '.') {
                int end = at + 1;
                while (end < path.length() && isNamePart(path.charAt(end))) {
                    end++;
                }
                if (end == at + 1 || (end < path.length() && path.charAt(end) == '(')) {
                    return null;
                }
                segments.add(new PathSegment(path.substring(at + 1, end), 0));
                at = end;
            } else if (c == '[') {
                int end = bracket(path, at, segments);
                if (end < 0) {
                    return null;
                }
                at = end;
            } else {
                return null;
            }
        }
        return List.copyOf(segments);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static int bracket(String path, int at, List<PathSegment> segments) {
        int close = path.indexOf(']', at);
        if (close < 0) {
            return -1;
        }
        String inside = path.substring(at + 1, close).strip();
        if (inside.matches("-?\\d{1,9}")) {
            segments.add(new PathSegment(null, Integer.parseInt(inside)));
            return close + 1;
        }
        boolean quoted = inside.length() >= 2 && (inside.charAt(0) == '\'' || inside.charAt(0) == '"');
        if (!quoted) {
            return -1;
        }
        char quote = inside.charAt(0);
        String name = inside.substring(1, inside.length() - 1);
        boolean plain = inside.charAt(inside.length() - 1) == quote
                && name.indexOf(quote) < 0
                && !name.contains("\\\\")
                && !name.isEmpty();
        if (!plain) {
            return -1;
        }
        segments.add(new PathSegment(name, 0));
        return close + 1;
    }

    /** The value at the end of the steps, or null where there is none. */
    static @Nullable JsonNode walk(JsonNode from, List<PathSegment> segments) {
        JsonNode at = from;
        for (PathSegment segment : segments) {
            at = segment.step(at);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    @Nullable
    JsonNode step(JsonNode from) {
        if (name != null) {
            return from.isObject() ? from.get(name) : null;
        }
        return from.isArray() ? from.get(index < 0 ? from.size() + index : index) : null;
    }

    @Override
    public String toString() {
        return name != null ? "['" + name + "']" : "[" + index + "]";
    }
}
