package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser.Symbol;
import com.dashjoin.jsonata.Utils;
import io.github.asltestkit.internal.expression.BoundedText;
import io.github.asltestkit.internal.expression.jsonata.JsonataTree.Called;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends an endless expression, at AWS's bounds where they were measured and in its words. Steps and depth are counted, not
 * seconds, so that the same expression ends at the same place on every machine.
 */
final class JsonataBounds implements EntryCallback, ExitCallback {
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

    private final IdentityHashMap<Object, Watch> watched;
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
     * Why the bounds look at what comes of a node.
     *
     * @param called how it is called if it may be no function: the library would say so on standard output
     * @param call whether it is a call, which may make a value that shares its parts
     * @param compared whether it is compared with something else in whole
     */
    record Watch(@Nullable Called called, boolean call, boolean compared) {}

    private JsonataBounds(IdentityHashMap<Object, Watch> watched) {
        this.watched = watched;
    }

    /** Counts what is evaluated in a frame and those within it. */
    static void bind(Frame frame, IdentityHashMap<Object, Watch> watched) {
        JsonataBounds bounds = new JsonataBounds(watched);
        frame.setEvaluateEntryCallback(bounds);
        frame.setEvaluateExitCallback(bounds);
    }

    @Override
    public void callback(Symbol symbol, @Nullable Object input, Frame inner) {
        if (++depth > MAX_DEPTH) {
            throw depth();
        }
        if (++steps > MAX_STEPS) {
            throw time();
        }
    }

    @Override
    public void callback(Symbol symbol, @Nullable Object input, Frame inner, @Nullable Object result) {
        depth--;
        checked(result);
        Watch watch = watched.isEmpty() ? null : watched.get(symbol);
        if (result instanceof String text) {
            count(text.length());
        }
        if (watch != null && watch.called != null) {
            checkFunction(result, watch.called);
        }
        boolean compared = watch != null && watch.compared;
        boolean sharing = compared || (watch != null && watch.call);
        if (result instanceof Map<?, ?> || (sharing && result instanceof List<?>)) {
            long size = sizes.check(result);
            count(compared ? BYTES_OF_A_PART * size : 0);
        }
    }

    /** The value itself, if it is neither a text nor a list that AWS has no memory for. */
    static @Nullable Object checked(@Nullable Object value) {
        if (value instanceof String text ? text.length() > MAX_LENGTH : isTooLong(value)) {
            throw memory();
        }
        return value;
    }

    private static boolean isTooLong(@Nullable Object value) {
        return value instanceof List<?> list && list.size() > MAX_ELEMENTS;
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

    private void count(long characters) {
        work += characters;
        if (work > MAX_WORK) {
            throw time();
        }
    }
}
