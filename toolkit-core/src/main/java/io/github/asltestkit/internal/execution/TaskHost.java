package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;

/** What the attempts of tasks ask of the engine. */
interface TaskHost {

    /** Asks the world; where nobody there answers, Step Functions itself, if the call is about what the engine knows. */
    TaskReaction call(TaskCall call, TaskAttempt attempt);

    /** The world. */
    TaskIntegration integration();

    long nextCallId();

    String region();

    TaskTokens tokens();

    ActivityQueues activities();

    /** How executions are stopped that are the jobs of tasks. */
    ExecutionLife life();
}
