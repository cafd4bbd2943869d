package io.github.asltestkit.internal.shape;

import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be read in a state.
 *
 * @param path a path of JSONPath; null if it is in JSONata
 * @param syntax a part of a JSONata expression; null if it is a path
 */
public record Read(@Nullable String path, @Nullable JsonataSyntax syntax) {

    /** What a path of JSONPath finds. */
    public static Read of(String path) {
        return new Read(path, null);
    }

    /** What a part of a JSONata expression gives. */
    public static Read of(JsonataSyntax syntax) {
        return new Read(null, syntax);
    }

    JsonataSyntax required() {
        return Objects.requireNonNull(syntax);
    }
}
