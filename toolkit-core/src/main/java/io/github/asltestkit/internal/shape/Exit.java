package io.github.asltestkit.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * A way out of a state, or into a graph within it.
 *
 * @param kind how the way is taken
 * @param index which rule, Catcher or graph it is; -1 where there is only one
 * @param next the state that follows; null where a graph begins or ends
 * @param env what is known on the way
 */
record Exit(Kind kind, int index, @Nullable String next, Env env) {

    enum Kind {
        /** Whenever the state succeeds: {@code Next} or {@code End}. */
        ALWAYS,
        /** If a rule of a Choice is true, or none. */
        RULE,
        /** If a Catcher catches. */
        CATCHER,
        /** Into a branch, or an iteration. */
        INTO
    }
}
