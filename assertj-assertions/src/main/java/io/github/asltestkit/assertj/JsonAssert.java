package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.asltestkit.assertj.error.JsonComparison;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.ShouldEqualJson;
import io.github.asltestkit.assertj.error.ShouldHaveJsonNode;
import io.github.asltestkit.assertj.error.ShouldHaveJsonSize;
import io.github.asltestkit.assertj.error.ShouldHaveJsonType;
import io.github.asltestkit.assertj.error.ShouldHaveNoJsonNode;
import io.github.asltestkit.assertj.error.ShouldNotEqualJson;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.TestPath;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.model.TypedJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractBigDecimalAssert;
import org.assertj.core.api.AbstractBooleanAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.BigDecimalAssert;
import org.assertj.core.api.BooleanAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.StringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a JSON value. Values are compared as JSON: the order of fields does not count, nor how a number is
 * spelled. What is expected may be a tree of Jackson 2 or 3, a number, a boolean, null, a map, a list, a bean, a
 * {@link java.nio.file.Path} to a file of JSON, or text. Text is JSON: {@code "5000"} is the number and
 * {@code "\"5000\""} the string. Text that is not JSON, such as {@code "tea"}, is that string.
 *
 * @param <R> the assertion it came from, to return to
 */
@API(status = MAINTAINED, since = "0.1")
public class JsonAssert<R> extends AslAssert<JsonAssert<R>, JsonNode> {
    private final JsonValue<R> value;

    JsonAssert(JsonValue<R> value) {
        super(value.node(), JsonAssert.class);
        this.value = value;
    }

    /** Back to what the value belongs to: the execution, the state, the attempt or the call. */
    public R and() {
        return value.origin();
    }

    private JsonPlace place() {
        return value.place();
    }

    private JsonAssert<R> with(JsonComparison comparison) {
        JsonValue<R> same = new JsonValue<>(value.node(), value.place(), comparison, value.origin());
        return lead(() -> same, same);
    }

    private Link<JsonAssert<R>> below(String path, JsonNode node) {
        return new JsonValue<>(node, place().at(path), JsonComparison.STRICT, value.origin());
    }

    // ---- places within -------------------------------------------------------------------------------------------

    /**
     * Goes on with the value at a JSON pointer such as {@code /items/0/sku}, which must be there.
     *
     * @throws IllegalArgumentException if it is no JSON pointer
     */
    public JsonAssert<R> node(String pointer) {
        return lead(
                () -> {
                    JsonNode node = at(pointer);
                    if (node.isMissingNode()) {
                        throw failure(ShouldHaveJsonNode.of(place(), pointer, actual));
                    }
                    return below(pointer, node);
                },
                JsonValue.nowhere(value.origin()));
    }

