package io.github.asltestkit.internal.message;

import java.util.Arrays;
import java.util.List;

/**
 * JSON pointers, by which diagnostics, coverage and replays say where something is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public final class Pointers {
    private Pointers() {}

    /** A name as a segment of a pointer. */
    public static String segment(String name) {
        boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
        return plain ? name : name.replace("~", "~0").replace("/", "~1");
    }

    /** The names in a pointer, from the outermost; none for the whole. */
    public static List<String> segments(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
