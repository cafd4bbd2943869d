package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath of the JSONPath query language: rooted in the data at hand ({@code $}), in the Context object
 * ({@code $$}) or in a variable ({@code $name}).
 *
 * <p>A definite path that finds nothing fails; an indefinite one (wildcard, slice, filter, descent) that finds nothing
 * gives {@code []}, also where a property on its way is missing. An index outside of an array reads as {@code null}.
 * The words of the failure depend on the place of the path: {@link #evaluate} has those of InputPath, OutputPath and
 * the like, {@link #evaluateField} those of a field of a payload template and of ErrorPath and CausePath.
 */
public final class JsonPath implements Expression {
    /** Longer paths are refused: the library reads them recursively. */
    static final int MAX_LENGTH = 2_048;

    private static final String INVALID = "Value must be a valid JSONPath.";

    /** A text without quotes in a filter, {@code [?(@.Code == es)]}, which AWS takes and the library does not. */
    private static final Pattern BARE_WORD = Pattern.compile(
            "([=!<>]=?\\s*)(?!(?:true|false|null|empty)\\b)([A-Za-z_][A-Za-z0-9_-]*)(?=\\s*(?:\\)|&&|\\|\\|))");

    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(EnumSet.noneOf(com.jayway.jsonpath.Option.class))
            .build();

    private final String text;
    private final PathRoot root;
    private final String relative;
    private final @Nullable PathSteps steps;
    private final com.jayway.jsonpath.JsonPath compiled;

    private JsonPath(
            String text,
            PathRoot root,
            String relative,
            @Nullable PathSteps steps,
            com.jayway.jsonpath.JsonPath compiled) {
        this.text = text;
        this.root = root;
        this.relative = relative;
        this.steps = steps;
        this.compiled = compiled;
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
        String relative = "$" + trimmed.substring(root.length());
        PathSteps steps = PathSteps.parse(relative);
        if (steps == null && (isUnbalanced(relative) || "$.".equals(relative))) {
            throw new ExpressionSyntaxException(INVALID, "", root.length());
        }
        com.jayway.jsonpath.JsonPath compiled = tryCompile(relative);
        if (compiled == null && relative.contains("?(")) {
            relative = BARE_WORD.matcher(relative).replaceAll("$1'$2'");
            compiled = tryCompile(relative);
        }
        if (compiled == null) {
            throw new ExpressionSyntaxException(INVALID, "", root.length());
        }
        return new JsonPath(trimmed, root, relative, steps, compiled);
    }

    private static com.jayway.jsonpath.@Nullable JsonPath tryCompile(String path) {
        try {
            return com.jayway.jsonpath.JsonPath.compile(path);
        } catch (StackOverflowError | RuntimeException e) {
            // Not InvalidPathException alone: the library's parser meets some broken paths with exceptions of the JDK.
            return null;
        }
    }

    private static boolean isUnbalanced(String path) {
        int open = 0;
        char quote = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '\'' || c == '"') && open > 0) {
                quote = c;
            } else if (c == '[') {
                open++;
            } else if (c == ']' && --open < 0) {
                return true;
            }
        }
        return open != 0 || quote != 0;
    }

    /** The path as written, without blanks after it. */
    public String text() {
        return text;
    }

    /** Whether the path names one place, so that it gives a value and not an array of those found. */
    public boolean isDefinite() {
        return steps != null || compiled.isDefinite();
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
        return steps == null ? null : steps.steps();
    }

    /** The path as it applies to its root: {@code $.a} for {@code $$.a} and {@code $name.a}. */
    String relativeText() {
        return relative;
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
        JsonNode found = data == null ? null : find(data);
        return found == null || found.isMissingNode() ? null : found;
    }

    /** The value in the data given, or null if there is none. */
    public @Nullable JsonNode tryRead(JsonNode data) {
        JsonNode found = find(data);
        return found == null || found.isMissingNode() ? null : found;
    }

    /** Why {@link #tryEvaluate} found nothing, in the words of the library; for the few places where AWS passes them on. */
    String reason(JsonNode data) {
        try {
            evaluateCompiled(data);
            return "No results for path: " + compiled.getPath();
        } catch (JsonPathException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The data the path applies to, or null if it is a variable without a value. */
    @Nullable
    JsonNode data(Scope scope) {
        return root.of(scope);
    }

    private @Nullable JsonNode find(JsonNode data) {
        if (steps != null) {
            return steps.find(data);
        }
        try {
            return evaluateCompiled(data);
        } catch (JsonPathException e) {
            return compiled.isDefinite() ? MissingNode.getInstance() : JsonNodeFactory.instance.arrayNode();
        }
    }

    private @Nullable JsonNode evaluateCompiled(JsonNode data) {
        // The library's path functions keep the values of their arguments: such a path must not be shared.
        com.jayway.jsonpath.JsonPath path =
                relative.endsWith(")") ? com.jayway.jsonpath.JsonPath.compile(relative) : compiled;
        Object found = path.read((Object) data, CONFIGURATION);
        return found == null ? null : JsonText.tree(found);
    }

    @Override
    public String toString() {
        return text;
    }
}
