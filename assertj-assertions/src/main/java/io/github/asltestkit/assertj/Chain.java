package io.github.asltestkit.assertj;

import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * How the assertions of a chain tell that they fail: they throw, or tell soft assertions and go on. A chain of soft
 * assertions that leads to what is not there is broken: that failure is told, and what follows asserts nothing.
 */
final class Chain {
    static final Chain HARD = new Chain(null, false);

    private final @Nullable SoftAssertionsProvider soft;
    private final boolean broken;

    private Chain(@Nullable SoftAssertionsProvider soft, boolean broken) {
        this.soft = soft;
        this.broken = broken;
    }

    static Chain soft(SoftAssertionsProvider soft) {
        return new Chain(soft, false);
    }

    boolean isBroken() {
        return broken;
    }

    /** Tells a failure to find what the chain leads to; throws it where the chain is not soft. */
    Chain brokenBy(AssertionError failure) {
        if (soft == null) {
            throw failure;
        }
        soft.collectAssertionError(failure);
        return broken();
    }

    Chain broken() {
        return new Chain(soft, true);
    }

    /** The assertion that a link leads to. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    <N extends AslAssert<?, ?>> N make(Link<N> link) {
        N made = soft == null ? link.plain() : (N) soft.proxy((Class) link.type(), (Class) link.getClass(), link);
        made.joins(this);
        return made;
    }

    /** An assertion of AssertJ's own on a value that the chain leads to. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    <V, N extends AbstractAssert<?, ?>> N make(Class<?> type, Class<?> of, @Nullable V value, Function<V, N> plain) {
        if (soft == null && value != null) {
            return plain.apply(value);
        }
        SoftAssertionsProvider evidence = soft == null || broken ? new SoftAssertions() : soft;
        return (N) evidence.proxy((Class) type, (Class) of, value);
    }
}
