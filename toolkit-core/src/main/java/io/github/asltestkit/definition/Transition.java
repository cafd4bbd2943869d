package io.github.asltestkit.definition;

import org.jspecify.annotations.Nullable;

/**
 * {@code Next} or {@code End}.
 *
 * @param next the state that follows; null exactly where {@code end} is true
 * @param end whether the line of states ends here
 */
public record Transition(@Nullable String next, boolean end) {}
