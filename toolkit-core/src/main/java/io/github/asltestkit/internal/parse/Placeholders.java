package io.github.asltestkit.internal.parse;

/** Placeholders such as {@code ${Name}} in JSON text. */
final class Placeholders {

    private Placeholders() {}

    /**
     * Puts quotes around placeholders that stand for a whole value without them, as templates have it:
     * {@code "MaxConcurrency": ${n}}.
     */
    static MappedText quoted(MappedText source) {
        String text = source.text();
        MappedText.Builder quoted = new MappedText.Builder();
        boolean inString = false;
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && c == '$' && text.startsWith("${", i)) {
                int end = end(text, i);
                quoted.append(source, done, i).append('"', source.original(i));
                for (int j = i; j < end; j++) {
                    if (text.charAt(j) == '"' || text.charAt(j) == '\\') {
                        quoted.append('\\', source.original(j));
                    }
                    quoted.append(text.charAt(j), source.original(j));
                }
                quoted.append('"', source.original(end));
                done = end;
                i = end - 1;
            }
        }
        return done == 0 ? source : quoted.append(source, done, text.length()).build();
    }

    /**
     * The position after a placeholder's closing brace; the end of the text where there is none. Braces in quotes within it
     * do not close it, unless the quotes do not close either.
     */
    static int end(String text, int start) {
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
