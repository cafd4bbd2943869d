package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Utils;
import io.github.asltestkit.internal.expression.BoundedText;
import io.github.asltestkit.internal.expression.jsonata.JsonataTree.Called;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

    private static final long BYTES_OF_A_PART = 8;

    /** Characters of all texts together, and bytes of all values compared, which functions go through and no step counts. */
    private static final long MAX_WORK = 1_500_000_000;

    private int depth;
    private long steps;
    private long work;
    private final JsonataSizes sizes = new JsonataSizes();

    /** A bound was passed. */
    static final class Passed extends JException {
        private static final long serialVersionUID = 1L;

        private Passed(String message) {
            super(message, -1);
        }
    }

    /**
     * Where an evaluation has to look at what comes of a node.
     *
     * @param called what is called and may be no function: the library would say so on standard output
     * @param calls calls of functions, which may make values that share their parts
     * @param comparedOperands what is compared with something else in whole
     */
    record Watched(IdentityHashMap<Object, Called> called, Set<Object> calls, Set<Object> comparedOperands) {
        static final Watched NOTHING = new Watched(new IdentityHashMap<>(), Set.of(), Set.of());
    }

    /** Runs an evaluation in a frame, and counts what is evaluated in it and those within it. */
    static @Nullable Object within(Frame frame, Watched watched, Supplier<@Nullable Object> evaluation) {
        JsonataBounds bounds = new JsonataBounds();
        frame.setEvaluateEntryCallback((symbol, input, inner) -> bounds.enter());
        frame.setEvaluateExitCallback((symbol, input, inner, result) -> {
            bounds.exit(result);
            Called how = watched.called.get(symbol);
            if (how != null) {
                checkFunction(result, how);
            }
            if (result instanceof Map<?, ?> || (result instanceof List<?> && watched.calls.contains(symbol))) {
                bounds.sizes.check(result);
            }
            boolean whole = result instanceof Map<?, ?> || result instanceof List<?>;
            if (whole && watched.comparedOperands.contains(symbol)) {
                bounds.count(BYTES_OF_A_PART * bounds.sizes.check(result));
            }
        });
        return evaluation.get();
    }

    /**
     * Upstream: the library prints a line before it fails as here, and composes a function with what is none; not reported
     * yet.
     */
    private static void checkFunction(@Nullable Object value, Called how) {
        boolean undefined = value == null && how != Called.AS_RESULT;
        if (undefined || !mayBeFunction(value)) {
            throw how == Called.APPLIED ? new JException("T2006", 0, value) : new JException("T1006", 0);
        }
    }

    @SuppressWarnings("ReferenceEquality") // The library's null is one object.
    private static boolean mayBeFunction(@Nullable Object value) {
        if (value instanceof List<?> list) {
            // A sequence may stand for the one function in it, and for nothing if it is empty.
            return Utils.isSequence(list) && (list.isEmpty() || (list.size() == 1 && mayBeFunction(list.get(0))));
        }
        return !(value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Map<?, ?>
                || value == Jsonata.NULL_VALUE);
    }

    /** What one call of a function may read by a regular expression. */
    static BoundedText.Reads reads() {
        return new BoundedText.Reads(JsonataBounds::time);
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
        if (result instanceof List<?> list && list.size() > MAX_ELEMENTS) {
            throw memory();
        }
        if (result instanceof String text) {
            count(text);
        }
    }

    /** A text is read in whole by the function that it is given to. */
    private void count(String text) {
        if (text.length() > MAX_LENGTH) {
            throw memory();
        }
        count(text.length());
    }

    private void count(long characters) {
        work += characters;
        if (work > MAX_WORK) {
            throw time();
        }
    }
}
