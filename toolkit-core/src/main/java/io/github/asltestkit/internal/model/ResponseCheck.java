package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.model.ApiShape.Anything;
import io.github.asltestkit.internal.model.ApiShape.Dictionary;
import io.github.asltestkit.internal.model.ApiShape.Length;
import io.github.asltestkit.internal.model.ApiShape.Numeric;
import io.github.asltestkit.internal.model.ApiShape.Sequence;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ApiShape.Text;
import io.github.asltestkit.internal.model.ApiShape.Truth;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a mocked response against the shape of the service's response, in the words of TestState (recorded; the longest
 * length is worded after the shortest). A field that the shape does not have is not looked at, nor is one that is null.
 */
public final class ResponseCheck {
    private final boolean complete;

    /** @param complete whether required fields have to be there: STRICT, and not PRESENT */
    public ResponseCheck(boolean complete) {
        this.complete = complete;
    }

    /** What is wrong with a response, in AWS's words; null where nothing is. */
    public @Nullable String problem(Structure shape, JsonNode response) {
        return members(shape, response);
    }

    private @Nullable String problem(String name, ApiShape shape, JsonNode value) {
        if (shape instanceof Structure structure) {
            return value.isObject() ? members(structure, value) : mustBe(name, "an object");
        }
        if (shape instanceof Sequence sequence) {
            return value.isArray()
                    ? first(length(name, sequence.length(), value.size()), () -> each(name, sequence.element(), value))
                    : mustBe(name, "an array");
        }
        if (shape instanceof Dictionary dictionary) {
            return value.isObject()
                    ? first(
                            length(name, dictionary.length(), value.size()),
                            () -> each(name, dictionary.value(), value))
                    : mustBe(name, "an object");
        }
        if (shape instanceof Text text) {
            return value.isTextual() ? text(name, text, value.textValue()) : mustBe(name, "a string");
        }
        if (shape instanceof Numeric numeric) {
            return value.isNumber() ? range(name, numeric, value.decimalValue()) : mustBe(name, "a number");
        }
        if (shape instanceof Truth) {
            return value.isBoolean() ? null : mustBe(name, "a boolean");
        }
        if (shape instanceof Anything) {
            return null;
        }
        throw new IllegalStateException("An ApiShape of no known kind: " + shape);
    }

    private @Nullable String members(Structure structure, JsonNode object) {
        for (Map.Entry<String, Supplier<ApiShape>> member : structure.members().entrySet()) {
            String name = member.getKey();
            JsonNode value = object.get(name);
            if (value == null) {
                if (complete && structure.required().contains(name)) {
                    return "Required field '" + name + "' is missing";
                }
                continue;
            }
            String problem =
                    value.isNull() ? null : problem(name, member.getValue().get(), value);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** The first problem of the elements of an array, or the values of an object. */
    private @Nullable String each(String name, Supplier<ApiShape> shape, JsonNode values) {
        for (JsonNode value : values) {
            String problem = value.isNull() ? null : problem(name, shape.get(), value);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String text(String name, Text text, String value) {
        if (!text.values().isEmpty() && !text.values().contains(value)) {
            return "Field '" + name + "' is not an expected value";
        }
        return length(name, text.length(), value.codePointCount(0, value.length()));
    }

    private static @Nullable String length(String name, Length length, int actual) {
        if (actual < length.minimum()) {
            return "Field '" + name + "' is smaller than the minimum length";
        }
        return actual > length.maximum() ? "Field '" + name + "' exceeds the maximum length" : null;
    }

    private static @Nullable String range(String name, Numeric numeric, BigDecimal value) {
        BigDecimal minimum = numeric.minimum();
        if (minimum != null && value.compareTo(minimum) < 0) {
            return "Field '" + name + "' is less than the minimum value";
        }
        BigDecimal maximum = numeric.maximum();
        return maximum != null && value.compareTo(maximum) > 0
                ? "Field '" + name + "' exceeds the maximum value"
                : null;
    }

    private static String mustBe(String name, String what) {
        return "Field '" + name + "' must be " + what;
    }

    private static @Nullable String first(@Nullable String problem, Supplier<@Nullable String> next) {
        return problem != null ? problem : next.get();
    }
}
