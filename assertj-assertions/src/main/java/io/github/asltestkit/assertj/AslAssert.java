package io.github.asltestkit.assertj;

import io.github.asltestkit.assertj.error.Message;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Condition;
import org.assertj.core.description.Description;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions of this module share: how they fail, and how they lead on to others.
 *
 * @param <S> the assertion itself
 * @param <A> what is asserted
 */
abstract class AslAssert<S extends AslAssert<S, A>, A> extends AbstractAssert<S, A> {
    private Chain chain = Chain.HARD;

    AslAssert(@Nullable A actual, Class<?> selfType) {
        super(actual, selfType);
    }

    final void joins(Chain joined) {
        chain = joined;
    }

    final AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }

    /** Fails with a message where something does not hold. */
    final S check(BooleanSupplier holds, Supplier<Message> otherwise) {
        if (!chain.isBroken()) {
            isNotNull();
            if (!holds.getAsBoolean()) {
                throw failure(otherwise.get());
            }
        }
        return myself;
    }

    /**
     * Leads on.
     *
     * @param there finds what the chain goes on with, or throws {@link #failure}
     * @param nowhere stands in its place where it is not there, and the failure is told to soft assertions
     */
    final <N extends AslAssert<?, ?>> N lead(Supplier<Link<N>> there, Link<N> nowhere) {
        N next;
        if (chain.isBroken()) {
            next = chain.make(nowhere);
        } else {
            try {
                isNotNull();
                next = chain.make(there.get());
            } catch (AssertionError failure) {
                next = chain.brokenBy(failure).make(nowhere);
            }
        }
        next.getWritableAssertionInfo().description(info.description());
        return next;
    }

    /**
     * Leads on to an assertion of AssertJ's own.
     *
     * @param type the class of the assertion, whose constructor takes a value
     * @param of the type of that value
     * @param what it is called in AssertJ's messages
     * @param there finds the value, or throws {@link #failure}
     * @param plain makes the assertion
     */
    final <V, N extends AbstractAssert<?, ?>> N leadToValue(
            Class<?> type, Class<?> of, String what, Supplier<V> there, Function<V, N> plain) {
        N next;
        if (chain.isBroken()) {
            next = chain.make(type, of, null, plain);
        } else {
            try {
                isNotNull();
                next = chain.make(type, of, there.get(), plain);
            } catch (AssertionError failure) {
                next = chain.brokenBy(failure).make(type, of, null, plain);
            }
        }
        Description own = info.description();
        String text = own == null ? "" : own.value();
        next.getWritableAssertionInfo().description("%s", text.isEmpty() ? what : text + ": " + what);
        return next;
    }

    // ---- what a broken chain must not ask a user's code ----------------------------------------------------------

    private S unlessBroken(Supplier<S> assertion) {
        return chain.isBroken() ? myself : assertion.get();
    }

    @Override
    public S is(Condition<? super A> condition) {
        return unlessBroken(() -> super.is(condition));
    }

    @Override
    public S isNot(Condition<? super A> condition) {
        return unlessBroken(() -> super.isNot(condition));
    }

    @Override
    public S has(Condition<? super A> condition) {
        return unlessBroken(() -> super.has(condition));
    }

    @Override
    public S doesNotHave(Condition<? super A> condition) {
        return unlessBroken(() -> super.doesNotHave(condition));
    }

    @Override
    public S satisfies(Condition<? super A> condition) {
        return unlessBroken(() -> super.satisfies(condition));
    }

    @Override
    public S matches(Predicate<? super A> predicate) {
        return unlessBroken(() -> super.matches(predicate));
    }

    @Override
    public S matches(Predicate<? super A> predicate, String description) {
        return unlessBroken(() -> super.matches(predicate, description));
    }

    @Override
    protected S satisfiesForProxy(Consumer<? super A>[] requirements) {
        return unlessBroken(() -> super.satisfiesForProxy(requirements));
    }

    @Override
    protected S satisfiesAnyOfForProxy(Consumer<? super A>[] requirements) {
        return unlessBroken(() -> super.satisfiesAnyOfForProxy(requirements));
    }
}
