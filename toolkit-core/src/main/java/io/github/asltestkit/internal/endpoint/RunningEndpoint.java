package io.github.asltestkit.internal.endpoint;

import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An endpoint that listens. */
public final class RunningEndpoint implements StepFunctionsEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final Served served;
    private final Changes changes = new Changes();
    private final Wire wire;
    private final Front front;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningEndpoint(Served served, Function<Wire, Front> starter) {
        this.served = served;
        served.onChange(changes::signal);
        this.wire = new Wire(served, changes, new Control(served.clock(), this::runToEnd));
        this.front = starter.apply(wire);
    }

    /**
     * Starts.
     *
     * @param starter starts the server that clients reach, such as {@link JdkFront#start}
     */
    public static RunningEndpoint start(Served served, Function<Wire, Front> starter) {
        return new RunningEndpoint(served, starter);
    }

    public Front front() {
        return front;
    }

    @Override
    public URI uri() {
        return front.uri();
    }

    @Override
    public VirtualClock clock() {
        return served.clock();
    }

    @Override
    public void runToEnd(String executionArn) {
        runToEnd(executionArn, PATIENCE);
    }

    @Override
    public void runToEnd(String executionArn, Duration patience) {
        long left = patience.toNanos();
        while (true) {
            long seen = changes.count();
            throwFailure(wire.takeFailure());
            if (changes.isClosed()) {
                throw new EndpointClosedException(served.waitsFor(executionArn));
            }
            switch (served.advance(executionArn)) {
                case ENDED -> {
                    return;
                }
                case MOVED -> left = patience.toNanos();
                case WAITS -> {
                    try {
                        left = changes.await(seen, left);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("Interrupted while waiting for a worker", interrupted);
                    }
                    if (left <= 0) {
                        throw new IllegalStateException(silence(executionArn, patience));
                    }
                    left = patience.toNanos();
                }
            }
        }
    }

    private String silence(String executionArn, Duration patience) {
        return "No worker made progress on the execution for " + patience.toMillis() + " ms of real time.\n\n"
                + served.waitsFor(executionArn)
                + "\n\nLet a worker report on the task, script the call with a mock, or move the clock yourself to let it"
                + " time out.";
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            changes.close(LAST_ANSWERS);
            front.stop();
            throwFailure(wire.takeFailure());
        }
    }

    private static void throwFailure(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
