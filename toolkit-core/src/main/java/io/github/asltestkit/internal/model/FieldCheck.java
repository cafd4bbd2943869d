package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.model.ApiShape.Dictionary;
import io.github.asltestkit.internal.model.ApiShape.Numeric;
import io.github.asltestkit.internal.model.ApiShape.Sequence;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ApiShape.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for fields that a service's API does not have, and in a request for those that it has to have and for shapes that it
 * cannot take. TestState does neither: it looks at responses alone, and only at the fields that it knows.
 */
public final class FieldCheck {
    /** What Step Functions adds to the responses of many optimized integrations (recorded). */
    private static final Set<String> ADDED = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

    /** What Step Functions calls the body of an API that streams one; the SDK has no name for it. */
    private static final Set<String> STREAMS = Set.of("Body", "AudioStream", "BlockData", "InputStream", "Payload");

    private FieldCheck() {}

    /**
     * What is wrong with a field.
     *
     * @param pointer where it is
     * @param kind what is wrong with it
     * @param field its name
     * @param known the names of the fields that could stand there
     */
    public record Problem(String pointer, Kind kind, String field, Set<String> known) {}

    /** What may be wrong with a field. */
    public enum Kind {
        /** The API has no such field. */
        UNKNOWN,
        /** The API asks for the field. */
        MISSING,
        /** The field is an array or an object, and is sent as something else. */
        SHAPE
    }

    /** The first field of a response that the API does not have; null where it has them all. */
    public static @Nullable Problem response(Structure shape, JsonNode response) {
        return response.isObject() ? unknown(shape, response, "", ADDED) : null;
    }

    /**
     * The first problem of a request. Text takes any value, for Step Functions writes JSON into it (recorded).
     *
     * @param complete whether required fields have to be there
     */
    public static @Nullable Problem request(Structure shape, JsonNode request, boolean complete) {
        Problem unknown = request.isObject() ? unknown(shape, request, "", Set.of()) : null;
        return unknown != null ? unknown : sent(shape, request, "", complete);
    }

    private static @Nullable Problem unknown(Structure shape, JsonNode object, String pointer, Set<String> added) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            String at = pointer + "/" + Pointers.segment(name);
            Supplier<ApiShape> member = shape.members().get(name);
            if (member == null) {
                if (added.contains(name)
                        || (STREAMS.contains(name) && shape.streams().getAsBoolean())) {
                    continue;
                }
                return new Problem(at, Kind.UNKNOWN, name, shape.members().keySet());
            }
            Problem below = unknown(member.get(), field.getValue(), at);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static @Nullable Problem unknown(ApiShape shape, JsonNode value, String pointer) {
        if (shape instanceof Structure structure && value.isObject()) {
            return unknown(structure, value, pointer, Set.of());
        }
        if (shape instanceof Sequence sequence && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                Problem problem = unknown(sequence.element().get(), value.get(i), pointer + "/" + i);
                if (problem != null) {
                    return problem;
                }
            }
        }
        if (shape instanceof Dictionary dictionary && value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                Problem problem = unknown(
                        dictionary.value().get(), field.getValue(), pointer + "/" + Pointers.segment(field.getKey()));
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static @Nullable Problem sent(Structure shape, JsonNode object, String pointer, boolean complete) {
        for (Map.Entry<String, Supplier<ApiShape>> member : shape.members().entrySet()) {
            String name = member.getKey();
            String at = pointer + "/" + Pointers.segment(name);
            JsonNode value = object.get(name);
            if (value == null || value.isNull()) {
                if (complete && shape.required().contains(name)) {
                    return new Problem(at, Kind.MISSING, name, shape.members().keySet());
                }
                continue;
            }
            Problem problem = sent(member.getValue().get(), value, at, name, complete);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem sent(ApiShape shape, JsonNode value, String at, String name, boolean complete) {
        return shape.accept(new Sent(value, at, name, complete));
    }

    /** A value of a request that is held against its shape: what is wrong with it, or null. */
    private record Sent(JsonNode value, String at, String name, boolean complete) implements ApiShape.Visitor<Problem> {

        @Override
        public @Nullable Problem structure(Structure shape) {
            return value.isObject() ? sent(shape, value, at, complete) : shape(at, name);
        }

        @Override
        public @Nullable Problem sequence(Sequence shape) {
            if (!value.isArray()) {
                return shape(at, name);
            }
            for (int i = 0; i < value.size(); i++) {
                Problem problem = sent(shape.element().get(), value.get(i), at + "/" + i, name, complete);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }

        @Override
        public @Nullable Problem dictionary(Dictionary shape) {
            return value.isObject() ? null : shape(at, name);
        }

        @Override
        public @Nullable Problem text(Text shape) {
            return null;
        }

        @Override
        public @Nullable Problem numeric(Numeric shape) {
            return plain();
        }

        @Override
        public @Nullable Problem truth() {
            return plain();
        }

        @Override
        public @Nullable Problem anything() {
            return plain();
        }

        private @Nullable Problem plain() {
            return value.isValueNode() ? null : shape(at, name);
        }
    }

    private static Problem shape(String at, String name) {
        return new Problem(at, Kind.SHAPE, name, Set.of());
    }
}
