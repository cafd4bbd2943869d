package io.github.asltestkit.internal.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The future: timers ordered by (instant, sequence), so that timers at the same instant fire in the order in which they
 * were set. Instants are kept as milliseconds since the epoch, the resolution of AWS's own timestamps.
 */
public final class EventQueue {
    /** In place of an instant that has not come. */
    public static final long NEVER = Long.MIN_VALUE;

    /** So many timers that will not fire are no burden. */
    private static final int FEW = 64;

    private final PriorityQueue<Timer> timers = new PriorityQueue<>(4);
    private long sequence;

    /** How many of the timers are declared by somebody and will fire. */
    private int work;

    /** How many of the timers will not fire. */
    private int cancelled;

    /**
     * Sets a timer.
     *
     * @param dueMillis when it fires, in milliseconds since the epoch
     * @param kind what sort of timer it is
     * @param reason what it is for, as a user reads it
     * @param action what happens then
     */
    public Timer schedule(long dueMillis, Timer.Kind kind, Timer.Reason reason, Runnable action) {
        Timer timer = new Timer(this, dueMillis, sequence++, kind, reason, action);
        timers.add(timer);
        if (kind == Timer.Kind.WORK) {
            work++;
        }
        return timer;
    }

    /** A timer that waits will not fire. When most are such, they go: they may hold much, and be due in a year. */
    void cancelled(Timer timer) {
        if (timer.kind() == Timer.Kind.WORK) {
            work--;
        }
        cancelled++;
        if (cancelled > FEW && cancelled > timers.size() / 2) {
            timers.removeIf(Timer::isCancelled);
            cancelled = 0;
        }
    }

    /** The next timer that has not been cancelled, or null. */
    public @Nullable Timer peek() {
        Timer next = timers.peek();
        while (next != null && next.isCancelled()) {
            timers.poll();
            cancelled--;
            next = timers.peek();
        }
        return next;
    }

    /** Removes and returns the next timer that has not been cancelled, or null. */
    public @Nullable Timer poll() {
        Timer next = peek();
        if (next != null) {
            timers.poll();
            next.taken();
            if (next.kind() == Timer.Kind.WORK) {
                work--;
            }
        }
        return next;
    }

    /** Takes a timer that waits out of its order, to be fired. */
    public void take(Timer timer) {
        if (timers.remove(timer)) {
            timer.taken();
            if (timer.kind() == Timer.Kind.WORK) {
                work--;
            }
        }
    }

    /** Whether any timer waits that somebody declared: not only quotas. */
    public boolean hasWork() {
        return work > 0;
    }

    /** All timers that wait, in the order in which they will fire. */
    public List<Timer> pending() {
        List<Timer> pending = new ArrayList<>();
        for (Timer timer : timers) {
            if (!timer.isCancelled()) {
                pending.add(timer);
            }
        }
        Collections.sort(pending);
        return pending;
    }

    /** The instant of a count of milliseconds since the epoch. */
    public static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /** As {@link #instant}; null of {@link #NEVER}. */
    public static @Nullable Instant instantOrNull(long millis) {
        return millis == NEVER ? null : instant(millis);
    }
}
