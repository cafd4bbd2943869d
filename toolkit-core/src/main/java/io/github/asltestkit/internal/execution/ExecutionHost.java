package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.schedule.EventQueue;
import java.time.Instant;

/** What an execution asks of the engine that it runs in. */
interface ExecutionHost {

    long nowMillis();

    default Instant now() {
        return EventQueue.instant(nowMillis());
    }

    /** Ids, tokens and seeds. */
    Ids ids();

    Arns arns();

    /** The role of machines that were given none. */
    String roleArn();

    /** The history of a STANDARD execution has room for its last event only: the execution ends. */
    void historyIsFull(ExecutionRun run, long previousEventId);

    /** Who is told what its states do. */
    RunListener listener();

    /** An execution has ended. */
    void ended(ExecutionRun run);

    /** An execution that has ended runs again. */
    void reopened(ExecutionRun run);
}
