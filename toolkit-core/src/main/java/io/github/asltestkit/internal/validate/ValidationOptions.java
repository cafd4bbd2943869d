package io.github.asltestkit.internal.validate;

import java.util.Set;

/**
 * What a definition is validated for.
 *
 * @param express the state machine is an Express workflow
 * @param ignored the codes of warnings that are not wanted; {@code *} for all
 */
public record ValidationOptions(boolean express, Set<String> ignored) {
    public ValidationOptions {
        ignored = Set.copyOf(ignored);
    }

    /** A Standard workflow, and every warning. */
    public static ValidationOptions standard() {
        return new ValidationOptions(false, Set.of());
    }
}
