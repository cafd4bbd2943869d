package io.github.asltestkit;

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

    <T> T call(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    <T> @Nullable T find(Supplier<@Nullable T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
