package io.github.asltestkit.internal.shape;

/**
 * What is known of a place that may hold a value.
 *
 * @param shape the value's shape where there is one; unknown where there never is
 * @param presence whether there is a value
 */
public record Field(Shape shape, Presence presence) {
    static final Field NEVER = new Field(Shape.Unknown.NOTHING_KNOWN, Presence.NEVER);
    static final Field ANYTHING = new Field(Shape.Unknown.NOTHING_KNOWN, Presence.PERHAPS);

    /** A place that always holds a value. */
    public static Field always(Shape shape) {
        return new Field(shape, Presence.ALWAYS);
    }

    /** A place that holds a value in some executions. */
    public static Field perhaps(Shape shape) {
        return new Field(shape, Presence.PERHAPS);
    }

    boolean isNever() {
        return presence == Presence.NEVER;
    }
}
