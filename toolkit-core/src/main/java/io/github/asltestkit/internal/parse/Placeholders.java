package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.message.Placeholder;

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

    /** The position after a placeholder's closing brace; the end of the text if it has none. */
    static int end(String text, int start) {
        return Placeholder.end(text, start);
    }
}
