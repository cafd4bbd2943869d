package io.github.asltestkit.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * A way out of a state, or into a graph within it.
 *
 * @param by how the way is taken
 * @param index which rule, Catcher or graph it is; -1 where there is only one
 * @param next the state that follows; null where a graph begins or ends
 * @param env what is known on the way
 */
record Exit(Way.By by, int index, @Nullable String next, Env env) {}
