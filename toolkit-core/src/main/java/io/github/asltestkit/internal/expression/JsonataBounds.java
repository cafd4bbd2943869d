package io.github.asltestkit.internal.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends an endless expression. Steps and depth are counted, not seconds, so that the same expression ends at the same place
 * on every machine.
 */
final class JsonataBounds {
    /** Nested evaluations; a call of a function takes some five of them. */
    private static final int MAX_DEPTH = 500;

    private static final long MAX_STEPS = 10_000_000;

    /** Text that doubles itself takes few steps and much memory. */
    private static final int MAX_LENGTH = 8 * 1024 * 1024;

    private int depth;
    private long steps;

    /** Counts what is evaluated in a frame and those within it. */
    static void on(Frame frame) {
        JsonataBounds bounds = new JsonataBounds();
        frame.setEvaluateEntryCallback((symbol, input, inner) -> bounds.enter());
        frame.setEvaluateExitCallback((symbol, input, inner, result) -> bounds.exit(result));
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new JException(
                    "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as"
                            + " tail-recursive",
                    -1);
        }
        if (++steps > MAX_STEPS) {
            throw new JException("Expression evaluation timeout: Check for infinite loop", -1);
        }
    }

    private void exit(@Nullable Object result) {
        depth--;
        boolean tooLarge = (result instanceof String text && text.length() > MAX_LENGTH)
                || (result instanceof List<?> list && list.size() > MAX_LENGTH);
        if (tooLarge) {
            throw new JException("Expression evaluation ran out of memory", -1);
        }
    }
}
