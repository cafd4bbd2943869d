package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.List;

/** A change at one pointer of a tree. The tree stays as it is: the changed one shares all that lies off the pointer's path. */
sealed interface Edit {

    /** Where. */
    String pointer();

    /** The value in its place, which need not be there before. */
    record Put(String pointer, JsonNode value) implements Edit {}

    /** A field or element less. */
    record Drop(String pointer) implements Edit {}

    /** An element of an array, and the next one, the other way round. */
    record SwapWithNext(String pointer) implements Edit {}

    /** The tree after all edits, one after the other. */
    static JsonNode apply(List<Edit> edits, JsonNode tree) {
        JsonNode changed = tree;
        for (Edit edit : edits) {
            changed = edit.on(changed, Pointers.segments(edit.pointer()));
        }
        return changed;
    }

    private JsonNode on(JsonNode node, List<String> path) {
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (node instanceof ArrayNode array) {
            return inArray(array, Integer.parseInt(first), rest);
        }
        ObjectNode copy = ((ObjectNode) node).objectNode();
        copy.setAll((ObjectNode) node);
        if (!rest.isEmpty()) {
            copy.set(first, on(copy.get(first), rest));
        } else if (this instanceof Put put) {
            copy.set(first, put.value());
        } else {
            copy.remove(first);
        }
        return copy;
    }

    private JsonNode inArray(ArrayNode array, int at, List<String> rest) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        if (!rest.isEmpty()) {
            elements.set(at, on(elements.get(at), rest));
        } else if (this instanceof Put put) {
            elements.set(at, put.value());
        } else if (this instanceof Drop) {
            elements.remove(at);
        } else {
            elements.add(at, elements.remove(at + 1));
        }
        ArrayNode copy = array.arrayNode(elements.size());
        elements.forEach(copy::add);
        return copy;
    }

    /** Where in the tree before this edit the value was that is now at a pointer. */
    default String before(String now) {
        int slash = pointer().lastIndexOf('/');
        String array = pointer().substring(0, slash + 1);
        if (this instanceof Put
                || !now.startsWith(array)
                || !pointer().substring(slash + 1).matches("\\d+")) {
            return now;
        }
        int at = Integer.parseInt(pointer().substring(slash + 1));
        int end = now.indexOf('/', array.length());
        String index = now.substring(array.length(), end < 0 ? now.length() : end);
        if (!index.matches("\\d{1,9}")) {
            return now;
        }
        int asked = Integer.parseInt(index);
        int was = this instanceof Drop
                ? (asked >= at ? asked + 1 : asked)
                : asked == at ? at + 1 : asked == at + 1 ? at : asked;
        return array + was + (end < 0 ? "" : now.substring(end));
    }
}
