package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The elements of the array, or the fields of the object, in a JSON file; read without holding the file. */
final class JsonItems implements ItemStream {
    private final JsonParser parser;
    private final String source;
    private final boolean fields;

    private JsonItems(JsonParser parser, String source, boolean fields) {
        this.parser = parser;
        this.source = source;
        this.fields = fields;
    }

    /**
     * Opens a file.
     *
     * @param pointer where in it the items are: an array or an object; null for the file as a whole, which has to be an array
     *     (recorded)
     */
    static ItemStream open(InputStream stream, @Nullable String pointer, String source) {
        try {
            JsonParser whole = JsonText.parser(stream);
            JsonParser parser = pointer == null || pointer.isEmpty()
                    ? whole
                    : new FilteringParserDelegate(
                            whole, new JsonPointerBasedFilter(pointer), TokenFilter.Inclusion.ONLY_INCLUDE_ALL, false);
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return new JsonItems(parser, source, false);
            }
            if (first == JsonToken.START_OBJECT && pointer != null) {
                return new JsonItems(parser, source, true);
            }
            Closing.quietly(parser);
            throw new ItemReaderException(NOT_ITERABLE);
        } catch (IOException notJson) {
            throw unreadable(source, notJson);
        }
    }

    /** AWS's words for a file that holds neither an array nor, where it may, an object (recorded). */
    static final String NOT_ITERABLE = "Attempting to map over non-iterable node.";

    /** The whole file as a tree. */
    static JsonNode tree(InputStream stream, String source) {
        try (JsonParser parser = JsonText.parser(stream)) {
            return JsonText.read(parser);
        } catch (IOException notJson) {
            throw unreadable(source, notJson);
        }
    }

    @Override
    public @Nullable Item next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                return null;
            }
            String key = null;
            if (fields) {
                key = parser.currentName();
                parser.nextToken();
            }
            return new Item(key, JsonText.read(parser), source);
        } catch (IOException notJson) {
            throw unreadable(source, notJson);
        }
    }

    static ItemReaderException unreadable(String source, IOException notJson) {
        String detail = notJson instanceof JsonProcessingException where
                ? where.getOriginalMessage()
                        + (where.getLocation() == null
                                ? ""
                                : " at line " + where.getLocation().getLineNr() + ", column "
                                        + where.getLocation().getColumnNr())
                : String.valueOf(notJson.getMessage());
        return ItemReaderException.unreadable("JSON", source, detail);
    }

    @Override
    public void close() {
        Closing.quietly(parser);
    }
}
