package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.shape.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** JSON values to try, and how they are put into a tree. Trees are never changed: what differs is copied. */
final class Values {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final JsonNode ABSENT = JSON.missingNode();
    static final String TIMESTAMP = "2024-01-02T00:00:00Z";
    private static final int LONGEST = 50;

    /** What a value is used as. */
    enum Use {
        ANY,
        TEXT,
        NUMBER,
        BOOLEAN,
        TIMESTAMP_TEXT,
        ARRAY,
        NUMBERS,
        OBJECT,
        JSON_TEXT,
        FORMAT,
        BASE64
    }

    private Values() {}

    /** A value for a place that is used so, named by the place so that one is told from another. */
    static JsonNode natural(Slot slot, Use use) {
        String name = slot.name();
        return switch (use) {
            case ANY, TEXT -> JSON.textNode(slot.isElement() ? name + " 1" : name);
            case NUMBER -> JSON.numberNode(1);
            case BOOLEAN -> JSON.booleanNode(true);
            case TIMESTAMP_TEXT -> JSON.textNode(TIMESTAMP);
            case ARRAY -> JSON.arrayNode().add(name + " 1");
            case NUMBERS -> JSON.arrayNode().add(1);
            case OBJECT -> JSON.objectNode();
            case FORMAT -> JSON.textNode(name + " {}");
            case JSON_TEXT -> JSON.textNode("{}");
            case BASE64 -> JSON.textNode("eA==");
        };
    }

    /** Values of all types, those first that most often let an execution on. */
    static List<JsonNode> usual(Slot slot) {
        List<JsonNode> all = new ArrayList<>();
        all.add(natural(slot, Use.TEXT));
        all.add(natural(slot, Use.NUMBER));
        all.add(JSON.arrayNode().add(JSON.objectNode()));
        all.add(JSON.objectNode());
        all.add(natural(slot, Use.BOOLEAN));
        all.add(natural(slot, Use.TIMESTAMP_TEXT));
        all.add(natural(slot, Use.JSON_TEXT));
        all.add(natural(slot, Use.ARRAY));
        all.add(JSON.arrayNode());
        all.add(JSON.booleanNode(false));
        all.add(JSON.numberNode(0));
        all.add(JSON.numberNode(1000));
        all.add(JSON.textNode("1"));
        all.add(JSON.textNode("[]"));
        all.add(JSON.textNode("a/b"));
        all.add(JSON.textNode("2024-01-01"));
        all.add(JSON.textNode(slot.name() + " {} {}"));
        all.add(JSON.textNode(""));
        all.add(JSON.nullNode());
        all.add(ABSENT);
        return all;
    }

    /** A constant and what is beside it. */
    static Set<JsonNode> neighbours(JsonNode constant) {
        Set<JsonNode> all = new LinkedHashSet<>();
        all.add(constant);
        if (constant.isNumber()) {
            BigDecimal value = constant.decimalValue();
            all.add(number(value.add(BigDecimal.ONE)));
            all.add(number(value.subtract(BigDecimal.ONE)));
            if (value.scale() > 0) {
                all.add(JSON.numberNode(value.add(BigDecimal.ONE.movePointLeft(value.scale()))));
                all.add(JSON.numberNode(value.subtract(BigDecimal.ONE.movePointLeft(value.scale()))));
            }
        } else if (constant.isTextual()) {
            String text = constant.textValue();
            all.add(JSON.textNode("other than " + text));
            all.add(JSON.textNode(text + "~"));
            all.add(JSON.textNode(text.isEmpty() ? " " : text.substring(0, text.length() - 1)));
        } else if (constant.isBoolean()) {
            all.add(JSON.booleanNode(!constant.booleanValue()));
        }
        return all;
    }

    static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                ? JSON.numberNode(plain.intValue())
                : JSON.numberNode(value);
    }

    /** An array with so many elements, like those of the one that is there. */
    static JsonNode ofLength(JsonNode there, int length, Slot slot) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < length; i++) {
            if (there.isArray() && i < there.size()) {
                array.add(there.get(i));
            } else if (there.isArray() && !there.isEmpty()) {
                array.add(there.get(there.size() - 1));
            } else {
                array.add(natural(slot.at(Origin.EACH), Use.TEXT));
            }
        }
        return array;
    }

    /** What is at some steps; missing where there is nothing. */
    static JsonNode get(JsonNode from, List<Object> steps) {
        JsonNode at = from;
        for (Object step : steps) {
            if (Origin.PARSED.equals(step)) {
                JsonNode parsed = at.isTextual() ? JsonText.tryParse(at.textValue()) : null;
                at = parsed == null ? ABSENT : parsed;
                continue;
            }
            at = step instanceof String && at.isArray() ? at.path(0) : at;
            at = step instanceof String name
                    ? at.path(name)
                    : at.path(step instanceof Integer index ? index(index, at.size()) : 0);
        }
        return at;
    }

    private static int index(int index, int size) {
        return index < 0 ? size + index : index;
    }

    /** A tree with a value at some steps, and all that has to be on the way to it; without it, if the value is missing. */
    static JsonNode put(JsonNode into, List<Object> steps, JsonNode value) {
        return put(into, steps, 0, value);
    }

    private static JsonNode put(JsonNode into, List<Object> steps, int at, JsonNode value) {
        if (at == steps.size()) {
            return value;
        }
        if (value.isMissingNode() && into.isMissingNode()) {
            return into;
        }
        if (Origin.PARSED.equals(steps.get(at))) {
            JsonNode parsed = into.isTextual() ? JsonText.tryParse(into.textValue()) : null;
            JsonNode below = put(parsed == null ? ABSENT : parsed, steps, at + 1, value);
            return below.isMissingNode() ? into : JSON.textNode(below.toString());
        }
        if (steps.get(at) instanceof String && into.isArray() && !into.isEmpty()) {
            // A name behind an array is a field of its elements.
            ArrayNode all = JSON.arrayNode();
            into.forEach(element -> all.add(put(element, steps, at, value)));
            return all;
        }
        if (steps.get(at) instanceof String name) {
            ObjectNode object = JSON.objectNode();
            if (into instanceof ObjectNode known) {
                object.setAll(known);
            } else if (value.isMissingNode()) {
                return into;
            }
            JsonNode below = put(object.path(name), steps, at + 1, value);
            if (below.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, below);
            }
            return object;
        }
        return element(into, steps, at, value);
    }

    private static JsonNode element(JsonNode into, List<Object> steps, int at, JsonNode value) {
        boolean each = !(steps.get(at) instanceof Integer);
        ArrayNode array = JSON.arrayNode();
        into.forEach(element -> {
            if (into.isArray()) {
                array.add(element);
            }
        });
        int first = each ? 0 : Math.max(0, index((Integer) steps.get(at), Math.max(1, array.size())));
        while (array.size() <= first && array.size() < LONGEST && !value.isMissingNode()) {
            array.add(JSON.objectNode());
        }
        int last = each ? array.size() - 1 : first;
        for (int i = last; i >= first && i < array.size(); i--) {
            JsonNode below = put(array.path(i), steps, at + 1, value);
            if (below.isMissingNode()) {
                array.remove(i);
            } else {
                array.set(i, below);
            }
        }
        return array;
    }

    /** How many values a tree has. */
    static int size(JsonNode tree) {
        int size = tree.isMissingNode() ? 0 : 1;
        for (JsonNode part : tree) {
            size += size(part);
        }
        return size;
    }
}
