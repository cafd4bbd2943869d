package io.github.asltestkit.internal.parse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text made of parts of another one (a string in a template, say), which knows for each of its characters the offset
 * in the text it came from.
 */
final class MappedText {
    private final String text;
    /** Null where each character is at its own offset. */
    private final int @Nullable [] offsets;

    private MappedText(String text, int @Nullable [] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    static MappedText identity(String text) {
        return new MappedText(text, null);
    }

    String text() {
        return text;
    }

    int original(long offset) {
        int within = (int) Math.max(0, Math.min(offset, text.length()));
        int[] known = offsets;
        return known == null ? within : known[within];
    }

    boolean isIdentity() {
        return offsets == null;
    }

    MappedText part(int from, int to) {
        return new Builder().append(this, from, to).build();
    }

    /** Collects the parts. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] offsets = new int[64];

        /** Text that all comes from one place. */
        Builder append(String part, int original) {
            int at = room(part.length());
            text.append(part);
            Arrays.fill(offsets, at, text.length() + 1, original);
            return this;
        }

        Builder append(MappedText part) {
            return append(part, 0, part.text.length());
        }

        /** A part of another text. */
        Builder append(MappedText whole, int from, int to) {
            int at = room(to - from);
            text.append(whole.text, from, to);
            for (int i = from; i <= to; i++) {
                offsets[at + i - from] = whole.original(i);
            }
            return this;
        }

        Builder append(char c, int original) {
            int at = room(1);
            text.append(c);
            offsets[at] = original;
            offsets[at + 1] = original;
            return this;
        }

        /** Makes room for more characters, and for the offset behind them; where they begin. */
        private int room(int more) {
            int at = text.length();
            if (at + more + 1 > offsets.length) {
                offsets = Arrays.copyOf(offsets, Math.max(offsets.length * 2, at + more + 1));
            }
            return at;
        }

        MappedText build() {
            return new MappedText(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
        }
    }

    /**
     * The value of a scalar, with the place of each character in the file: walks the raw text beside the value, past
     * escapes, quotes and the indentation of folded and literal blocks.
     *
     * @param value what the scalar means
     * @param file the whole file
     * @param start where the scalar begins in it
     */
    static MappedText ofScalar(String value, String file, int start) {
        Builder builder = new Builder();
        int raw = pastProperties(file, start);
        if (raw < file.length() && (file.charAt(raw) == '|' || file.charAt(raw) == '>')) {
            while (raw < file.length() && file.charAt(raw) != '\n') {
                raw++;
            }
        } else if (raw < file.length() && (file.charAt(raw) == '"' || file.charAt(raw) == '\'')) {
            raw++;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            raw = next(c, file, raw);
            builder.append(c, Math.min(raw, file.length()));
            raw += width(c, file, raw);
        }
        return builder.build();
    }

    /** The tag and the anchor of a YAML scalar stand before it. */
    private static int pastProperties(String file, int start) {
        int at = start;
        while (at < file.length() && (file.charAt(at) == '!' || file.charAt(at) == '&')) {
            while (at < file.length() && !Character.isWhitespace(file.charAt(at))) {
                at++;
            }
            while (at < file.length() && Character.isWhitespace(file.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /** The nearest position that can stand for the character; the same position where none does. */
    private static int next(char c, String file, int from) {
        int at = from;
        while (at < file.length()) {
            char raw = file.charAt(at);
            if (raw == c || raw == '\\') {
                return at;
            }
            if (Character.isWhitespace(c) && Character.isWhitespace(raw)) {
                return at;
            }
            if (!Character.isWhitespace(raw) && raw != '\'') {
                return from;
            }
            at++;
        }
        return from;
    }

    private static int width(char c, String file, int at) {
        if (at >= file.length()) {
            return 0;
        }
        char raw = file.charAt(at);
        if (raw == '\\' && c != '\\') {
            return escape(file, at);
        }
        if (raw == '\\') {
            return at + 1 < file.length() && file.charAt(at + 1) == '\\' ? 2 : 1;
        }
        return raw == c || Character.isWhitespace(raw) ? 1 : 0;
    }

    private static int escape(String file, int at) {
        char kind = at + 1 < file.length() ? file.charAt(at + 1) : ' ';
        return switch (kind) {
            case 'u' -> 6;
            case 'x' -> 4;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
