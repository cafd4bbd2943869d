package io.github.asltestkit.internal.schedule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
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

    /** Timers of work that were set in the order in which they fire, as most are. */
    private final Deque<Timer> inOrder = new ArrayDeque<>(3);

    /** As {@link #inOrder}, of quotas: most are as long as one another. */
    private final Deque<Timer> quotas = new ArrayDeque<>(1);

    /** All other timers; null before the first. */
    private @Nullable PriorityQueue<Timer> others;

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
        add(timer, kind == Timer.Kind.WORK ? inOrder : quotas);
        if (kind == Timer.Kind.WORK) {
            work++;
        }
        return timer;
    }

    private void add(Timer timer, Deque<Timer> line) {
        Timer last = line.peekLast();
        if (last == null || last.dueMillis() <= timer.dueMillis()) {
            line.add(timer);
            return;
        }
        PriorityQueue<Timer> queue = others;
        if (queue == null) {
            queue = new PriorityQueue<>();
            others = queue;
        }
        queue.add(timer);
    }

    private int size() {
        return inOrder.size() + quotas.size() + (others == null ? 0 : others.size());
    }

    /** A timer that waits will not fire. When most are such, they go: they may hold much, and be due in a year. */
    void cancelled(Timer timer) {
        if (timer.kind() == Timer.Kind.WORK) {
            work--;
        }
        cancelled++;
        if (cancelled > FEW && cancelled > size() / 2) {
            inOrder.removeIf(Timer::isCancelled);
            quotas.removeIf(Timer::isCancelled);
            if (others != null) {
                others.removeIf(Timer::isCancelled);
            }
            cancelled = 0;
        }
    }

    /** The next timer that has not been cancelled, or null. */
    public @Nullable Timer peek() {
        Queue<Timer> line = first();
        return line == null ? null : line.peek();
    }

    /** Where the next timer is; null where none waits. */
    private @Nullable Queue<Timer> first() {
        Queue<Timer> first = earlier(null, inOrder);
        first = earlier(first, quotas);
        return others == null ? first : earlier(first, others);
    }

    private @Nullable Queue<Timer> earlier(@Nullable Queue<Timer> first, Queue<Timer> line) {
        Timer next = line.peek();
        while (next != null && next.isCancelled()) {
            line.remove();
            cancelled--;
            next = line.peek();
        }
        if (next == null) {
            return first;
        }
        return first == null || next.compareTo(first.element()) < 0 ? line : first;
    }

    /** Removes and returns the next timer that has not been cancelled, or null. */
    public @Nullable Timer poll() {
        Queue<Timer> line = first();
        if (line == null) {
            return null;
        }
        Timer next = line.remove();
        next.taken();
        if (next.kind() == Timer.Kind.WORK) {
            work--;
        }
        return next;
    }

    /** Takes a timer that waits out of its order, to be fired. */
    public void take(Timer timer) {
        if (inOrder.remove(timer) || quotas.remove(timer) || (others != null && others.remove(timer))) {
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
        pending.addAll(inOrder);
        pending.addAll(quotas);
        if (others != null) {
            pending.addAll(others);
        }
        pending.removeIf(Timer::isCancelled);
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
