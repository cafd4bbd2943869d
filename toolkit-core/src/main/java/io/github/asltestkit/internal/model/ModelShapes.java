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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of one service's model file. */
final class ModelShapes {
    private final JsonNode shapes;

    /** @param shapes the file's {@code shapes} */
    ModelShapes(JsonNode shapes) {
        this.shapes = shapes;
    }

    /** The structure of this name; that of an operation without output is none, which is empty. */
    Structure structure(String name) {
        return structure(shapes.path(name));
    }

    private ApiShape shape(String name) {
        JsonNode shape = shapes.path(name);
        return switch (shape.path("type").asText()) {
            case "structure" -> shape.path("document").booleanValue() ? new Anything() : structure(shape);
            case "list" -> new Sequence(reference(shape.path("member")), length(shape));
            case "map" -> new Dictionary(reference(shape.path("value")), length(shape));
            case "string", "character" -> new Text(length(shape), values(shape));
            case "blob" -> new Text(base64(length(shape)), Set.of());
            case "timestamp" -> Text.ANY;
            case "boolean" -> new Truth();
            default -> new Numeric(number(shape.get("min")), number(shape.get("max")));
        };
    }

    private Structure structure(JsonNode shape) {
        Map<String, Supplier<ApiShape>> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : shape.path("members").properties()) {
            members.put(FieldNames.capital(member.getKey()), reference(member.getValue()));
        }
        Set<String> required = new LinkedHashSet<>();
        for (JsonNode name : shape.path("required")) {
            // What only makes a call idempotent is filled in by whoever makes it.
            if (!shape.path("members")
                    .path(name.textValue())
                    .path("idempotencyToken")
                    .booleanValue()) {
                required.add(FieldNames.capital(name.textValue()));
            }
        }
        return new Structure(members, required);
    }

    private Supplier<ApiShape> reference(JsonNode member) {
        return () -> shape(member.path("shape").asText());
    }

    private static Set<String> values(JsonNode shape) {
        Set<String> values = new LinkedHashSet<>();
        shape.path("enum").forEach(value -> values.add(value.textValue()));
        return values;
    }

    private static Length length(JsonNode shape) {
        return new Length(shape.path("min").asLong(0), shape.path("max").asLong(Long.MAX_VALUE));
    }

    /** Bytes are counted in the model, and are text of Base64 to a state: four characters for each three bytes. */
    private static Length base64(Length bytes) {
        long maximum = bytes.maximum() == Long.MAX_VALUE ? Long.MAX_VALUE : (bytes.maximum() + 2) / 3 * 4;
        return new Length(bytes.minimum(), maximum);
    }

    private static @Nullable BigDecimal number(@Nullable JsonNode bound) {
        return bound == null ? null : new BigDecimal(bound.asText());
    }
}
