package io.github.asltestkit.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Step Functions reads and writes it: compact, keys in the order given, every number exact
 * and spelled as it came (1.0 stays 1.0).
 */
public final class JsonText {
    /**
     * How deep values are nested at most: no quota of AWS's, but a bound. Jackson writes a thousand levels, and this leaves
     * room for what is written around a value.
     */
    public static final int MAX_DEPTH = 900;

    /** What is said of a number with a larger exponent than any. */
    public static final String BEYOND_NUMBERS = "The exponent of a number has more than nine digits";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader FIRST_VALUE =
            MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A fixed-size escape such as {@code \n}. */
    private static final int SHORT_ESCAPE = 2;
    /** A control character as a {@code u} escape of four digits. */
    private static final int UNICODE_ESCAPE = 6;

    /** Compiled when it is first asked, which most tests never do. */
    private static final class Hints {
        static final Pattern PARSER_HINT =
                Pattern.compile(": enable `[^`]*`(?: to allow)?|,? from `[^`]*`| ?\\[Source: REDACTED[^\\]]*\\]"
                        + "| ?\\((?:enable `[^`]+` to allow|not recognized as one since Feature '[^']+' not enabled for parser)\\)"
                        + "|, maybe a \\(non-standard\\) comment\\?");
    }

    private JsonText() {}

    /** What the JSON parser says, without its advice to those who program with it. */
    public static String withoutHints(String parserMessage) {
        return Hints.PARSER_HINT.matcher(parserMessage).replaceAll("");
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonProcessingException if the text is not exactly one JSON value
     */
    public static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            String message = withoutHints(notJson.getOriginalMessage());
            throw new JsonParseException(null, message, notJson.getLocation(), notJson);
        } catch (NumberFormatException beyond) {
            throw beyondNumbers();
        }
        if (tree.isMissingNode()) {
            throw new JsonParseException(null, "No content to map due to end-of-input");
        }
        return tree;
    }

    /** Reads one JSON value; null where the text is none. */
    public static @Nullable JsonNode tryParse(String text) {
        try {
            return parse(text);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /**
     * As AWS reads the argument of States.StringToJson: blank is null, what follows the first value is ignored.
     *
     * @throws JsonProcessingException if the text does not begin with a JSON value
     */
    public static JsonNode parseFirst(String text) throws JsonProcessingException {
        try {
            JsonNode tree = FIRST_VALUE.readTree(text);
            return tree.isMissingNode() ? NullNode.getInstance() : tree;
        } catch (NumberFormatException beyond) {
            throw beyondNumbers();
        }
    }

    /** What Jackson throws at an exponent such as that of 1e9999999999 is no exception of its own. */
    private static JsonParseException beyondNumbers() {
        return new JsonParseException(null, BEYOND_NUMBERS);
    }

    /** A parser of a text that is too long to be held as a tree; {@link #read} takes its values one by one. */
    public static JsonParser parser(InputStream utf8) throws IOException {
        return MAPPER.getFactory().createParser(utf8);
    }

    /** The value that a parser stands at, or comes to next. */
    public static JsonNode read(JsonParser parser) throws IOException {
        JsonNode tree;
        try {
            tree = FIRST_VALUE.readTree(parser);
        } catch (NumberFormatException beyond) {
            throw beyondNumbers();
        }
        if (tree == null || tree.isMissingNode()) {
            throw new JsonParseException(parser, "No content to map due to end-of-input");
        }
        return tree;
    }

    /** A tree of an object that Jackson can turn into one; a tree is taken as it is. */
    public static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /** A new object that has room for so many fields and takes little more. */
    public static ObjectNode objectOf(int fields) {
        return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>((4 * fields + 2) / 3));
    }

    /** The value as compact JSON. */
    public static String write(JsonNode node) {
        StringBuilder text = new StringBuilder(64);
        append(text, node);
        return text.toString();
    }

    /** Writes the value as compact JSON behind a text. */
    public static void append(StringBuilder text, JsonNode node) {
        int before = text.length();
        if (new TreeText(text).write(node)) {
            return;
        }
        text.setLength(before);
        try {
            text.append(MAPPER.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that cannot be written", e);
        }
    }

    /** Writes a string within quotation marks behind a text. */
    public static void appendString(StringBuilder text, String value) {
        new TreeText(text).writeString(value);
    }

    /** The size in bytes of {@link #write} in UTF-8, without writing it. */
    public static long utf8Size(JsonNode node) {
        if (node.isTextual()) {
            return stringSize(node.textValue());
        }
        if (node.isContainerNode() && node.isEmpty()) {
            return 2;
        }
        if (node.isObject()) {
            long size = 2L + node.size() - 1;
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                size += stringSize(field.getKey()) + 1 + utf8Size(field.getValue());
            }
            return size;
        }
        if (node.isArray()) {
            long size = 2L + node.size() - 1;
            for (JsonNode element : node) {
                size += utf8Size(element);
            }
            return size;
        }
        if (node.isValueNode() && !node.isPojo() && !node.isBinary()) {
            return node.asText().length();
        }
        return stringSize(write(node)) - 2;
    }

    static long stringSize(String text) {
        long size = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                size += isShortEscape(c) ? SHORT_ESCAPE : UNICODE_ESCAPE;
            } else if (c == '"' || c == '\\') {
                size += SHORT_ESCAPE;
            } else if (c < 0x80) {
                size++;
            } else if (c < 0x800) {
                size += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                size += 4;
                i++;
            } else {
                size += 3;
            }
        }
        return size;
    }

    private static boolean isShortEscape(char c) {
        return c == '\b' || c == '\f' || c == '\n' || c == '\r' || c == '\t';
    }
}
