package io.github.asltestkit.internal.schedule;

import java.util.List;

/**
 * Who goes first, where several lines of states can go on at the same instant: the machine itself, the branches of a Parallel
 * state, the iterations of a Map state. A line that goes on does so until it has to wait for something.
 */
public interface Turns {
    /**
     * Chooses the line that goes on next.
     *
     * @param nowMillis the instant, since the epoch
     * @param lines the lines that can, in the order in which the engine would take them by itself; at least one
     * @return the index of one of them
     */
    int next(long nowMillis, List<String> lines);

    /**
     * The line that goes on has ended others.
     *
     * @param scope what the names of the lines that it ended begin with
     */
    void ended(String scope);
}
