package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Location;

/**
 * The part of a file that a change replaces: of two elements that change places, both. Lines and columns are counted from 1; the end is the first place behind it. The
 * end of a value that is not written in JSON is taken to be that of its line.
 */
public record Span(int line, int column, int endLine, int endColumn) {
    /** As much of a file as the value of a definition may cover. */
    private static final int MOST_LINES = 10_000;

    /** The part of a value or, where its name goes with it, of the name and the value. */
    public static Span of(DefinitionSource source, Change change) {
        Location start = change.takesName() ? source.locateName(change.pointer()) : source.locate(change.pointer());
        Span first = new Scan(source, start).span();
        String last = change.lastPointer();
        if (last.equals(change.pointer())) {
            return first;
        }
        Span second = new Scan(source, source.locate(last)).span();
        return new Span(first.line, first.column, second.endLine, second.endColumn);
    }

    /** Reads JSON as far as its end has to be known. */
    private static final class Scan {
        private final DefinitionSource source;
        private final Location start;
        private int line;
        private int at;
        private String text;

        Scan(DefinitionSource source, Location start) {
            this.source = source;
            this.start = start;
            this.line = start.line();
            this.at = start.column() - 1;
            this.text = source.line(start.line());
        }

        Span span() {
            boolean found = start.line() > 0 && value() && (!colonFollows() || value());
            if (found) {
                return new Span(start.line(), start.column(), line, at + 1);
            }
            int end = source.line(start.line()).stripTrailing().length() + 1;
            return new Span(start.line(), start.column(), start.line(), Math.max(end, start.column()));
        }

        private boolean colonFollows() {
            int lineBefore = line;
            int before = at;
            if (peek() == ':') {
                at++;
                return true;
            }
            line = lineBefore;
            at = before;
            text = source.line(line);
            return false;
        }

        /** The next character that is not white space; 0 if there is none. */
        private char peek() {
            while (line - start.line() < MOST_LINES) {
                while (at < text.length()) {
                    if (!Character.isWhitespace(text.charAt(at))) {
                        return text.charAt(at);
                    }
                    at++;
                }
                if (source.line(line + 1).isEmpty() && source.line(line + 2).isEmpty()) {
                    return 0;
                }
                line++;
                at = 0;
                text = source.line(line);
            }
            return 0;
        }

        private boolean value() {
            char first = peek();
            if (first == '"') {
                return string();
            }
            if (first == '{' || first == '[') {
                return container();
            }
            int from = at;
            while (at < text.length() && ",]}: \t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String scalar = text.substring(from, at);
            return scalar.matches("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");
        }

        private boolean string() {
            for (at++; at < text.length(); at++) {
                if (text.charAt(at) == '"') {
                    at++;
                    return true;
                }
                if (text.charAt(at) == '\\') {
                    at++;
                }
            }
            return false;
        }

        private boolean container() {
            int depth = 0;
            for (char c = peek(); c != 0; c = peek()) {
                if (c == '"') {
                    if (!string()) {
                        return false;
                    }
                    continue;
                }
                at++;
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth == 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
