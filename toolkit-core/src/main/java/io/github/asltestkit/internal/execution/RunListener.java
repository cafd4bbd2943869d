package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.TaskCall;

/** Is told what executions do, in the middle of a step: it may note it, and nothing else. */
public interface RunListener {
    /** Nobody listens. */
    RunListener NONE = new RunListener() {
        @Override
        public void entered(String executionArn, String stateName, String statePath) {}

        @Override
        public void issued(TaskCall call) {}
    };

    /** A state was entered. */
    void entered(String executionArn, String stateName, String statePath);

    /** A call with a task token was made. */
    void issued(TaskCall call);
}
