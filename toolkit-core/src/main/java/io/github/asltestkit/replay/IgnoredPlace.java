package io.github.asltestkit.replay;

import io.github.asltestkit.internal.message.Pointers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in parameters or outputs that is not compared.
 *
 * @param state the state whose parameters are meant; empty for all, and for outputs
 * @param pointers the JSON pointers that are meant, and all that is below them
 */
record IgnoredPlace(String state, Pattern pointers) {
    private static final Pattern SEGMENT =
            Pattern.compile("\\.\\.([\\w-]+|\\*)|\\.([\\w-]+|\\*)|\\[(\\d+|\\*)]|\\['([^']*)'](?=[.\\[]|$)");

    static IgnoredPlace parse(String state, String path) {
        StringBuilder regex = new StringBuilder();
        Matcher segment = SEGMENT.matcher(path);
        int end = 1;
        while (path.startsWith("$") && end < path.length() && segment.find(end) && segment.start() == end) {
            if (segment.group(1) != null) {
                regex.append("(?:/[^/]*)*/").append(one(segment.group(1)));
            } else {
                String name = segment.group(2) != null
                        ? segment.group(2)
                        : segment.group(3) != null ? segment.group(3) : Pointers.segment(segment.group(4));
                regex.append('/').append(segment.group(4) != null ? Pattern.quote(name) : one(name));
            }
            end = segment.end();
        }
        if (!path.startsWith("$") || end != path.length()) {
            throw new IllegalArgumentException("\"" + path + "\" is not a path to ignore:"
                    + " write one such as $.requestedAt, $.items[*].id, or $..traceId for any depth");
        }
        return new IgnoredPlace(state, Pattern.compile(regex + "(?:/.*)?"));
    }

    private static String one(String name) {
        return name.equals("*") ? "[^/]*" : Pattern.quote(name);
    }

    boolean matches(String stateOfValue, String pointer) {
        return (state.isEmpty() || state.equals(stateOfValue))
                && pointers.matcher(pointer).matches();
    }
}
