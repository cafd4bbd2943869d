package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.json.JsonText;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath that a test writes, in a condition of a mock or in an assertion. Tests have the json-path library at hand,
 * in the version of their project and with all its functions and operators; paths of a definition have AWS's dialect
 * ({@link io.github.asltestkit.internal.expression.jsonpath.JsonPath}).
 *
 * <p>The library writes into what it reads ({@code append}), so it is given a copy. Paths of field names and indices are
 * read without it.
 */
public final class TestPath {
    /** Longer paths are refused: the library reads them recursively. */
    private static final int MAX_LENGTH = 2_048;

    /** Everything that loads the library. */
    private static final class Library {
        private static final Configuration CONFIGURATION = QuietLogging.around(() -> {
            JsonPath.compile("$..any");
            return Configuration.builder()
                    .jsonProvider(new JacksonJsonNodeJsonProvider())
                    .mappingProvider(new JacksonMappingProvider())
                    .options(EnumSet.noneOf(com.jayway.jsonpath.Option.class))
                    .build();
        });

        private Library() {}

        static JsonPath compile(String path) {
            Objects.requireNonNull(CONFIGURATION, "loaded before the first path");
            return JsonPath.compile(path);
        }
    }

    private final String text;
    private final @Nullable PathSteps plain;

    private TestPath(String text, @Nullable PathSteps plain) {
        this.text = text;
        this.plain = plain;
    }

    /**
     * @throws ExpressionSyntaxException if it is not a path
     */
    public static TestPath compile(String path) {
        PathSteps plain = plain(path);
        if (plain == null) {
            try {
                if (!path.startsWith("$") || path.length() > MAX_LENGTH) {
                    throw new InvalidPathException("No path, or too long a one");
                }
                Library.compile(path);
            } catch (RuntimeException | StackOverflowError noPath) {
                // Not InvalidPathException alone: the library's parser meets some broken paths with exceptions of the
                // JDK.
                throw new ExpressionSyntaxException("Value must be a valid JSONPath.", "", 0);
            }
        }
        return new TestPath(path, plain);
    }

    private static @Nullable PathSteps plain(String path) {
        PathSteps steps = path.indexOf('\\') < 0 ? PathSteps.parseReference(path) : null;
        return steps == null || steps.countsFromTheEnd() ? null : steps;
    }

    /** The value in the data given, or null if there is none; an array of all values if the path may find several. */
    public @Nullable JsonNode read(JsonNode data) {
        if (plain != null) {
            JsonNode found = plain.find(data);
            return found == null || found.isMissingNode() ? null : found;
        }
        try {
            // Compiled anew, because the functions of the library keep the values of their arguments.
            Object found = Library.compile(text).read((Object) data.deepCopy(), Library.CONFIGURATION);
            return found == null ? null : JsonText.tree(found);
        } catch (JsonPathException notThere) {
            return null;
        }
    }
}
