package io.github.asltestkit.internal.schedule;

import org.jspecify.annotations.Nullable;

/** Something that will happen at an instant, unless it is cancelled first. */
public final class Timer implements Comparable<Timer> {

    /** What sort of timer it is: whether the passing of time alone is something to wait for. */
    public enum Kind {
        /** A Wait, a retry's delay, a scripted answer, a declared timeout or heartbeat, the five minutes of EXPRESS. */
        WORK,
        /** The quota of one year on an execution, which nobody declared. */
        QUOTA
    }

    /** The text of what a timer is for, made only when somebody asks. */
    @FunctionalInterface
    public interface Reason {
        String text();
    }

    private final long dueMillis;
    private final long sequence;
    private final Kind kind;
    private final EventQueue queue;
    private @Nullable Reason reason;
    private @Nullable Runnable action;
    private boolean waits = true;

    Timer(EventQueue queue, long dueMillis, long sequence, Kind kind, Reason reason, Runnable action) {
        this.queue = queue;
        this.dueMillis = dueMillis;
        this.sequence = sequence;
        this.kind = kind;
        this.reason = reason;
        this.action = action;
    }

    /** When it fires, in milliseconds since the epoch. */
    public long dueMillis() {
        return dueMillis;
    }

    public Kind kind() {
        return kind;
    }

    /** What it is for, as a user reads it; empty where it was cancelled. */
    public String reason() {
        Reason known = reason;
        return known == null ? "" : known.text();
    }

    /** It will not fire; what it held is let go. */
    public void cancel() {
        if (action != null) {
            action = null;
            reason = null;
            if (waits) {
                queue.cancelled(this);
            }
        }
    }

    /** It has left the queue, to be fired. */
    void taken() {
        waits = false;
    }

    public boolean isCancelled() {
        return action == null;
    }

    /** Fires it, once. */
    public void fire() {
        Runnable toDo = action;
        action = null;
        if (toDo != null) {
            toDo.run();
        }
    }

    @Override
    public int compareTo(Timer other) {
        int byInstant = Long.compare(dueMillis, other.dueMillis);
        return byInstant != 0 ? byInstant : Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }
}
