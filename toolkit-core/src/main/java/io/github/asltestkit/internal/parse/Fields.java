package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object; a field of the wrong type is a problem, and read as if it were absent. */
final class Fields {
    private final JsonNode object;
    private final String pointer;
    private final Problems problems;

    Fields(JsonNode object, String pointer, Problems problems) {
        this.object = object.isObject() ? object : JsonNodeFactory.instance.objectNode();
        this.pointer = pointer;
        this.problems = problems;
        if (!object.isObject()) {
            wrongType(object, pointer, "OBJECT");
        }
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return pointer + "/" + Pointers.segment(field);
    }

    boolean has(String field) {
        return object.has(field);
    }

    JsonNode json() {
        return object;
    }

    /** A field as it stands, or null where it is absent. */
    @Nullable
    JsonNode any(String field) {
        return object.get(field);
    }

    @Nullable
    String text(String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            wrongType(value, pointer(field), "STRING");
            return null;
        }
        return value.textValue();
    }

    /** Text that must be there; empty where it is not, which is a problem. */
    String requiredText(String field) {
        require(List.of(field));
        String value = text(field);
        return value == null ? "" : value;
    }

    /** Text that must be one of a few. */
    @Nullable
    String oneOf(String field, List<String> values) {
        String value = text(field);
        if (value != null && value.contains("${")) {
            problems.unresolved(value, pointer(field), "one of [" + String.join(", ", values) + "]");
            return null;
        }
        if (value != null && !values.contains(value)) {
            problems.error(
                    Problems.SCHEMA,
                    "Value should be one of the following: [" + String.join(", ", values) + "]",
                    pointer(field),
                    problems.hint(value, values));
            return null;
        }
        return value;
    }

    boolean flag(String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            wrongType(value, pointer(field), "BOOLEAN");
        }
        return value.asBoolean(false);
    }

    /** A whole number within bounds. */
    @Nullable
    Long integer(String field, long min, long max) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && !value.isIntegralNumber()) {
            problems.schema("Expected value of type Integer", pointer(field));
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            wrongType(value, pointer(field), "INTEGER");
            return null;
        }
        return inRange((double) value.longValue(), min, max, field) ? value.longValue() : null;
    }

    @Nullable
    Double number(String field, double min, double max) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            wrongType(value, pointer(field), "NUMBER");
            return null;
        }
        return inRange(value.doubleValue(), min, max, field) ? value.doubleValue() : null;
    }

    private boolean inRange(double value, Number least, Number most, String field) {
        double min = least.doubleValue();
        double max = most.doubleValue();
        if (value < min) {
            problems.schema("Minimum value is " + least, pointer(field));
        } else if (value > max) {
            problems.schema("Maximum value is " + most, pointer(field));
        }
        return value >= min && value <= max;
    }

    /** A whole number within bounds, or where the language is JSONata an expression. */
    @Nullable
    JsonNode integerOrExpression(String field, QueryLanguage language, long min, long max) {
        if (!isExpression(field, language)) {
            integer(field, min, max);
        }
        return object.get(field);
    }

    /** As {@link #integerOrExpression}, of a field that a run can do without: null if a placeholder has no value. */
    @Nullable
    JsonNode optionalIntegerOrExpression(String field, QueryLanguage language, long min, long max) {
        return isUnresolved(field) ? null : integerOrExpression(field, language, min, max);
    }

    /** As {@link #integer}, of a field that a run can do without: null if a placeholder has no value. */
    @Nullable
    Long optionalInteger(String field, long min, long max) {
        return isUnresolved(field) ? null : integer(field, min, max);
    }

    private boolean isUnresolved(String field) {
        JsonNode value = object.path(field);
        boolean placeholder = value.isTextual()
                && value.textValue().startsWith("${")
                && Placeholders.end(value.textValue(), 0) == value.textValue().length();
        if (placeholder) {
            problems.unresolvedField(value.textValue(), pointer(field), field);
        }
        return placeholder;
    }

    /** A number within bounds, or where the language is JSONata an expression. */
    @Nullable
    JsonNode numberOrExpression(String field, QueryLanguage language, double min, double max) {
        if (!isExpression(field, language)) {
            number(field, min, max);
        }
        return object.get(field);
    }

    boolean isExpression(String field, QueryLanguage language) {
        JsonNode value = object.get(field);
        return language == QueryLanguage.JSONATA
                && value != null
                && value.isTextual()
                && value.textValue().startsWith("{%")
                && value.textValue().endsWith("%}");
    }

    /** A path: text, or JSON null. */
    @Nullable
    JsonNode path(String field) {
        JsonNode value = object.get(field);
        if (value != null && !value.isTextual() && !value.isNull()) {
            wrongType(value, pointer(field), "STRING");
            return null;
        }
        return value;
    }

    /** The elements of an array that, where {@code required}, must be there and not be empty. */
    List<JsonNode> array(String field, boolean required) {
        JsonNode value = object.get(field);
        if (value == null) {
            if (required) {
                require(List.of(field));
            }
            return List.of();
        }
        if (!value.isArray()) {
            wrongType(value, pointer(field), "ARRAY");
            return List.of();
        }
        if (required && value.isEmpty()) {
            problems.schema("Value cannot be empty", pointer(field));
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** An object, read for its fields; null where the field is absent. */
    @Nullable
    Fields object(String field) {
        JsonNode value = object.get(field);
        return value == null ? null : new Fields(value, pointer(field), problems);
    }

    /** Fields that must be there, named together as AWS names them. */
    void require(Collection<String> fields) {
        List<String> missing = new ArrayList<>();
        for (String field : fields) {
            if (!object.has(field)) {
                missing.add(field);
            }
        }
        if (!missing.isEmpty()) {
            problems.schema("These fields are required: [" + String.join(", ", missing) + "]", pointer);
        }
    }

    /** A field that decides which others there may be. */
    void requireDeciding(String field) {
        if (!object.has(field)) {
            problems.schema("The field '" + field + "' is required", pointer);
        }
    }

    /** Text that decides which other fields there may be; null where it is not known or none of a few, which is a problem. */
    @Nullable
    String deciding(String field, List<String> values) {
        String value = text(field);
        if (value == null || value.contains("${")) {
            return null;
        }
        if (!values.contains(value)) {
            problems.error(
                    Problems.SCHEMA,
                    "The field '" + field + "' should have one of these values: [" + String.join(", ", values) + "]",
                    pointer(field),
                    problems.hint(value, values));
            return null;
        }
        return value;
    }

    /** A problem of the object in AWS's words. */
    void problem(String message) {
        problems.schema(message, pointer);
    }

    /** A problem of a field in AWS's words. */
    void problem(String field, String message) {
        problems.schema(message, pointer(field));
    }

    /** Fields that exclude one another: those after the first are in the way. */
    void atMostOne(String... fields) {
        List<String> present = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (List.of(fields).contains(name)) {
                present.add(name);
            }
        });
        if (present.size() > 1) {
            problems.inObject(
                    "There should only be one of the following fields: [" + String.join(", ", fields) + "]",
                    pointer(present.get(1)),
                    pointer,
                    null);
        }
    }

    /** Fields of which one must be there and no other. */
    void exactlyOne(String... fields) {
        if (Arrays.stream(fields).noneMatch(object::has)) {
            problems.schema(
                    "This object should have only one of the following fields: [" + String.join(", ", fields) + "]",
                    pointer);
        }
        atMostOne(fields);
    }

    /** Every field that is not known is a problem. */
    void onlyKnown(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unsupported(name, known);
            }
        });
    }

    void unsupported(String name, Collection<String> known) {
        problems.inObject("Field '" + name + "' is not supported", pointer(name), pointer, problems.hint(name, known));
    }

    /** A field that exists in the other query language only. */
    void ofOtherLanguage(String name, QueryLanguage language) {
        QueryLanguage other = language == QueryLanguage.JSONATA ? QueryLanguage.JSONPATH : QueryLanguage.JSONATA;
        problems.inObject(
                "The QueryLanguage is set to '" + language.aslName() + "', but field '" + name
                        + "' is only supported for the '" + other.aslName() + "' QueryLanguage",
                pointer(name),
                pointer,
                null);
    }

    private void wrongType(JsonNode value, String at, String type) {
        if (value.isTextual() && value.textValue().contains("${")) {
            problems.unresolved(value.textValue(), at, "a value of type [" + type + "]");
        } else {
            problems.schema("Expected value of type [" + type + "]", at);
        }
    }
}
