package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.message.Placeholder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders such as {@code ${Name}} in JSON text. */
final class Placeholders {
    /** A plain text of YAML that holds a placeholder, up to what ends it within brackets. */
    private static final Pattern IN_BRACKETS = Pattern.compile("(?<=[\\[,{:])\\s*+((?=[^\\s,\"'$]*+\\$\\{)"
            + "(?:[^\\s,\\[\\]{}\"'\\\\$]|\\$\\{[^\\s{}\"'\\\\]++})++)(?=\\s*+[,}\\]])");

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
     * Puts quotes around texts with placeholders within YAML's brackets and braces: there YAML itself reads
     * <code>{</code> as the beginning of a map.
     */
    static MappedText quotedInBrackets(MappedText source) {
        Matcher value = IN_BRACKETS.matcher(source.text());
        MappedText.Builder quoted = new MappedText.Builder();
        int done = 0;
        while (value.find()) {
            quoted.append(source, done, value.start(1)).append('"', source.original(value.start(1)));
            quoted.append(source, value.start(1), value.end(1)).append('"', source.original(value.end(1)));
            done = value.end(1);
        }
        return done == 0
                ? source
                : quoted.append(source, done, source.text().length()).build();
    }

    /** The position after a placeholder's closing brace; the end of the text if it has none. */
    static int end(String text, int start) {
        return Placeholder.end(text, start);
    }
}
