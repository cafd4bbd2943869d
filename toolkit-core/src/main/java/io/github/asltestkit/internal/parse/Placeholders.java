package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.message.Placeholder;

/** Placeholders such as {@code ${Name}} in JSON text. */
final class Placeholders {
    /** What a plain text of YAML does not hold within brackets, but for its placeholders. */
    private static final String NOT_PLAIN = ",[]{}\"'\\$";

    /** What a placeholder does not hold if it is a part of a plain text. */
    private static final String NOT_IN_PLACEHOLDER = "{}\"'\\";

    private Placeholders() {}

    /**
     * Puts quotes around placeholders that stand for a whole value without them, as templates have it:
     * {@code "MaxConcurrency": ${n}}.
     */
    static MappedText quoted(MappedText source) {
        String text = source.text();
        if (!text.contains("${")) {
            return source;
        }
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
     * Puts quotes around texts with placeholders within YAML's brackets and braces: there YAML itself reads
     * <code>{</code> as the beginning of a map.
     */
    static MappedText quotedInBrackets(MappedText source) {
        String text = source.text();
        MappedText.Builder quoted = new MappedText.Builder();
        int done = 0;
        int placeholder = text.indexOf("${");
        while (placeholder >= 0) {
            int start = startInBrackets(text, placeholder, done);
            int end = start < 0 ? -1 : endInBrackets(text, start);
            if (end > 0) {
                quoted.append(source, done, start).append('"', source.original(start));
                quoted.append(source, start, end).append('"', source.original(end));
                done = end;
            }
            placeholder = text.indexOf("${", Math.max(end, placeholder + 2));
        }
        return done == 0 ? source : quoted.append(source, done, text.length()).build();
    }

    /** Where the plain text that holds a placeholder begins; negative if it does not begin a value. */
    private static int startInBrackets(String text, int placeholder, int from) {
        int start = placeholder;
        int afterColon = -1;
        while (start > from && isPlain(text.charAt(start - 1))) {
            start--;
            if (text.charAt(start) == ':') {
                afterColon = start + 1;
            }
        }
        int before = start;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        return before > 0 && "[,{:".indexOf(text.charAt(before - 1)) >= 0 ? start : afterColon;
    }

    /** Where the plain text ends; negative if no comma and no closing bracket follows. */
    private static int endInBrackets(String text, int start) {
        int end = start;
        while (end < text.length()) {
            if (isPlain(text.charAt(end))) {
                end++;
            } else {
                int closed = text.startsWith("${", end) ? placeholderEnd(text, end + 2) : -1;
                if (closed < 0) {
                    break;
                }
                end = closed;
            }
        }
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && ",}]".indexOf(text.charAt(next)) >= 0 ? end : -1;
    }

    /** The position after the brace that closes a placeholder; negative if it holds what no placeholder does. */
    private static int placeholderEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && NOT_IN_PLACEHOLDER.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end > from && end < text.length() && text.charAt(end) == '}' ? end + 1 : -1;
    }

    private static boolean isPlain(char c) {
        return !Character.isWhitespace(c) && NOT_PLAIN.indexOf(c) < 0;
    }

    /** The position after a placeholder's closing brace; the end of the text if it has none. */
    static int end(String text, int start) {
        return Placeholder.end(text, start);
    }
}
