package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON into a tree that knows where each value stands. */
final class JsonReader {
    /** Far more levels than any definition has, and few enough for the stack of any thread. */
    static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Tokens {
        static final Pattern UNRECOGNIZED = Pattern.compile("Unrecognized token '([^']*)'");
    }

    /** As much of a text as a message of the parser shows. */
    private static final int SHOWN = 500;

    private final String name;
    private final MappedText text;
    private final LineIndex file;
    private final Places places;
    private final List<Diagnostic> diagnostics;

    private JsonReader(String name, MappedText text, LineIndex file, List<Diagnostic> diagnostics) {
        this.name = name;
        this.text = text;
        this.places = new Places(text.text().length());
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /**
     * The tree, or null where the text is not JSON, which is then said in the diagnostics.
     *
     * @param text the JSON, which may be a part of the file
     * @param file the file, in which the places are
     */
    static @Nullable PlacedJson read(String name, MappedText text, LineIndex file, List<Diagnostic> diagnostics) {
        return new JsonReader(name, text, file, diagnostics).read();
    }

    private @Nullable PlacedJson read() {
        try (JsonParser parser = FACTORY.createParser(text.text())) {
            if (parser.nextToken() == null) {
                diagnostics.add(Problems.empty(new Location(name, 1, 1, "")));
                return null;
            }
            JsonNode tree = value(parser, "");
            if (parser.nextToken() != null) {
                problem(
                        "There is more text after the end of the definition",
                        parser.currentTokenLocation().getCharOffset(),
                        "");
                return null;
            }
            return new PlacedJson(name, tree, file, "", places);
        } catch (StreamConstraintsException tooMuch) {
            boolean deep = tooMuch.getOriginalMessage().startsWith("Document nesting depth");
            if (deep) {
                diagnostics.add(Problems.tooDeep(location(at(tooMuch), "")));
            } else {
                problem(
                        "The definition exceeds a limit: "
                                + JsonText.withoutHints(firstLine(tooMuch.getOriginalMessage())),
                        at(tooMuch),
                        "");
            }
            return null;
        } catch (JsonProcessingException notJson) {
            String message = JsonText.withoutHints(firstLine(notJson.getOriginalMessage()));
            String source = awsSource(message, notJson.getLocation());
            diagnostics.add(new Diagnostic(
                    Severity.ERROR,
                    Problems.NOT_JSON,
                    source == null ? message : message + "\n at " + source,
                    location(at(notJson), ""),
                    null,
                    source));
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading from a string does no input or output", impossible);
        }
    }

    /** Where Step Functions says that a text is no JSON: in the words of the JSON parser that it uses. */
    private @Nullable String awsSource(String message, @Nullable JsonLocation location) {
        if (location == null) {
            return null;
        }
        String json = text.text();
        String shown = json.length() <= SHOWN
                ? "\"" + json + "\""
                : "\"" + json.substring(0, SHOWN) + "\"[truncated " + (json.length() - SHOWN) + " chars]";
        // Older versions of the parser say where they stopped, newer ones where the wrong token begins.
        Matcher token = Tokens.UNRECOGNIZED.matcher(message);
        int wrong = token.find() ? token.group(1).length() : message.startsWith("Unexpected character") ? 1 : 0;
        return "[Source: (String)" + shown + "; line: " + location.getLineNr() + ", column: "
                + (location.getColumnNr() + wrong) + "]";
    }

    private Location location(long offset, String pointer) {
        Place at = place(offset);
        return new Location(name, at.line(), at.column(), pointer);
    }

    private static long at(JsonProcessingException notJson) {
        JsonLocation location = notJson.getLocation();
        return location == null ? 0 : location.getCharOffset();
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        places.value(pointer, place(parser.currentTokenLocation().getCharOffset()));
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
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(decimal(parser));
            default -> nodes.nullNode();
        };
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException beyond) {
            throw new JsonParseException(parser, JsonText.BEYOND_NUMBERS, parser.currentTokenLocation());
        }
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            long at = parser.currentTokenLocation().getCharOffset();
            parser.nextToken();
            String below = pointer + "/" + Pointers.segment(key);
            places.name(below, place(at));
            JsonNode value = value(parser, below);
            if (object.has(key)) {
                duplicate(key, at, below);
            } else {
                object.set(key, value);
            }
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

    private Place place(long offset) {
        return file.place(text.original(offset));
    }

    private void duplicate(String key, long offset, String pointer) {
        problem("Duplicate field '" + key + "'", offset, pointer, places.firstAt(pointer));
    }

    private void problem(String message, long offset, String pointer) {
        problem(message, offset, pointer, null);
    }

    private void problem(String message, long offset, String pointer, @Nullable String hint) {
        diagnostics.add(
                new Diagnostic(Severity.ERROR, Problems.NOT_JSON, message, location(offset, pointer), hint, null));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() <= 200 ? line : line.substring(0, 197) + "...";
    }
}
