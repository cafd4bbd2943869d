package io.github.asltestkit;

import io.github.asltestkit.HarnessLock.Use;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.internal.execution.Engine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the parts of a harness share: its engine, and the lock under which alone it may be driven or looked at. */
final class Session {
    private final HarnessLock lock = new HarnessLock();
    private final Engine engine;
    private volatile @Nullable String endedWith;

    Session(HarnessOptions options, TaskIntegration integration) {
        this.engine = new Engine(options.engineOptions(), new LendingIntegration(integration, lock));
    }

    /** To be driven under the lock. */
    Engine engine() {
        return engine;
    }

    /** From now on nothing may be moved on; what happened can be read. */
    void endWith(String test) {
        endedWith = test;
    }

    /** @throws IllegalStateException if the test that used the harness has ended */
    void requireInUse() {
        String test = endedWith;
        if (test != null) {
            throw new IllegalStateException("The harness of " + test + " was used after that test had ended.\n\n"
                    + "  Each test has a harness of its own: take it as a parameter of the test, or as an @Injected field that"
                    + " is not static.");
        }
    }

    /** As {@link #call(Supplier)}, refused after the test that used the harness. */
    <T> T move(Supplier<T> action) {
        requireInUse();
        return call(action);
    }

    /** As {@link #run(Runnable)}, refused after the test that used the harness. */
    void moveOn(Runnable action) {
        requireInUse();
        run(action);
    }

    /** Runs executions or moves the clock. */
    <T> T drive(Supplier<T> action) {
        requireInUse();
        lock.lock(Use.DRIVE);
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Answers a request of somebody whom an answer of this harness may wait for. */
    <T> T asGuest(Supplier<T> request) {
        return lock.asGuest(request);
    }

    /** Looks at something or reports something. */
    <T> T call(Supplier<T> action) {
        lock.lock(Use.ASK);
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    <T> @Nullable T find(Supplier<@Nullable T> action) {
        lock.lock(Use.ASK);
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable action) {
        lock.lock(Use.ASK);
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
