package io.github.asltestkit.internal.items;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text in the dialect of Step Functions. No CSV library reads it, neither fastcsv nor commons-csv:
 * quotation marks enclose what holds delimiters and line ends and are doubled within; a backslash keeps a delimiter, a
 * quotation mark or a backslash, and is dropped before anything else.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader: CSV file in
 *     an Amazon S3 bucket</a>
 */
final class CsvRecords implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader text;
    private final char delimiter;
    private final String source;
    private boolean started;

    CsvRecords(InputStream stream, char delimiter, String source) {
        this.text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 64 * 1024);
        this.delimiter = delimiter;
        this.source = source;
    }

    /** The fields of the next record that is not an empty line; null after the last. */
    @Nullable
    List<String> next() {
        try {
            List<String> fields = read();
            while (fields != null && fields.isEmpty()) {
                fields = read();
            }
            return fields;
        } catch (IOException unreadable) {
            throw ItemReaderException.unreadable("delimited text", source, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Null at the end, no field at all for an empty line. */
    private @Nullable List<String> read() throws IOException {
        int c = text.read();
        if (!started) {
            started = true;
            if (c == BYTE_ORDER_MARK) {
                c = text.read();
            }
        }
        if (c < 0) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        if (isLineEnd(c)) {
            return fields;
        }
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        while (c >= 0) {
            if (c == '\\') {
                c = text.read();
                if (c == '\\' || c == '"' || c == delimiter) {
                    field.append((char) c);
                    c = text.read();
                }
            } else if (c == '"') {
                c = text.read();
                if (quoted && c == '"') {
                    field.append('"');
                    c = text.read();
                } else {
                    quoted = !quoted;
                }
            } else if (quoted) {
                field.append((char) c);
                c = text.read();
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
                c = text.read();
            } else if (isLineEnd(c)) {
                break;
            } else {
                field.append((char) c);
                c = text.read();
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** A line feed, or a carriage return with the line feed that may follow. */
    private boolean isLineEnd(int c) throws IOException {
        if (c == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
            return true;
        }
        return c == '\n';
    }

    @Override
    public void close() {
        Closing.quietly(text);
    }
}
