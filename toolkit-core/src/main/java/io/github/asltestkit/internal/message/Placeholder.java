package io.github.asltestkit.internal.message;

/** A placeholder such as {@code ${Name}} that has no value. */
public final class Placeholder {
    /** The code of the problem that a machine cannot run without its value. */
    public static final String UNRESOLVED = "UNRESOLVED_PLACEHOLDER";

    private Placeholder() {}

    /** The first one in a text, with its braces; the text itself if it holds none that is closed. */
    public static String first(String text) {
        int start = text.indexOf("${");
        return start < 0 || text.indexOf('}', start) < 0 ? text : text.substring(start, end(text, start));
    }

    /**
     * The position after a placeholder's closing brace; the end of the text if it has none. Braces in quotes within it
     * do not close it, unless the quotes do not close either.
     */
    public static int end(String text, int start) {
        int depth = 0;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                int closing = closing(text, i);
                i = closing < 0 ? i : closing;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Where the quotes close that open here, on the same line and before another placeholder; -1 if they do not. */
    private static int closing(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\n') {
                return -1;
            }
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }
}
