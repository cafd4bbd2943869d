package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends an endless expression, at AWS's bounds where they were measured and in its words. Steps and depth are counted, not
 * seconds, so that the same expression ends at the same place on every machine.
 */
final class JsonataBounds {
    /** Nested evaluations. A sum of 200 terms is too deep for AWS; its limit is reported to be this one. */
    private static final int MAX_DEPTH = 100;

    /** What AWS allows in time, put into steps of the evaluation. */
    private static final long MAX_STEPS = 10_000_000;

    /** AWS evaluates {@code [1..873782]}, and no sequence that is longer. */
    static final int MAX_ELEMENTS = 873_782;

    /** The same bound in bytes: a number takes eight. AWS takes a text of 2^22 characters and refuses one of 2^23. */
    static final int MAX_LENGTH = MAX_ELEMENTS * 8;

    private int depth;
    private long steps;

    /** A bound was passed. */
    static final class Passed extends JException {
        private static final long serialVersionUID = 1L;

        private Passed(String message) {
            super(message, -1);
        }
    }

    /** Counts what is evaluated in a frame and those within it. */
    static void on(Frame frame) {
        JsonataBounds bounds = new JsonataBounds();
        frame.setEvaluateEntryCallback((symbol, input, inner) -> bounds.enter());
        frame.setEvaluateExitCallback((symbol, input, inner, result) -> bounds.exit(result));
    }

    static Passed depth() {
        return new Passed("Stack overflow error: Check for non-terminating recursive function. Consider rewriting as"
                + " tail-recursive");
    }

    static Passed time() {
        return new Passed("Expression evaluation timeout: Check for infinite loop");
    }

    static Passed memory() {
        return new Passed("Expression evaluation memory limit exceeded: Check for excessive memory usage");
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw depth();
        }
        if (++steps > MAX_STEPS) {
            throw time();
        }
    }

    private void exit(@Nullable Object result) {
        depth--;
        boolean tooLarge = (result instanceof String text && text.length() > MAX_LENGTH)
                || (result instanceof List<?> list && list.size() > MAX_ELEMENTS);
        if (tooLarge) {
            throw memory();
        }
    }
}
