package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.diff.Reads.Wants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data that holds every place that is read, each as often as it could be meant: by its whole path, and by every end of it,
 * because a result may have been put anywhere before it is read.
 */
final class MadeData {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ITEMS = 2;

    private final Map<Place, Wants> reads;

    MadeData(Reads reads) {
        this.reads = reads.all();
    }

    /**
     * The data.
     *
     * @param values what is at some places instead of what would be made up; a missing node for nothing
     */
    ObjectNode with(Map<Place, JsonNode> values) {
        Map<Place, JsonNode> all = new LinkedHashMap<>();
        reads.forEach((place, wanted) -> all.put(place, plain(place, wanted)));
        ObjectNode item = JSON.objectNode();
        all.forEach((place, value) -> putEnds(item, place, value, JSON.objectNode()));
        values.forEach((place, value) -> force(item, place, value, JSON.objectNode()));
        reads.forEach((place, wanted) -> {
            if (wanted == Wants.ARRAY) {
                all.put(place, array(item, ITEMS));
            } else if (wanted == Wants.JSON_TEXT) {
                all.put(place, TextNode.valueOf(item.toString()));
            }
        });
        ObjectNode data = JSON.objectNode();
        all.forEach((place, value) -> putEnds(data, place, value, item));
        values.forEach((place, value) -> force(data, place, value, item));
        return data;
    }

    /** An array of a length, of elements that hold all that is read. */
    ArrayNode items(int number) {
        ObjectNode item = JSON.objectNode();
        reads.forEach((place, wanted) -> putEnds(item, place, plain(place, wanted), JSON.objectNode()));
        return array(item, number);
    }

    private static ArrayNode array(JsonNode element, int number) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < number; i++) {
            array.add(element.deepCopy());
        }
        return array;
    }

    private static JsonNode plain(Place place, Wants wanted) {
        String name = "value";
        for (String step : place.steps()) {
            name = step.equals(Place.EACH) ? name : step;
        }
        return switch (wanted) {
            case ANYTHING, TEXT -> TextNode.valueOf(name);
            case NUMBER -> IntNode.valueOf(1);
            case SECONDS -> IntNode.valueOf(5);
            case TRUTH -> BooleanNode.TRUE;
            case TIMESTAMP -> TextNode.valueOf("2024-01-01T01:00:00Z");
            case ARRAY -> array(TextNode.valueOf(name), ITEMS);
            case OBJECT -> JSON.objectNode();
            case TEMPLATE_OF_ONE -> TextNode.valueOf(name + " {}");
            case TEMPLATE_OF_TWO -> TextNode.valueOf(name + " {} {}");
            case JSON_TEXT -> TextNode.valueOf("{}");
            case BASE64 -> TextNode.valueOf(Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
        };
    }

    /** Puts what was chosen for a place, whatever else would be below it. */
    private static void force(ObjectNode data, Place place, JsonNode value, ObjectNode item) {
        if (place.isOfArray()) {
            return;
        }
        List<String> steps = place.steps();
        if (steps.size() == 1 || steps.stream().noneMatch(Place.EACH::equals)) {
            put(data, steps, MissingNode.getInstance(), item);
        }
        putEnds(data, place, value, item);
    }

    private static void putEnds(ObjectNode data, Place place, JsonNode value, ObjectNode item) {
        for (int i = place.size() - 1; i >= 0; i--) {
            Place end = place.from(i);
            if (!end.steps().get(0).equals(Place.EACH)) {
                put(data, end.steps(), value, item);
            }
        }
    }

    /** Puts a value at a place; an object that is there already holds more than a plain value, and stays. */
    static void put(ObjectNode data, List<String> steps, JsonNode value, ObjectNode item) {
        if (steps.get(0).equals(Place.EACH)) {
            return;
        }
        ObjectNode at = data;
        for (int i = 0; i < steps.size() - 1; i++) {
            String name = steps.get(i);
            JsonNode below = at.get(name);
            if (steps.get(i + 1).equals(Place.EACH)) {
                elements(at, name, below, steps.subList(i + 2, steps.size()), value, item);
                return;
            }
            if (value.isMissingNode() && below == null) {
                return;
            }
            at = below instanceof ObjectNode object ? object : at.putObject(name);
        }
        String last = steps.get(steps.size() - 1);
        if (value instanceof MissingNode) {
            at.remove(last);
        } else if (!(at.get(last) != null && at.get(last).isContainerNode() && !value.isContainerNode())) {
            at.set(last, value.deepCopy());
        }
    }

    private static void elements(
            ObjectNode at, String name, @Nullable JsonNode below, List<String> rest, JsonNode value, ObjectNode item) {
        ArrayNode array = below instanceof ArrayNode known ? known : at.putArray(name);
        while (array.size() < ITEMS) {
            array.add(rest.isEmpty() ? value.deepCopy() : item.deepCopy());
        }
        for (int i = 0; i < array.size(); i++) {
            if (rest.isEmpty()) {
                if (!value.isMissingNode() && !array.get(i).isContainerNode()) {
                    array.set(i, value.deepCopy());
                }
            } else if (!rest.get(0).equals(Place.EACH)) {
                ObjectNode element = array.get(i) instanceof ObjectNode object ? object : JSON.objectNode();
                array.set(i, element);
                put(element, rest, value, item);
            }
        }
    }
}
