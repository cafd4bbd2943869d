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

    Session(HarnessOptions options, TaskIntegration integration) {
        this.engine = new Engine(options.engineOptions(), new LendingIntegration(integration, lock));
    }

    /** To be driven under the lock. */
    Engine engine() {
        return engine;
    }

    /** Runs executions or moves the clock. */
    <T> T drive(Supplier<T> action) {
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
