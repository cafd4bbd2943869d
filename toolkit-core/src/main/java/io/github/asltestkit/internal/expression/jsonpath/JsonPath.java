package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath of the JSONPath query language: rooted in the data at hand ({@code $}), in the Context object
 * ({@code $$}) or in a variable ({@code $name}).
 *
 * <p>Paths are read here, as json-path 2.0.0 reads them, which AWS answers like: the answer depends on no version of that
 * library, and a path changes nothing.
 *
 * <p>A definite path that finds nothing fails; an indefinite one (wildcard, slice, filter, descent) that finds nothing
 * gives {@code []}, also where a property on its way is missing. An index behind the end of an array reads as {@code null}.
 * The words of the failure depend on the place of the path: {@link #evaluate} has those of InputPath, OutputPath and
 * the like, {@link #evaluateField} those of a field of a payload template and of ErrorPath and CausePath.
 */
public final class JsonPath implements Expression {
    /** Longer paths are refused. */
    static final int MAX_LENGTH = 2_048;

    private static final String INVALID = "Value must be a valid JSONPath.";

    private final String text;
    private final PathRoot root;
    private final List<PathStep> steps;
    private final boolean definite;

    /** The steps once more if they are fields and elements only: the form that is read fastest. */
    private final @Nullable PathSteps plain;

    private JsonPath(String text, PathRoot root, List<PathStep> steps) {
        this.text = text;
        this.root = root;
        this.steps = steps;
        this.definite = steps.stream().allMatch(PathStep::isDefinite);
        this.plain = PathSteps.of(steps);
    }

    /**
     * @throws ExpressionSyntaxException if it is not a path
     */
    public static JsonPath compile(String path) {
        String trimmed = path.stripTrailing();
        PathRoot root = PathRoot.of(trimmed);
        if (root == null || trimmed.length() > MAX_LENGTH) {
            throw new ExpressionSyntaxException(INVALID, "", 0);
        }
        try {
            return new JsonPath(trimmed, root, PathParser.parse("$" + trimmed.substring(root.length())));
        } catch (PathParser.Refused refused) {
            throw new ExpressionSyntaxException(INVALID, "", root.length() - 1 + refused.offset());
        }
    }

    /** The path as written, without blanks after it. */
    public String text() {
        return text;
    }

    /** Whether the path names one place, so that it gives a value and not an array of those found. */
    public boolean isDefinite() {
        return definite;
    }

    /** The name of the variable the path is rooted in, or null. */
    public @Nullable String variable() {
        return root.variable();
    }

    /** Whether the path is rooted in the Context object. */
    public boolean isContext() {
        return root.isContext();
    }

    /** The names of the fields and the indices of a path that has nothing else, else null. */
    public @Nullable List<Object> steps() {
        return plain == null ? null : plain.steps();
    }

    /** The path as it applies to its root: {@code $.a} for {@code $$.a} and {@code $name.a}. */
    String relativeText() {
        return "$" + text.substring(root.length());
    }

    /**
     * The value in the data given, in whatever the path is rooted.
     *
     * @throws EvaluationException "Invalid path ..."
     */
    public JsonNode read(JsonNode data) {
        JsonNode found = find(data);
        if (found == null) {
            return NullNode.getInstance();
        }
        if (found.isMissingNode()) {
            throw EvaluationException.runtime("Invalid path '" + text + "' : " + reason(data));
        }
        return found;
    }

    /**
     * The value, for InputPath, OutputPath, TimeoutSecondsPath and the like.
     *
     * @throws EvaluationException "Invalid path ..."
     */
    @Override
    public JsonNode evaluate(Scope scope) {
        JsonNode data = root.of(scope);
        if (data == null) {
            throw EvaluationException.runtime(
                    "Invalid path '" + text + "' : No results for path: $['" + variable() + "']");
        }
        return read(data);
    }

    /**
     * The value, for a field of a payload template ({@code name.$}) and for ErrorPath and CausePath.
     *
     * @throws EvaluationException "The JSONPath ... specified for the field ... could not be found in the input ..."
     */
    public JsonNode evaluateField(Scope scope, String fieldName) {
        JsonNode data = root.of(scope);
        JsonNode found = data == null ? MissingNode.getInstance() : find(data);
        if (found == null) {
            return NullNode.getInstance();
        }
        if (found.isMissingNode()) {
            throw EvaluationException.runtime("The JSONPath '" + text + "' specified for the field '" + fieldName
                    + "' could not be found in the input '" + JsonText.write(data == null ? scope.input() : data)
                    + "'");
        }
        return found;
    }

    /** The value, or null if there is none: for Choice rules, Wait, Map and intrinsic functions. */
    public @Nullable JsonNode tryEvaluate(Scope scope) {
        JsonNode data = root.of(scope);
        return data == null ? null : tryRead(data);
    }

    /** The value in the data given, or null if there is none. */
    public @Nullable JsonNode tryRead(JsonNode data) {
        JsonNode found = find(data);
        return found == null || found.isMissingNode() ? null : found;
    }

    /** Why {@link #tryEvaluate} found nothing, in the words that AWS passes on. */
    String reason(JsonNode data) {
        return PathWalk.reason(steps, data);
    }

    /** The data the path applies to, or null if it is a variable without a value. */
    @Nullable
    JsonNode data(Scope scope) {
        return root.of(scope);
    }

    private @Nullable JsonNode find(JsonNode data) {
        if (plain != null) {
            return plain.find(data);
        }
        return definite ? PathWalk.readOne(steps, data) : PathWalk.readAll(steps, data);
    }

    @Override
    public String toString() {
        return text;
    }
}
