package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path that names one place, to put a result there ({@code ResultPath}). */
public final class ReferencePath {
    private static final String MATCH_FAILURE = "States.ResultPathMatchFailure";

    private final String text;
    private final List<PathSegment> segments;

    private ReferencePath(String text, List<PathSegment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * Compiles a reference path.
     *
     * @throws ExpressionSyntaxException if it is none
     */
    public static ReferencePath compile(String path) {
        String inner = path.stripTrailing();
        List<PathSegment> segments = inner.startsWith("$") && !inner.startsWith("$$") ? PathSegment.parse(inner) : null;
        if (segments == null) {
            throw new ExpressionSyntaxException(
                    "'" + path + "' is not a reference path: it must name a single place", "", -1);
        }
        return new ReferencePath(path, segments);
    }

    /**
     * A copy of {@code root} with a value at this path; all that is not along the path is shared. Missing objects are made.
     *
     * @throws EvaluationException States.ResultPathMatchFailure where the path leads through something that is no object
     */
    public JsonNode put(JsonNode root, JsonNode value) {
        return put(root, root, 0, value);
    }

    private JsonNode put(JsonNode root, @Nullable JsonNode at, int depth, JsonNode value) {
        if (depth == segments.size()) {
            return value;
        }
        PathSegment segment = segments.get(depth);
        String name = segment.name();
        if (name == null) {
            if (at == null || !at.isArray() || segment.step(at) == null) {
                throw mismatch(root);
            }
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(at.size());
            at.forEach(copy::add);
            int index = segment.index() < 0 ? at.size() + segment.index() : segment.index();
            copy.set(index, put(root, at.get(index), depth + 1, value));
            return copy;
        }
        if (at != null && !at.isObject()) {
            throw mismatch(root);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (at instanceof ObjectNode object) {
            copy.setAll(object);
        }
        copy.set(name, put(root, at == null ? null : at.get(name), depth + 1, value));
        return copy;
    }

    private EvaluationException mismatch(JsonNode root) {
        return new EvaluationException(
                MATCH_FAILURE, "Unable to apply Reference Path " + text + " to input " + root, null);
    }
}
