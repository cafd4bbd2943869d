package io.github.asltestkit.internal.execution;

/** Bounds of our own, which the service does not have. */
final class Limits {
    /** Executions that have started one another: a bound on machines that start themselves. */
    static final int CHAINED_EXECUTIONS = 1000;

    /** Items and batches of a distributed Map that its data flow shows: a bound on what is kept. */
    static final int SHOWN_ITEMS = 1000;

    private Limits() {}
}
