package io.github.asltestkit.internal.execution;

/**
 * How many child executions of a Map Run are kept with all that happened in them.
 *
 * @param succeeded of those that succeeded, the first ones to end
 * @param unsuccessful of the others
 */
public record MapRunDetail(int succeeded, int unsuccessful) {
    /** A thousand that succeeded, ten thousand that did not. */
    public static final MapRunDetail DEFAULT = new MapRunDetail(1_000, 10_000);
}
