package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.shape.Read;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison within a condition.
 *
 * @param read what is compared
 * @param operator how
 * @param type what the values have to be for the comparison to be made at all
 * @param constant what it is compared with; null if that is read, too, or not needed
 * @param other what it is compared with, if it is read; null if it is a constant
 */
record Atom(
        Read read,
        Operator operator,
        Values.Use type,
        @Nullable JsonNode constant,
        @Nullable Read other) {

    /** How two values are compared. */
    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        MATCHES,
        PRESENT,
        IS,
        TRUE,
        ONE_OF,
        CONTAINS,
        COUNT_EQUAL,
        COUNT_GREATER,
        /** Nothing is known but that the value has a say. */
        UNKNOWN
    }

    /** With the constant that is compared with. */
    Atom with(JsonNode known) {
        return new Atom(read, operator, type, known, null);
    }

    /** Of a value that is computed from what can be changed: nothing is known of what makes it true. */
    Atom computed() {
        return new Atom(read, Operator.UNKNOWN, type, constant, null);
    }

    /** The other way round: what is compared with, compared with a constant. */
    Atom turned(JsonNode known) {
        Operator turned = switch (operator) {
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            default -> operator;
        };
        return new Atom(other == null ? read : other, turned, type, known, null);
    }

    // ---- whether it holds --------------------------------------------------------------------------------------

    /** Whether a value surely does not make the comparison what is wanted. */
    boolean excludes(JsonNode value, boolean wanted) {
        if (value.isMissingNode() && operator != Operator.PRESENT && operator != Operator.UNKNOWN) {
            return wanted;
        }
        Boolean holds = holds(value);
        return holds != null && holds != wanted;
    }

    private @Nullable Boolean holds(JsonNode value) {
        return switch (operator) {
            case PRESENT -> !value.isMissingNode();
            case IS -> is(value);
            case UNKNOWN -> null;
            default -> {
                if (value.isMissingNode()) {
                    yield null;
                }
                yield compared(value);
            }
        };
    }

    private @Nullable Boolean compared(JsonNode value) {
        JsonNode with = constant == null ? Values.ABSENT : constant;
        return switch (operator) {
            case TRUE -> value.isBoolean() ? value.booleanValue() : null;
            case ONE_OF -> contains(with, value);
            case CONTAINS ->
                value.isArray()
                        ? (Boolean) contains(value, with)
                        : value.isTextual() ? (Boolean) value.textValue().contains(with.asText()) : null;
            case COUNT_EQUAL -> value.isArray() ? value.size() == with.asInt() : null;
            case COUNT_GREATER -> value.isArray() ? value.size() > with.asInt() : null;
            case MATCHES -> value.isTextual() && matches(value.textValue(), with.asText());
            case EQUAL -> same(value, with);
            default -> ordered(value, with);
        };
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (same(element, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private @Nullable Boolean ordered(JsonNode value, JsonNode with) {
        Integer order = null;
        if (value.isNumber() && with.isNumber()) {
            order = value.decimalValue().compareTo(with.decimalValue());
        } else if (value.isTextual() && with.isTextual()) {
            order = type == Values.Use.TIMESTAMP_TEXT
                    ? instants(value.textValue(), with.textValue())
                    : Integer.valueOf(value.textValue().compareTo(with.textValue()));
        }
        if (order == null) {
            return false;
        }
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static @Nullable Integer instants(String one, String other) {
        try {
            return OffsetDateTime.parse(one).compareTo(OffsetDateTime.parse(other));
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    private static boolean matches(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(java.util.regex.Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else {
                regex.append(c == '*' ? "(?s:.*)" : java.util.regex.Pattern.quote(String.valueOf(c)));
            }
        }
        return text.matches(regex.toString());
    }

    private @Nullable Boolean is(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        return switch (type) {
            case TEXT -> value.isTextual();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case ARRAY -> value.isArray();
            case OBJECT -> value.isObject();
            case TIMESTAMP_TEXT -> value.isTextual() && instants(value.textValue(), value.textValue()) != null;
            case ANY -> value.isNull();
            default -> null;
        };
    }

    // ---- values to try -----------------------------------------------------------------------------------------

    /** Values of which some make it true and some false. */
    List<JsonNode> candidates(Slot slot) {
        Set<JsonNode> all = new LinkedHashSet<>();
        JsonNode with = constant;
        switch (operator) {
            case PRESENT -> {
                all.add(Values.natural(slot, type));
                all.add(Values.ABSENT);
            }
            case IS -> {
                all.add(type == Values.Use.ANY ? Values.JSON.nullNode() : Values.natural(slot, type));
                all.add(Values.natural(slot, Values.Use.TEXT));
                all.add(Values.natural(slot, Values.Use.NUMBER));
                all.add(Values.JSON.nullNode());
            }
            case TRUE -> {
                all.add(Values.JSON.booleanNode(true));
                all.add(Values.JSON.booleanNode(false));
            }
            case ONE_OF -> {
                if (with != null) {
                    with.forEach(all::add);
                }
                all.add(Values.natural(slot, Values.Use.TEXT));
                all.add(Values.natural(slot, Values.Use.NUMBER));
            }
            case CONTAINS -> {
                if (with != null) {
                    if (with.isTextual()) {
                        all.add(with);
                    }
                    all.add(Values.JSON.arrayNode().add(with));
                }
                all.add(Values.natural(slot, Values.Use.TEXT));
                all.add(Values.JSON.arrayNode());
            }
            case COUNT_EQUAL, COUNT_GREATER -> {
                int count = with == null ? 0 : Math.max(0, Math.min(20, with.asInt()));
                all.add(Values.ofLength(Values.ABSENT, count + 1, slot));
                all.add(Values.ofLength(Values.ABSENT, count, slot));
                all.add(Values.JSON.arrayNode());
            }
            case MATCHES -> {
                if (with != null) {
                    all.add(Values.JSON.textNode(
                            with.asText().replaceAll("(?<!\\\\)\\*", "x").replace("\\", "")));
                }
                all.add(Values.natural(slot, Values.Use.TEXT));
            }
            case EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                if (with != null) {
                    all.add(with);
                    all.addAll(type == Values.Use.TIMESTAMP_TEXT ? around(with) : Values.neighbours(with));
                }
            }
            case UNKNOWN -> {
                all.add(Values.natural(slot, type));
                if (with != null) {
                    if (with.isArray()) {
                        with.forEach(constant -> all.addAll(Values.neighbours(constant)));
                    } else {
                        all.addAll(Values.neighbours(with));
                    }
                }
                all.addAll(Values.usual(slot));
            }
        }
        return new ArrayList<>(all);
    }

    private static List<JsonNode> around(JsonNode timestamp) {
        List<JsonNode> all = new ArrayList<>();
        try {
            OffsetDateTime at = OffsetDateTime.parse(timestamp.asText());
            all.add(Values.JSON.textNode(at.plusDays(1).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
            all.add(Values.JSON.textNode(at.minusDays(1).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        } catch (DateTimeException noInstant) {
            all.add(Values.JSON.textNode(Values.TIMESTAMP));
        }
        return all;
    }
}