    private JsonNode at(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("A JSON pointer starts with a slash: \"/" + pointer + "\", not \""
                    + pointer + "\". For a JSONPath use jsonPath(...).");
        }
        return actual.at(JsonPointer.compile(pointer));
    }

    /**
     * Nothing is at the JSON pointer.
     *
     * @throws IllegalArgumentException if it is no JSON pointer
     */
    public JsonAssert<R> hasNoNode(String pointer) {
        return check(() -> at(pointer).isMissingNode(), () -> ShouldHaveNoJsonNode.of(place(), pointer, at(pointer)));
    }

    /**
     * Goes on with what a JSONPath such as {@code $.items[0].sku} selects; an array where it is not definite.
     *
     * @throws IllegalArgumentException if it is no JSONPath
     */
    public JsonAssert<R> jsonPath(String path) {
        return lead(
                () -> {
                    JsonNode node = compiled(path).read(actual);
                    if (node == null) {
                        throw failure(ShouldHaveJsonNode.of(place(), path, actual));
                    }
                    return below(path, node);
                },
                JsonValue.nowhere(value.origin()));
    }

    private static TestPath compiled(String path) {
        try {
            return TestPath.compile(path);
        } catch (ExpressionSyntaxException noPath) {
            throw new IllegalArgumentException(
                    "\"" + path + "\" is not a JSONPath, such as $.items[0].sku. For a JSON pointer use node(...).",
                    noPath);
        }
    }

    // ---- comparing -----------------------------------------------------------------------------------------------

    /**
     * What is at these places does not count in the comparisons of this value that follow, whether it is there or not.
     *
     * @param pointers JSON pointers such as {@code /id}; a {@code *} in place of a name or an index stands for any
     */
    public JsonAssert<R> ignoring(String... pointers) {
        return with(value.comparison().ignoring(List.of(pointers)));
    }

    /** The order of the elements of arrays does not count in the comparisons of this value that follow. */
    public JsonAssert<R> ignoringArrayOrder() {
        return with(value.comparison().inAnyOrder());
    }

    /** The value equals another. */
    @Override
    public JsonAssert<R> isEqualTo(@Nullable Object expected) {
        return compare(value.comparison(), tree(expected), "the JSON expected");
    }

    private JsonAssert<R> compare(JsonComparison comparison, JsonNode expected, String what) {
        return check(
                () -> comparison.difference(expected, actual) == null,
                () -> ShouldEqualJson.of(place(), what, comparison, expected, actual));
    }

    /** The value does not equal another. */
    @Override
    public JsonAssert<R> isNotEqualTo(@Nullable Object other) {
        JsonNode tree = tree(other);
        return check(
                () -> value.comparison().difference(tree, actual) != null,
                () -> ShouldNotEqualJson.of(place(), actual));
    }

    /**
     * The value has at least what is expected: its objects, nested ones too, may have further fields. Arrays have as many
     * elements as expected.
     */
    public JsonAssert<R> contains(Object expected) {
        return compare(value.comparison().partially(), tree(expected), "JSON that contains what is expected");
    }

    /** The array has exactly these elements, in this order, unless that is ignored. */
    public JsonAssert<R> containsExactly(Object... elements) {
        return compare(value.comparison(), array(elements), "the array expected");
    }

    /** The array has exactly these elements, in any order. */
    public JsonAssert<R> containsExactlyInAnyOrder(Object... elements) {
        return compare(value.comparison().inAnyOrder(), array(elements), "the array expected, in any order");
    }

    private JsonNode array(Object... elements) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (Object element : elements) {
            array.add(tree(element));
        }
        return array;
    }

    /** The value is JSON null. */
    public JsonAssert<R> isJsonNull() {
        return isEqualTo(null);
    }

    private static JsonNode tree(@Nullable Object expected) {
        return JsonBorder.compared(expected);
    }

    /** The array or object has so many elements. */
    public JsonAssert<R> hasSize(int size) {
        return check(
                () -> actual.isContainerNode() && actual.size() == size,
                () -> ShouldHaveJsonSize.of(place(), size, actual));
    }

    // ---- as AssertJ's own ----------------------------------------------------------------------------------------

    private JsonNode of(JsonNodeType type) {
        if (actual.getNodeType() != type) {
            throw failure(ShouldHaveJsonType.of(place(), type, actual));
        }
        return actual;
    }

    /** Goes on with the text of a string, as AssertJ does with strings; the value must be one. */
    public AbstractStringAssert<?> asText() {
        return leadToValue(
                StringAssert.class,
                String.class,
                place().sentence(),
                () -> of(JsonNodeType.STRING).textValue(),
                StringAssert::new);
    }

    /** Goes on with a number, as AssertJ does with a BigDecimal; the value must be one. */
    public AbstractBigDecimalAssert<?> asNumber() {
        return leadToValue(
                BigDecimalAssert.class,
                BigDecimal.class,
                place().sentence(),
                () -> of(JsonNodeType.NUMBER).decimalValue(),
                BigDecimalAssert::new);
    }

    /** Goes on with a boolean, as AssertJ does with booleans; the value must be one. */
    public AbstractBooleanAssert<?> asBoolean() {
        return leadToValue(
                BooleanAssert.class,
                Boolean.class,
                place().sentence(),
                () -> of(JsonNodeType.BOOLEAN).booleanValue(),
                BooleanAssert::new);
    }

    /** Goes on with the elements of an array, as AssertJ does with lists; the value must be one. */
    public ListAssert<JsonNode> elements() {
        return leadToValue(
                ListAssert.class,
                List.class,
                place().sentence(),
                () -> {
                    List<JsonNode> elements = new ArrayList<>();
                    of(JsonNodeType.ARRAY).forEach(elements::add);
                    return elements;
                },
                ListAssert::new);
    }

    /**
     * Goes on with the value as an object that Jackson makes of it, as AssertJ does with objects: recursive comparison and
     * all.
     *
     * @param type the object's class
     * @param <T> the object's class
     * @throws IllegalArgumentException if the value cannot be made into one
     */
    public <T> ObjectAssert<T> convertedTo(Class<T> type) {
        return leadToValue(
                ObjectAssert.class,
                Object.class,
                place().sentence(),
                () -> TypedJson.read(actual, type),
                ObjectAssert::new);
    }
}
