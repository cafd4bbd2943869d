package io.github.asltestkit.internal.message;

/** A placeholder such as {@code ${Name}} that has no value. */
public final class Placeholder {
    /** The code of the problem that a machine cannot run without its value. */
    public static final String UNRESOLVED = "UNRESOLVED_PLACEHOLDER";

    private Placeholder() {}

    /** The first one in a text, with its braces; the text itself where it holds none that is closed. */
    public static String first(String text) {
        int start = text.indexOf("${");
        int end = text.indexOf('}', Math.max(0, start));
        return start < 0 || end < 0 ? text : text.substring(start, end + 1);
    }
}
