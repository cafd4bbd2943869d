package io.github.asltestkit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as a literal of JavaScript in single quotes. So what a file of runs holds is never code, whatever it holds: the
 * page parses the text as JSON.
 */
final class ScriptLiteral {
    private static final byte[][] ESCAPES = new byte[256][];

    static {
        escape('\'', "\\'");
        escape('\\', "\\\\");
        escape('<', "\\x3c"); // ends a script element, with what follows it
        for (int control = 0; control < ' '; control++) {
            escape(control, String.format(java.util.Locale.ROOT, "\\x%02x", control));
        }
        escape(0xE2, ""); // begins U+2028 and U+2029, which old browsers take for the end of a line
    }

    private ScriptLiteral() {}

    private static void escape(int character, String by) {
        ESCAPES[character] = by.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes UTF-8 as a literal, with its quotes. */
    static void write(byte[] utf8, int length, OutputStream out) throws IOException {
        out.write('\'');
        int done = 0;
        for (int i = 0; i < length; i++) {
            byte[] escape = ESCAPES[utf8[i] & 0xFF];
            if (escape != null) {
                if (escape.length > 0) {
                    out.write(utf8, done, i - done);
                    out.write(escape);
                    done = i + 1;
                } else if (isLineEnd(utf8, i, length)) {
                    out.write(utf8, done, i - done);
                    out.write(utf8[i + 2] == (byte) 0xA8 ? LINE : PARAGRAPH);
                    done = i + 3;
                    i += 2;
                }
            }
        }
        out.write(utf8, done, length - done);
        out.write('\'');
    }

    private static final byte[] LINE = "\\u2028".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PARAGRAPH = "\\u2029".getBytes(StandardCharsets.US_ASCII);

    private static boolean isLineEnd(byte[] utf8, int i, int length) {
        return i + 2 < length
                && utf8[i + 1] == (byte) 0x80
                && (utf8[i + 2] == (byte) 0xA8 || utf8[i + 2] == (byte) 0xA9);
    }
}
