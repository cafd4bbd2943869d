package io.github.asltestkit.assertj;

/**
 * What a chain of assertions goes on with, and what that assertion has to know.
 *
 * @param <N> the assertion
 */
interface Link<N extends AslAssert<?, ?>> {

    /** The class of the assertion, whose constructor takes this. */
    Class<?> type();

    /** The assertion, as one that throws. */
    N plain();
}
