package io.github.asltestkit;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock that confines a harness to one thread at a time. While a user's own code answers a call, its thread lends the
 * harness: what other threads ask meanwhile is done or queued as if that code had asked itself. Without that, an answer
 * that waits for another thread which calls the same harness, as a handler does that reports by a client of the endpoint,
 * would wait for ever.
 */
final class HarnessLock {
    private final ReentrantLock monitor = new ReentrantLock();
    private final Condition changed = monitor.newCondition();

    private @Nullable Thread owner;
    private int depth;

    /** Whether the owner is in a user's code, so that another may be let in. */
    private boolean lent;

    private @Nullable Thread borrower;
    private int borrowedDepth;

    void lock() {
        Thread me = Thread.currentThread();
        monitor.lock();
        try {
            while (!enter(me)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            monitor.unlock();
        }
    }

    private boolean enter(Thread me) {
        if (me.equals(owner)) {
            depth++;
        } else if (me.equals(borrower)) {
            borrowedDepth++;
        } else if (owner == null) {
            owner = me;
            depth = 1;
        } else if (lent && borrower == null) {
            borrower = me;
            borrowedDepth = 1;
        } else {
            return false;
        }
        return true;
    }

    void unlock() {
        Thread me = Thread.currentThread();
        monitor.lock();
        try {
            if (me.equals(borrower)) {
                if (--borrowedDepth == 0) {
                    borrower = null;
                    changed.signalAll();
                }
            } else if (me.equals(owner)) {
                if (--depth == 0) {
                    owner = null;
                    changed.signalAll();
                }
            } else {
                throw new IllegalMonitorStateException("The harness is not held by this thread");
            }
        } finally {
            monitor.unlock();
        }
    }

    /** The owner goes into a user's code. */
    void lend() {
        monitor.lock();
        try {
            if (Thread.currentThread().equals(owner)) {
                lent = true;
                changed.signalAll();
            }
        } finally {
            monitor.unlock();
        }
    }

    /** The owner is back from a user's code; waits until nobody else is in. */
    void reclaim() {
        monitor.lock();
        try {
            if (Thread.currentThread().equals(owner)) {
                lent = false;
                while (borrower != null) {
                    changed.awaitUninterruptibly();
                }
            }
        } finally {
            monitor.unlock();
        }
    }
}
