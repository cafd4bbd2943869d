package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.model.ApiShape.Dictionary;
import io.github.asltestkit.internal.model.ApiShape.Length;
import io.github.asltestkit.internal.model.ApiShape.Numeric;
import io.github.asltestkit.internal.model.ApiShape.Sequence;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ApiShape.Text;
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
        return shape.accept(new Value(name, value));
    }

    /** A value that is held against its shape: what is wrong with it, or null. */
    private final class Value implements ApiShape.Visitor<String> {
        private final String name;
        private final JsonNode value;

        Value(String name, JsonNode value) {
            this.name = name;
            this.value = value;
        }

        @Override
        public @Nullable String structure(Structure shape) {
            return value.isObject() ? members(shape, value) : mustBe(name, "an object");
        }

        @Override
        public @Nullable String sequence(Sequence shape) {
            return value.isArray()
                    ? first(length(name, shape.length(), value.size()), () -> each(name, shape.element(), value))
                    : mustBe(name, "an array");
        }

        @Override
        public @Nullable String dictionary(Dictionary shape) {
            return value.isObject()
                    ? first(length(name, shape.length(), value.size()), () -> each(name, shape.value(), value))
                    : mustBe(name, "an object");
        }

        @Override
        public @Nullable String text(Text shape) {
            return value.isTextual() ? ResponseCheck.text(name, shape, value.textValue()) : mustBe(name, "a string");
        }

        @Override
        public @Nullable String numeric(Numeric shape) {
            return value.isNumber() ? range(name, shape, value.decimalValue()) : mustBe(name, "a number");
        }

        @Override
        public @Nullable String truth() {
            return value.isBoolean() ? null : mustBe(name, "a boolean");
        }

        @Override
        public @Nullable String anything() {
            return null;
        }
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
