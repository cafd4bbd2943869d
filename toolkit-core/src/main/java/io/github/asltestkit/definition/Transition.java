package io.github.asltestkit.definition;

import org.jspecify.annotations.Nullable;

/** {@code Next} or {@code End}: {@code next} is null exactly where {@code end} is true. */
public record Transition(@Nullable String next, boolean end) {}
