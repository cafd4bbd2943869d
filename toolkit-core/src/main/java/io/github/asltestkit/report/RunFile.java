package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.coverage.DefinitionOutline;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of runs from its beginning to its end, and skips the executions, of which it only tells the place. A last line
 * that was not written to its end, because the JVM was killed, is as good as not there.
 */
final class RunFile implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER = 1 << 16;

    /** Part of a file. */
    record Place(Path file, long offset, int length) {}

    /** What a file has: exactly one of a test, a definition with its place, and a line about mutants. */
    record Entry(
            @Nullable RecordedTest test,
            @Nullable DefinitionOutline definition,
            @Nullable Place place,
            @Nullable JsonNode mutation) {}

    private final Path file;
    private final InputStream in;
    private long position;
    private int number;

    private RunFile(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static RunFile open(Path file) throws IOException {
        return new RunFile(file, new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /**
     * The next test or definition.
     *
     * @return null at the end
     * @throws IOException if the line is none of a file of runs, or the file cannot be read
     */
    @Nullable
    Entry next() throws IOException {
        long offset = position;
        byte[] line = line();
        if (line == null) {
            return null;
        }
        number++;
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode test = json.path("test");
            if (test.isObject()) {
                return test(test, line);
            }
            if (json.path("definition").isObject()) {
                DefinitionOutline outline = DefinitionOutline.ofJson(json.path("definition"));
                return new Entry(null, outline, new Place(file, offset, line.length), null);
            }
            if (RecordedMutations.isOne(json)) {
                return new Entry(null, null, null, json);
            }
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new IOException(file + ":" + number + ": no line of a file of runs", broken);
        }
        throw new IOException(file + ":" + number + ": no line of a file of runs");
    }

    private @Nullable Entry test(JsonNode test, byte[] line) throws IOException {
        int length = test.path("bytes").asInt(-1);
        if (length < 0) {
            throw new IllegalArgumentException("bytes");
        }
        Place executions = new Place(file, position, length);
        long skipped = skip(length);
        int end = in.read();
        position += skipped + 1;
        number++;
        if (end < 0) {
            return null;
        }
        if (skipped < length || end != '\n') {
            throw new IllegalArgumentException("bytes");
        }
        return new Entry(RecordedTest.of(test, executions, line), null, null, null);
    }

    private long skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                return length - left;
            }
            left -= skipped;
        }
        return length;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER >> 6);
        for (int next = in.read(); next >= 0; next = in.read()) {
            position++;
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
