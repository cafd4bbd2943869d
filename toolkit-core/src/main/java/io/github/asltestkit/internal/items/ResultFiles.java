package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.s3.Bucket;
import io.github.asltestkit.s3.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SUCCEEDED_0.json}, {@code SUCCEEDED_1.json} and so on: JSON arrays, or JSON Lines. */
final class ResultFiles {
    /** The most bytes of a file. */
    private static final long MAX_BYTES = 5L * 1024 * 1024 * 1024;

    private static final byte[] OPENING = {'['};
    private static final byte[] COMMA = {','};
    private static final byte[] CLOSING = {']'};
    private static final byte[] LINE_FEED = {'\n'};

    private final Bucket bucket;
    private final String prefix;
    private final boolean lines;
    private final List<Written> written = new ArrayList<>();
    private final StringBuilder json = new StringBuilder();
    private @Nullable ObjectWriter open;

    /** A file that is complete. */
    record Written(String key, long size) {}

    ResultFiles(Bucket bucket, String prefix, boolean lines) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.lines = lines;
    }

    void write(JsonNode value) {
        JsonText.append(json, value);
        writeJson();
    }

    void write(Results.Description value) {
        value.write(json);
        writeJson();
    }

    private void writeJson() {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        json.setLength(0);
        ObjectWriter file = open;
        if (file != null && file.size() + bytes.length + 2 > MAX_BYTES) {
            close();
            file = null;
        }
        if (file == null) {
            file = bucket.write(prefix + "_" + written.size() + (lines ? ".jsonl" : ".json"));
            open = file;
            if (!lines) {
                file.write(OPENING);
            }
        } else if (!lines) {
            file.write(COMMA);
        }
        file.write(bytes);
        if (lines) {
            file.write(LINE_FEED);
        }
    }

    /** Completes the file that is open; the next result begins another. */
    List<Written> close() {
        ObjectWriter file = open;
        if (file != null) {
            if (!lines) {
                file.write(CLOSING);
            }
            file.close();
            written.add(new Written(file.key(), file.size()));
            open = null;
        }
        return List.copyOf(written);
    }

    /** Removes all files. */
    void delete() {
        close().forEach(file -> bucket.delete(file.key()));
    }
}
