package io.github.asltestkit.internal.shape;

import org.jspecify.annotations.Nullable;

/**
 * What the expressions of one field can see.
 *
 * @param env what is known when the state is entered
 * @param root what {@code $} means (JSONPath), or {@code $states.input}
 * @param context the Context object
 * @param result {@code $states.result}; null where there is none
 * @param error {@code $states.errorOutput}; null where there is none
 */
record View(
        Env env,
        Shape root,
        Shape context,
        @Nullable Shape result,
        @Nullable Shape error) {

    View withRoot(Shape newRoot) {
        return new View(env, newRoot, context, result, error);
    }

    View withResult(Shape newResult) {
        return new View(env, root, context, newResult, error);
    }

    View withError(Shape newError) {
        return new View(env, root, context, result, newError);
    }
}
