package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Reference Path: a path that names exactly one place, as ResultPath and ItemsPath do. A character with a meaning of
 * its own is escaped with a backslash.
 */
public final class ReferencePath implements Expression {
    private static final String CONFLICT = "States.ReferencePathConflict";

    private final String text;
    private final PathRoot root;
    private final List<Object> steps;
    private final PathSteps reader;

    private ReferencePath(String text, PathRoot root, PathSteps steps) {
        this.text = text;
        this.root = root;
        this.reader = steps;
        this.steps = steps.steps();
    }

    /**
     * A path to read from: the input, the Context object or a variable.
     *
     * @throws ExpressionSyntaxException if it is not a Reference Path
     */
    public static ReferencePath compile(String path) {
        String trimmed = path.stripTrailing();
        PathRoot root = PathRoot.of(trimmed);
        if (root == null) {
            throw refused("Reference path didn't start with '$'", 0);
        }
        if (trimmed.length() > JsonPath.MAX_LENGTH) {
            throw refused("Reference path is too long", JsonPath.MAX_LENGTH);
        }
        PathSteps steps = PathSteps.parseReference("$" + trimmed.substring(root.length()));
        if (steps == null) {
            throw refused("Reference path must name a single field or element", root.length());
        }
        return new ReferencePath(trimmed, root, steps);
    }

    /**
     * A path to write to ({@code ResultPath}): rooted in the input.
     *
     * @throws ExpressionSyntaxException if it is not a Reference Path, or is rooted elsewhere
     */
    public static ReferencePath compileTarget(String path) {
        ReferencePath compiled = compile(path);
        if (compiled.root.isContext() || compiled.root.variable() != null) {
            throw refused("Reference path must begin with '$.' or '$['", 1);
        }
        return compiled;
    }

    private static ExpressionSyntaxException refused(String reason, int offset) {
        return new ExpressionSyntaxException("Value is not a Reference Path: " + reason, "", offset);
    }

    /** The path as written, without blanks after it. */
    public String text() {
        return text;
    }

    /** The names of the fields and the indices of the path. */
    public List<Object> steps() {
        return steps;
    }

    /**
     * @throws EvaluationException States.ReferencePathConflict where nothing is there
     */
    @Override
    public JsonNode evaluate(Scope scope) {
        JsonNode data = root.of(scope);
        if (data == null) {
            throw conflict(String.valueOf(root.variable()), scope.input());
        }
        JsonNode found = reader.find(data);
        if (found == null) {
            return NullNode.getInstance();
        }
        if (found.isMissingNode()) {
            throw conflict(String.valueOf(firstMissing(data)), data);
        }
        return found;
    }

    /** The value, or null where nothing is there. */
    public @Nullable JsonNode tryEvaluate(Scope scope) {
        JsonNode data = root.of(scope);
        JsonNode found = data == null ? null : reader.find(data);
        return found == null || found.isMissingNode() ? null : found;
    }

    /**
     * A tree like {@code data} with {@code value} at the path: {@code $} replaces it, missing fields are created, and
     * all that is not on the path is shared with {@code data}.
     *
     * @throws EvaluationException States.ReferencePathConflict where the path meets a value that has no such place
     */
    public JsonNode put(JsonNode data, JsonNode value) {
        return put(data, 0, value, data);
    }

    private JsonNode put(@Nullable JsonNode node, int at, JsonNode value, JsonNode whole) {
        if (at == steps.size()) {
            return value;
        }
        Object step = steps.get(at);
        if (step instanceof Integer index) {
            if (!(node instanceof ArrayNode array)) {
                throw conflict("[" + index + "]", whole);
            }
            if (index < 0 || index >= array.size()) {
                throw conflict("[" + index + "]", whole);
            }
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size()).addAll(array);
            copy.set(index, put(array.get(index), at + 1, value, whole));
            return copy;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (node instanceof ObjectNode object) {
            copy.setAll(object);
        } else if (node != null) {
            throw conflict((String) step, whole);
        }
        copy.set((String) step, put(copy.get((String) step), at + 1, value, whole));
        return copy;
    }

    private Object firstMissing(JsonNode data) {
        JsonNode node = data;
        for (Object step : steps) {
            JsonNode next = step instanceof Integer index ? node.get(index) : node.get((String) step);
            if (next == null) {
                return step instanceof Integer ? "[" + step + "]" : step;
            }
            node = next;
        }
        throw new IllegalStateException("Nothing is missing");
    }

    private static EvaluationException conflict(String step, JsonNode data) {
        return new EvaluationException(
                CONFLICT, "Unable to apply step \"" + step + "\" to input " + JsonText.write(data), null);
    }

    @Override
    public String toString() {
        return text;
    }
}
