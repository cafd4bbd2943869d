package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.Shape.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request against the model, in AWS's words: all constraints that it breaks in one ValidationException, a value of
 * another JSON type as a SerializationException.
 */
final class RequestCheck {
    private static final int MOST_DIGITS = 40;

    private final ApiModel model;
    private final List<String> problems = new ArrayList<>();

    private RequestCheck(ApiModel model) {
        this.model = model;
    }

    /**
     * Refuses a request that the service would refuse unseen.
     *
     * @throws StepFunctionsException ValidationException or SerializationException
     */
    static void check(ApiModel model, Shape.Structure shape, JsonNode request) {
        RequestCheck check = new RequestCheck(model);
        check.structure("", shape, request);
        int found = check.problems.size();
        if (found > 0) {
            throw new StepFunctionsException(
                    "ValidationException",
                    found + (found == 1 ? " validation error" : " validation errors") + " detected: "
                            + String.join("; ", check.problems));
        }
    }

    private void structure(String path, Shape.Structure shape, JsonNode value) {
        if (!value.isObject()) {
            throw notConverted(value, "a structure");
        }
        shape.members().forEach((name, member) -> {
            String at = path.isEmpty() ? name : path + "." + name;
            JsonNode given = value.get(name);
            if (given != null && !given.isNull()) {
                value(at, model.shape(member.shape()), given);
            } else if (member.required()) {
                problems.add("Value null at '" + at + "' failed to satisfy constraint: Member must not be null");
            }
        });
    }

    private void value(String path, Shape shape, JsonNode value) {
        shape.accept(new Value(path, value));
    }

    /** A value that is held against its shape. */
    private final class Value implements Shape.Visitor {
        private final String path;
        private final JsonNode value;

        Value(String path, JsonNode value) {
            this.path = path;
            this.value = value;
        }

        @Override
        public void structure(Shape.Structure shape) {
            RequestCheck.this.structure(path, shape, value);
        }

        @Override
        public void sequence(Shape.Sequence shape) {
            if (!value.isArray()) {
                throw notConverted(value, "a list");
            }
            Shape element = model.shape(shape.element());
            length(path, shape.length(), value.size(), shown(element, value));
            for (int i = 0; i < value.size(); i++) {
                if (!value.get(i).isNull()) {
                    value(path + "." + (i + 1) + ".member", element, value.get(i));
                }
            }
        }

        @Override
        public void text(Shape.Text shape) {
            RequestCheck.this.text(path, shape, value);
        }

        @Override
        public void whole(Shape.Whole shape) {
            if (!value.isNumber()) {
                throw notConverted(value, "an Integer");
            }
            range(path, shape.range(), value.decimalValue());
        }

        @Override
        public void decimal(Shape.Decimal shape) {
            if (!value.isNumber()) {
                throw notConverted(value, "a Float");
            }
            range(path, shape.range(), value.decimalValue());
        }

        @Override
        public void truth() {
            if (!value.isBoolean()) {
                throw notConverted(value, "a Boolean");
            }
        }
    }

    private void text(String path, Shape.Text shape, JsonNode value) {
        if (!value.isTextual()) {
            throw notConverted(value, "a String");
        }
        String text = value.textValue();
        String shown = shape.secret() ? null : text;
        length(path, shape.length(), text.length(), shown);
        if (!shape.values().isEmpty() && !shape.values().contains(text)) {
            add(path, shown, "Member must satisfy enum value set: [" + String.join(", ", shape.values()) + "]");
        }
        if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            add(path, shown, "Member must satisfy regular expression pattern: " + shape.pattern());
        }
    }

    private void length(String path, Range range, int length, @Nullable String shown) {
        if (range.least() != null && length < range.least()) {
            add(path, shown, "Member must have length greater than or equal to " + range.least());
        }
        if (range.most() != null && length > range.most()) {
            add(path, shown, "Member must have length less than or equal to " + range.most());
        }
    }

    private void range(String path, Range range, BigDecimal value) {
        if (range.least() != null && value.compareTo(BigDecimal.valueOf(range.least())) < 0) {
            add(path, shown(value), "Member must have value greater than or equal to " + range.least());
        }
        if (range.most() != null && value.compareTo(BigDecimal.valueOf(range.most())) > 0) {
            add(path, shown(value), "Member must have value less than or equal to " + range.most());
        }
    }

    /** Digit by digit, unless an exponent makes that longer than anybody would read: 1e999999999 has a billion digits. */
    private static String shown(BigDecimal value) {
        long digitsBeforePoint = (long) value.precision() - value.scale();
        return digitsBeforePoint <= MOST_DIGITS && value.scale() <= MOST_DIGITS
                ? value.toPlainString()
                : value.toString();
    }

    private void add(String path, @Nullable String value, String constraint) {
        problems.add((value == null ? "Value" : "Value '" + value + "'") + " at '" + path
                + "' failed to satisfy constraint: " + constraint);
    }

    /** A value as AWS's messages show it: {@code [Tag(key=a, value=b)]}. */
    private String shown(Shape element, JsonNode list) {
        List<String> parts = new ArrayList<>();
        for (JsonNode item : list) {
            if (element instanceof Shape.Structure structure && item.isObject()) {
                List<String> members = new ArrayList<>();
                for (Map.Entry<String, Shape.Member> member :
                        structure.members().entrySet()) {
                    JsonNode value = item.get(member.getKey());
                    if (value != null) {
                        members.add(member.getKey() + "=" + (value.isValueNode() ? value.asText() : value.toString()));
                    }
                }
                parts.add(structure.name() + "(" + String.join(", ", members) + ")");
            } else {
                parts.add(item.isValueNode() ? item.asText() : item.toString());
            }
        }
        return "[" + String.join(", ", parts) + "]";
    }

    private static StepFunctionsException notConverted(JsonNode value, String wanted) {
        String given = switch (value.getNodeType()) {
            case STRING -> "STRING_VALUE";
            case NUMBER -> "NUMBER_VALUE";
            case BOOLEAN -> value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
            case ARRAY -> "START_ARRAY";
            case OBJECT -> "START_OBJECT";
            default -> "NULL_VALUE";
        };
        return new StepFunctionsException("SerializationException", given + " can not be converted to " + wanted);
    }
}
