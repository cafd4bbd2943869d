package io.github.asltestkit.internal.execution;

/** What a Parallel or Map state started below it, of which a redrive keeps what has succeeded. */
interface Redrivable {

    /** Whether a redrive goes on with it; else the state acts anew. */
    boolean isRedrivable();

    /** Goes on with what did not succeed. */
    void redrive();
}
