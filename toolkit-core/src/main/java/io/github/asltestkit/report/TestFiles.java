package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.asltestkit.internal.explore.JoinedExploration;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The executions of tests as scripts, several tests to a file: thousands of files take long to write, and a file of a few
 * hundred kilobytes is read at once. The executions are copied from the files of runs, a test at a time.
 */
final class TestFiles implements Closeable {
    private static final int USUAL_SIZE = 256 * 1024;
    private static final int MOST_OPEN = 8;

    private final Map<Path, RandomAccessFile> open = new LinkedHashMap<>();

    private TestFiles() {}

    /** Writes {@code 0.js}, {@code 1.js} and so on; gives the number of each test's file. */
    static int[] write(List<ReportPage> tests, Path folder) throws IOException {
        int[] files = new int[tests.size()];
        try (TestFiles sources = new TestFiles()) {
            int written = 0;
            for (int file = 0; written < tests.size(); file++) {
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve(file + ".js")), 1 << 16)) {
                    long size = 0;
                    while (written < tests.size() && (size == 0 || size + length(tests.get(written)) <= USUAL_SIZE)) {
                        size += length(tests.get(written));
                        files[written] = file;
                        sources.copy(tests.get(written), written, out);
                        written++;
                    }
                }
            }
        }
        return files;
    }

    private static long length(ReportPage page) {
        return page.parts().stream()
                .mapToLong(part -> part.executions().length())
                .sum();
    }

    private void copy(ReportPage page, int number, OutputStream out) throws IOException {
        byte[] executions = page.isJoined() ? joined(page) : read(page.test());
        out.write(("aslTest(" + number + ",").getBytes(StandardCharsets.UTF_8));
        ScriptLiteral.write(executions, executions.length, out);
        out.write(");\n".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] read(RecordedTest test) throws IOException {
        byte[] executions = new byte[test.executions().length()];
        RandomAccessFile source = source(test.executions().file());
        source.seek(test.executions().offset());
        source.readFully(executions);
        return executions;
    }

    /** The parts as they are, and which of their executions are shown: each part has words and payloads of its own. */
    private byte[] joined(ReportPage page) throws IOException {
        JoinedExploration exploration = Objects.requireNonNull(page.exploration());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        try (JsonGenerator json = PageJson.FACTORY.createGenerator(joined)) {
            json.writeStartObject();
            json.writeStringField("failure", page.test().by().failure());
            json.writeStringField("about", PageJson.cut(exploration.about()));
            json.writeArrayFieldStart("shown");
            for (String plan : exploration.shown()) {
                json.writeString(plan);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("parts");
            for (RecordedTest part : page.parts()) {
                json.writeRawValue(new String(read(part), StandardCharsets.UTF_8));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return joined.toByteArray();
    }

    private RandomAccessFile source(Path path) throws IOException {
        RandomAccessFile source = open.remove(path);
        if (source == null) {
            if (open.size() >= MOST_OPEN) {
                Path longestOpen = open.keySet().iterator().next();
                RandomAccessFile closing = open.remove(longestOpen);
                if (closing != null) {
                    closing.close();
                }
            }
            source = new RandomAccessFile(path.toFile(), "r");
        }
        open.put(path, source);
        return source;
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile source : open.values()) {
            source.close();
        }
    }
}
