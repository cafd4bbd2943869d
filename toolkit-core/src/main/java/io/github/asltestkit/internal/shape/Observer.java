package io.github.asltestkit.internal.shape;

/** Hears what the pass finds wrong in a state. */
interface Observer {
    /** Hears nothing. */
    Observer NONE = new Observer() {};

    /** The state surely fails when it comes to this. */
    default void dead(DeadRead read) {}

    /** A comparison of a Choice that is never true. */
    default void dead(DeadComparison comparison) {}

    /** A read that may find something of this shape. */
    default void found(String pointer, Shape shape) {}

    /** Whether it wants to know of what is there in some executions only, which takes a look of its own. */
    default boolean looksForPerhaps() {
        return false;
    }

    /** A read that finds something in some executions only, as far as is known of the data. */
    default void perhaps(DeadRead read) {}

    /** A variable that is read where no way has assigned it. */
    default void unassigned(String pointer, String variable) {}

    /** A rule of a Choice that is never asked, as one before it is always true. */
    default void unreachable(String pointer, String before) {}
}
