package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.Distribution.Transformation;
import io.github.asltestkit.internal.program.Distribution.Writer;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results as the output of the state, in the order of the items. As soon as they are more than a state may hand on,
 * they are no longer kept.
 */
public final class StateResults implements Results {
    private final Writer writer;
    private final long maxBytes;
    private final TreeMap<Integer, JsonNode> kept = new TreeMap<>();
    private long bytes;

    /** @param maxBytes the most bytes of a state's output */
    public StateResults(Writer writer, long maxBytes) {
        this.writer = writer;
        this.maxBytes = maxBytes;
    }

    @Override
    public void add(Result result) {
        if (result.kind() == Kind.PENDING || bytes > maxBytes) {
            return;
        }
        JsonNode output = result.output();
        JsonNode value = writer.transformation() == Transformation.NONE
                ? description(result)
                : output == null ? failure(description(result)) : output;
        bytes += JsonText.utf8Size(value) + 1;
        kept.put(result.index(), value);
        if (bytes > maxBytes) {
            kept.clear();
        }
    }

    private static ObjectNode description(Result result) {
        StringBuilder json = new StringBuilder();
        result.description().write(json);
        try {
            return (ObjectNode) JsonText.parse(json.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A description is a JSON object", impossible);
        }
    }

    /** What stands in the place of a child execution whose failure is tolerated (measured). */
    private static JsonNode failure(ObjectNode description) {
        return JsonNodeFactory.instance.objectNode().setAll(description.retain("Status", "Error", "Cause"));
    }

    @Override
    public JsonNode finish(boolean succeeded) {
        if (bytes > maxBytes && succeeded) {
            throw new OutputTooLargeException();
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(kept.size());
        for (Map.Entry<Integer, JsonNode> entry : kept.entrySet()) {
            JsonNode value = entry.getValue();
            if (writer.transformation() == Transformation.FLATTEN && value.isArray()) {
                value.forEach(array::add);
            } else {
                array.add(value);
            }
        }
        return writer.lines() ? JsonNodeFactory.instance.textNode(lines(array)) : array;
    }

    private static String lines(ArrayNode array) {
        StringBuilder text = new StringBuilder();
        array.forEach(value -> text.append(JsonText.write(value)).append('\n'));
        return text.toString();
    }

    @Override
    public void reopen() {
        // A result that comes again takes the place of the one before.
    }
}
