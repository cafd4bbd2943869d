package io.github.asltestkit.assertj;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a JSON value. Values are compared as JSON: the order of fields does not count, nor how a number is
 * spelled.
 *
 * @param <R> the assertion it came from, to return to
 */
public final class JsonAssert<R> extends AbstractAssert<JsonAssert<R>, JsonNode> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .findAndAddModules()
            .build();

    private final JsonPlace place;
    private final R origin;

    JsonAssert(JsonNode actual, JsonPlace place, R origin) {
        super(actual, JsonAssert.class);
        this.place = place;
        this.origin = origin;
    }

    /** Back to what the value belongs to: the execution, the state or the attempt. */
    public R and() {
        return origin;
    }

    private AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }

    /** Goes on with the value at a JSON pointer such as {@code /items/0/sku}, which must be there. */
    public JsonAssert<R> node(String pointer) {
        JsonNode node = at(pointer);
        if (node.isMissingNode()) {
            throw failure(ShouldHaveJson.node(place, pointer, actual));
        }
        return new JsonAssert<>(node, place.at(pointer), origin);
    }

    private JsonNode at(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("A JSON pointer starts with a slash: \"/" + pointer + "\", not \""
                    + pointer + "\". For a JSONPath use jsonPath(...).");
        }
        return actual.at(JsonPointer.compile(pointer));
    }

    /** Nothing is at the JSON pointer. */
    public JsonAssert<R> hasNoNode(String pointer) {
        JsonNode node = at(pointer);
        if (!node.isMissingNode()) {
            throw failure(ShouldHaveJson.absent(place, pointer, node));
        }
        return this;
    }

    /** Goes on with what a JSONPath such as {@code $.items[0].sku} selects; an array where it is not definite. */
    public JsonAssert<R> jsonPath(String path) {
        Configuration configuration = Configuration.builder()
                .jsonProvider(new JacksonJsonNodeJsonProvider())
                .mappingProvider(new JacksonMappingProvider())
                .build();
        try {
            JsonNode node = JsonPath.using(configuration).parse(actual).read(path);
            return new JsonAssert<>(node, place.at(path), origin);
        } catch (PathNotFoundException notThere) {
            throw failure(ShouldHaveJson.node(place, path, actual));
        }
    }

    /**
     * The value equals another: a tree, a number, a boolean, null, a map, a list, a bean, or text. Text is taken for JSON,
     * unless it is none, or the value is a string itself: then the two strings are compared.
     */
    @Override
    public JsonAssert<R> isEqualTo(@Nullable Object expected) {
        JsonNode tree = tree(expected);
        String difference = difference(tree, actual, "");
        if (difference != null) {
            throw failure(ShouldHaveJson.equal(place, tree, actual, difference));
        }
        return this;
    }

    /** The value is JSON null. */
    public JsonAssert<R> isJsonNull() {
        return isEqualTo(null);
    }

    private JsonNode tree(@Nullable Object expected) {
        if (expected == null) {
            return NullNode.getInstance();
        }
        if (expected instanceof JsonNode node) {
            return node;
        }
        if (expected instanceof String text) {
            if (actual.isTextual()) {
                return TextNode.valueOf(text);
            }
            try {
                JsonNode tree = MAPPER.readTree(text);
                return tree instanceof MissingNode ? TextNode.valueOf(text) : tree;
            } catch (JsonProcessingException notJson) {
                return TextNode.valueOf(text);
            }
        }
        return MAPPER.valueToTree(expected);
    }

    /** The pointer of the first place where two values differ; null where they are equal. */
    private static @Nullable String difference(JsonNode expected, JsonNode actual, String pointer) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0 ? null : pointer;
        }
        if (expected.getNodeType() != actual.getNodeType()) {
            return pointer;
        }
        if (expected.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                String below = difference(expected.path(i), actual.path(i), pointer + "/" + i);
                if (below != null) {
                    return below;
                }
            }
            return null;
        }
        if (expected.isObject()) {
            for (var field : expected.properties()) {
                String at = pointer + "/" + escaped(field.getKey());
                String below = difference(field.getValue(), actual.path(field.getKey()), at);
                if (below != null) {
                    return below;
                }
            }
            for (var field : actual.properties()) {
                if (!expected.has(field.getKey())) {
                    return pointer + "/" + escaped(field.getKey());
                }
            }
            return null;
        }
        return expected.equals(actual) ? null : pointer;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Goes on with the text of a string value, as AssertJ does with strings. */
    public AbstractStringAssert<?> asText() {
        if (!actual.isTextual()) {
            throw failure(ShouldHaveJson.equal(place, TextNode.valueOf("(a string)"), actual, ""));
        }
        return Assertions.assertThat(actual.textValue()).as(place.sentence());
    }

    /** The array or object has so many elements. */
    public JsonAssert<R> hasSize(int size) {
        if (actual.size() != size || !actual.isContainerNode()) {
            Message.Builder message = Message.verdict(place.sentence() + " has another size than expected.")
                    .line("expected size", String.valueOf(size))
                    .line(
                            "actual size",
                            actual.isContainerNode() ? String.valueOf(actual.size()) : "no array or object")
                    .line("actual JSON", actual.toString());
            throw failure(place.why().addTo(message).build(size, actual.size()));
        }
        return this;
    }
}
