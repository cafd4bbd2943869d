package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code Next} or {@code End}.
 *
 * @param next the state that follows; null exactly where {@code end} is true
 * @param end whether the line of states ends here
 */
@API(status = MAINTAINED, since = "0.1")
public record Transition(@Nullable String next, boolean end) {}
