package io.github.asltestkit.internal.shape;

/** Hears what the pass finds wrong in a state. */
interface Observer {
    /** Hears nothing. */
    Observer NONE = new Observer() {};

    /** The state surely fails when it comes to this. */
    default void dead(DeadRead read) {}

    /** A comparison of a Choice that is never true. */
    default void dead(DeadComparison comparison) {}

    /** A rule of a Choice that is never asked, as one before it is always true. */
    default void unreachable(String pointer, String before) {}
}
