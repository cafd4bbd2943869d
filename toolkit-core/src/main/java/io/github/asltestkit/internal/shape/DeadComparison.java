package io.github.asltestkit.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * A comparison that is never true, as its operator is for values of another type.
 *
 * @param pointer where the comparison is
 * @param path what is compared
 * @param there what it is; null if it is never there
 * @param operator the operator
 */
public record DeadComparison(
        String pointer, String path, @Nullable Shape there, String operator) {}
