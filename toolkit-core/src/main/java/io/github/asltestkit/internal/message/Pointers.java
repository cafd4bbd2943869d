package io.github.asltestkit.internal.message;

/**
 * JSON pointers, by which diagnostics, coverage and replays say where something is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public final class Pointers {
    private Pointers() {}

    /** A name as a segment of a pointer. */
    public static String segment(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
