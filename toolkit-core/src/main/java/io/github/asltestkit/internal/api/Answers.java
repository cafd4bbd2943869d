package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The pieces that answers are made of. */
final class Answers {
    private Answers() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An instant as the protocol writes it: seconds since the epoch, to the millisecond. */
    static JsonNode time(long millis) {
        return DecimalNode.valueOf(BigDecimal.valueOf(millis, 3));
    }

    /** Puts a text that is there. */
    static void put(ObjectNode answer, String field, @Nullable String text) {
        if (text != null) {
            answer.put(field, text);
        }
    }

    /** A payload as text: the caller's own, or that of a tree. */
    static String payload(Object payload) {
        return payload instanceof JsonNode tree ? JsonText.write(tree) : payload.toString();
    }

    /** A text of a request; null where it is absent. */
    static @Nullable String text(JsonNode request, String field) {
        JsonNode value = request.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
