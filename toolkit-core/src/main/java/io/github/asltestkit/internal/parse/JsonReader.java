package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into a tree that knows where each value stands. */
final class JsonReader {
    private static final String INVALID_JSON = "INVALID_JSON_DESCRIPTION";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String name;
    private final String text;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Diagnostic> diagnostics;

    private JsonReader(String name, String text, List<Diagnostic> diagnostics) {
        this.name = name;
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /** The tree, or null where the text is not JSON, which is then said in the diagnostics. */
    static @Nullable PlacedJson read(String name, String text, List<Diagnostic> diagnostics) {
        return new JsonReader(name, text, diagnostics).read();
    }

    private @Nullable PlacedJson read() {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                problem("The definition is empty", 1, 1, "");
                return null;
            }
            JsonNode tree = value(parser, "");
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                problem("There is more text after the definition's end", at.getLineNr(), at.getColumnNr(), "");
                return null;
            }
            return new PlacedJson(name, tree, text.lines().toList(), places);
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            problem(
                    "The definition is not JSON: " + firstLine(notJson.getOriginalMessage()),
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    "");
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading from a string does no input or output", impossible);
        }
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        places.put(pointer, new Place(at.getLineNr(), at.getColumnNr()));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT ->
                switch (parser.getNumberType()) {
                    case INT -> nodes.numberNode(parser.getIntValue());
                    case LONG -> nodes.numberNode(parser.getLongValue());
                    default -> nodes.numberNode(parser.getBigIntegerValue());
                };
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            parser.nextToken();
            String below = pointer + "/" + PlacedJson.escape(key);
            JsonNode value = value(parser, below);
            if (object.has(key)) {
                problem("The field '" + key + "' is given twice", at.getLineNr(), at.getColumnNr(), below);
            }
            object.set(key, value);
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, pointer + "/" + array.size()));
        }
        return array;
    }

    private void problem(String message, int line, int column, String pointer) {
        diagnostics.add(
                new Diagnostic(Severity.ERROR, INVALID_JSON, message, new Location(name, line, column, pointer), null));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
