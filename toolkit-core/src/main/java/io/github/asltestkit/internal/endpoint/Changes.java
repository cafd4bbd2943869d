package io.github.asltestkit.internal.endpoint;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets threads wait until something has happened in the harness. Whoever waits reads the count first, looks then, and waits
 * for a higher count: what happens in between is not missed. Real time only bounds a wait; it decides nothing.
 */
final class Changes {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition happened = lock.newCondition();
    private long count;
    private int requests;
    private boolean closed;

    /** Something has happened. */
    void signal() {
        lock.lock();
        try {
            count++;
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for something new.
     *
     * @param seen the count before the last look
     * @param nanos how long at most
     * @return how much of that is left; nothing or less where it is used up
     */
    long await(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (count == seen && !closed && left > 0) {
                left = happened.awaitNanos(left);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** A request begins; false where none is taken any longer. */
    boolean begin() {
        lock.lock();
        try {
            if (!closed) {
                requests++;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** A request has been answered. */
    void end() {
        lock.lock();
        try {
            requests--;
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits, and waits itself until the requests at hand are answered. */
    void close(Duration atMost) {
        lock.lock();
        try {
            closed = true;
            happened.signalAll();
            long left = atMost.toNanos();
            while (requests > 0 && left > 0) {
                left = happened.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
