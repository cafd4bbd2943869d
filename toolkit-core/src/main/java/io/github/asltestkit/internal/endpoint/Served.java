package io.github.asltestkit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.time.VirtualClock;
import java.util.function.Supplier;

/** What a server serves: a harness, each look at it under its lock. */
public interface Served {

    /** How far an execution has come. */
    enum Progress {
        /** It has ended. */
        ENDED,
        /** Time was skipped to the next event. */
        MOVED,
        /** Only a worker, or somebody else, can go on. */
        WAITS
    }

    /** Makes a call of the API. */
    JsonNode call(String operation, JsonNode request);

    VirtualClock clock();

    /** Answers a request, which the answer to a call of the harness may wait for. */
    <T> T asGuest(Supplier<T> request);

    /** Tells somebody after everything that happens, while the harness is held. */
    void onChange(Runnable told);

    /** Skips time to the next event, unless the execution has ended or a task waits for a worker. */
    Progress advance(String executionArn);

    /** What an execution waits for, a line each. */
    String waitsFor(String executionArn);
}
