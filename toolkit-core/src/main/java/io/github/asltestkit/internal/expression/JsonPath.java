package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath in Jayway's dialect, which is AWS's: rooted in the input ({@code $}), the Context object ({@code $$}) or a
 * variable ({@code $name}). Plain paths of names and indices are walked directly; the library does the rest, and says
 * what is wrong where there is nothing at the path.
 */
public final class JsonPath implements Expression {
    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

    /** The library evaluates a path recursively: longer ones could overflow the stack. */
    private static final int MAX_LENGTH = 4_096;

    private static final Pattern VARIABLE = Pattern.compile("\\$(?<name>[\\p{L}_][\\p{L}\\p{Nd}_]*)");

    private final String text;
    private final Root root;
    private final @Nullable String variable;
    private final com.jayway.jsonpath.JsonPath compiled;
    private final @Nullable List<PathSegment> direct;

    private enum Root {
        INPUT,
        CONTEXT,
        VARIABLE
    }

    private JsonPath(
            String text,
            Root root,
            @Nullable String variable,
            com.jayway.jsonpath.JsonPath compiled,
            @Nullable List<PathSegment> direct) {
        this.text = text;
        this.root = root;
        this.variable = variable;
        this.compiled = compiled;
        this.direct = direct;
    }

    /**
     * Compiles a path.
     *
     * @throws ExpressionSyntaxException if it is none
     */
    public static JsonPath compile(String path) {
        if (path.length() > MAX_LENGTH) {
            throw new ExpressionSyntaxException(
                    "A path is at most " + MAX_LENGTH + " characters long, but this one has " + path.length(), "", -1);
        }
        Root root = Root.INPUT;
        String variable = null;
        String inner = path.stripTrailing();
        if (path.startsWith("$$")) {
            root = Root.CONTEXT;
            inner = inner.substring(1);
        } else {
            Matcher matcher = VARIABLE.matcher(inner);
            if (matcher.lookingAt()) {
                root = Root.VARIABLE;
                variable = matcher.group("name");
                inner = "$" + inner.substring(matcher.end());
            }
        }
        if (!inner.startsWith("$")) {
            throw new ExpressionSyntaxException("'" + path + "' is not a JSONPath: it does not start with '$'", "", 0);
        }
        try {
            return new JsonPath(
                    path, root, variable, com.jayway.jsonpath.JsonPath.compile(inner), PathSegment.parse(inner));
        } catch (InvalidPathException | IllegalArgumentException notAPath) {
            throw new ExpressionSyntaxException("'" + path + "' is not a JSONPath: " + notAPath.getMessage(), "", -1);
        }
    }

    /** The path as written. */
    public String text() {
        return text;
    }

    /** Whether it leads to at most one value. */
    public boolean isDefinite() {
        return compiled.isDefinite();
    }

    /** The variable it is rooted in, or null. */
    public @Nullable String variable() {
        return variable;
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        JsonNode from = root(scope);
        try {
            return read(from);
        } catch (JsonPathException nothing) {
            throw EvaluationException.runtime("Invalid path '" + text + "' : " + nothing.getMessage());
        }
    }

    /** As {@link #evaluate}, with AWS's words for a path in a template or in a field like {@code CausePath}. */
    public JsonNode evaluateField(Scope scope, String field) {
        JsonNode from = root(scope);
        try {
            return read(from);
        } catch (JsonPathException nothing) {
            throw EvaluationException.runtime("The JSONPath '" + text + "' specified for the field '" + field
                    + "' could not be found in the input '" + from + "'");
        }
    }

    /** The value, or null where there is nothing at the path. */
    public @Nullable JsonNode tryEvaluate(Scope scope) {
        try {
            return read(root(scope));
        } catch (JsonPathException nothing) {
            return null;
        }
    }

    private JsonNode root(Scope scope) {
        return switch (root) {
            case INPUT -> scope.input();
            case CONTEXT -> scope.context();
            case VARIABLE -> variableValue(scope);
        };
    }

    private JsonNode variableValue(Scope scope) {
        JsonNode value = scope.variable(String.valueOf(variable));
        if (value == null) {
            throw EvaluationException.runtime("The variable '$" + variable + "' is not defined");
        }
        return value;
    }

    private JsonNode read(JsonNode from) {
        if (direct != null) {
            JsonNode found = PathSegment.walk(from, direct);
            if (found != null) {
                return found;
            }
        }
        try {
            JsonNode found = compiled.read(from, CONFIGURATION);
            if (found == null || (direct != null && found.isNull())) {
                // The library reads past the end of an array as null.
                throw new PathNotFoundException("No results for path: " + compiled.getPath());
            }
            return found;
        } catch (PathNotFoundException nothing) {
            if (compiled.isDefinite()) {
                throw nothing;
            }
            // AWS answers an empty array where a wildcard, slice or filter finds nothing (recorded).
            return JsonNodeFactory.instance.arrayNode();
        }
    }
}
