package io.github.asltestkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lock that confines a harness to one thread at a time. While a user's own code answers a call, its thread lends the
 * harness to the threads that the answer waits for: what they ask is done or queued as if that code had asked itself.
 * Without that, a handler that reports by a client of the endpoint would wait for ever. All other threads wait until the
 * call that holds the harness is over, so that nobody sees an execution of his in the middle of somebody else's answer.
 *
 * <p>Nothing tells which threads an answer waits for. Those are taken to be: the threads that it has started, the endpoint's
 * (what a client asks of the service is done some time later, at AWS too), and any other, once the answer's thread has
 * been seen waiting several times in a row. Real time only bounds that wait.
 */
final class HarnessLock {
    /** What a thread wants the harness for. */
    enum Use {
        /** To run executions or move the clock; done in the middle of an answer, it would come to nothing. */
        DRIVE,
        /** To look at something, or to report something. */
        ASK
    }

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int LOOKS_OF_WHO_ASKS = 5;
    private static final int LOOKS_OF_WHO_DRIVES = 1000;

    private final ReentrantLock monitor = new ReentrantLock();
    private final Condition changed = monitor.newCondition();

    // Of this harness alone: a static one would let the threads of another harness's answer in.
    @SuppressWarnings("ThreadLocalUsage")
    private final InheritableThreadLocal<@Nullable Answer> extent = new InheritableThreadLocal<>();

    /** Threads that an answer may wait for, though it has not started them; made for the first of them. */
    private Set<Thread> guests = Set.of();

    private final int looksOfWhoDrives;

    private @Nullable Thread owner;
    private int depth;

    /** The answer that the owner is in, so that another may be let in; null while it is in none. */
    private @Nullable Answer answer;

    private @Nullable Thread borrower;
    private int borrowedDepth;

    /** An answer being made, known to the threads that it starts. */
    private static final class Answer {}

    HarnessLock() {
        this(LOOKS_OF_WHO_DRIVES);
    }

    /** A lock that gives up on letting a thread drive after a number of looks at an answer that waits. */
    HarnessLock(int looksOfWhoDrives) {
        this.looksOfWhoDrives = looksOfWhoDrives;
    }

    /**
     * Waits until this thread may use the harness.
     *
     * @throws IllegalStateException if an answer seems to wait for this thread, which wants to drive
     */
    void lock(Use use) {
        Thread me = Thread.currentThread();
        monitor.lock();
        try {
            if (!enter(me)) {
                waitToEnter(me, use);
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
        } else if (answer != null && borrower == null && (answer.equals(extent.get()) || guests.contains(me))) {
            borrow(me);
        } else {
            return false;
        }
        return true;
    }

    private void borrow(Thread me) {
        borrower = me;
        borrowedDepth = 1;
    }

    private void waitToEnter(Thread me, Use use) {
        Answer seen = null;
        int looks = 0;
        boolean interrupted = false;
        try {
            while (!enter(me)) {
                if (answer == null) {
                    changed.awaitUninterruptibly();
                    continue;
                }
                interrupted |= waitForNextLook();
                looks = answer != null && answer.equals(seen) && ownerWaits() ? looks + 1 : 0;
                seen = answer;
                if (looks >= LOOKS_OF_WHO_ASKS && use == Use.ASK && borrower == null) {
                    borrow(me);
                    return;
                }
                if (looks >= looksOfWhoDrives && use == Use.DRIVE) {
                    throw new IllegalStateException(standstill(me));
                }
            }
        } finally {
            if (interrupted) {
                me.interrupt();
            }
        }
    }

    /** Whether this thread was interrupted meanwhile. Whatever woke it, the loop of the caller looks again. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean waitForNextLook() {
        try {
            changed.awaitNanos(LOOK_EVERY.toNanos());
            return false;
        } catch (InterruptedException interrupted) {
            return true;
        }
    }

    private boolean ownerWaits() {
        return owner != null
                && switch (owner.getState()) {
                    case BLOCKED, WAITING, TIMED_WAITING -> true;
                    case NEW, RUNNABLE, TERMINATED -> false;
                };
    }

    private String standstill(Thread me) {
        return "The harness runs executions and moves its clock on one thread at a time, and the answer to a call has"
                + " kept it waiting for "
                + LOOK_EVERY.multipliedBy(looksOfWhoDrives).toSeconds() + " s of real time.\n\n"
                + "  answering: thread " + (owner == null ? "" : owner.getName()) + "\n"
                + "    waiting: thread " + me.getName() + "\n\n"
                + "If the answer waits for this thread, start the thread in the answer, or let the answer call the"
                + " harness itself.";
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
                answer = new Answer();
                extent.set(answer);
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
                answer = null;
                extent.remove();
                while (borrower != null) {
                    changed.awaitUninterruptibly();
                }
            }
        } finally {
            monitor.unlock();
        }
    }

    /** Does something on a thread that an answer may wait for, though the answer has not started it. */
    <T> T asGuest(Supplier<T> action) {
        Thread me = Thread.currentThread();
        boolean first = change(() -> addGuest(me));
        try {
            return action.get();
        } finally {
            if (first) {
                change(() -> guests.remove(me));
            }
        }
    }

    private boolean addGuest(Thread me) {
        if (guests.isEmpty()) {
            guests = new HashSet<>();
        }
        return guests.add(me);
    }

    private boolean change(Supplier<Boolean> how) {
        monitor.lock();
        try {
            return how.get();
        } finally {
            monitor.unlock();
        }
    }
}
