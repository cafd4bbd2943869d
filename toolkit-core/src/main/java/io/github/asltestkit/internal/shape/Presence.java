package io.github.asltestkit.internal.shape;

/** Whether there is a value at a place. */
public enum Presence {
    /** In every execution that comes here. */
    ALWAYS,
    /** In some executions, as far as is known. */
    PERHAPS,
    /** In no execution. */
    NEVER;

    /** Of a place of which one or the other is true. */
    Presence or(Presence other) {
        return this == other ? this : PERHAPS;
    }

    /** Of a place that is behind another one. */
    Presence then(Presence behind) {
        if (this == NEVER || behind == NEVER) {
            return NEVER;
        }
        return this == ALWAYS ? behind : PERHAPS;
    }
}
