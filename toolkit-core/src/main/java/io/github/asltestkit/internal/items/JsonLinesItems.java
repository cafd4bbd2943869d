package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.asltestkit.internal.json.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The values of a JSON Lines file. */
final class JsonLinesItems implements ItemStream {
    private final BufferedReader lines;
    private final String source;
    private long number;

    JsonLinesItems(InputStream stream, String source) {
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 64 * 1024);
        this.source = source;
    }

    @Override
    public @Nullable Item next() {
        try {
            String line = lines.readLine();
            number++;
            while (line != null && line.isBlank()) {
                line = lines.readLine();
                number++;
            }
            return line == null ? null : new Item(null, JsonText.parse(line), source);
        } catch (JsonProcessingException notJson) {
            throw ItemReaderException.unreadable(
                    "JSON Lines", source, notJson.getOriginalMessage() + " in line " + number);
        } catch (IOException unreadable) {
            throw ItemReaderException.unreadable("JSON Lines", source, String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public void close() {
        Closing.quietly(lines);
    }
}
