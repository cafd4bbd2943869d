package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import java.util.List;

/**
 * A callback that nothing limits waits for a year.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html">Use timeouts to avoid
 *     stuck executions</a>
 */
final class CallbackTimeoutRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "CALLBACK_WITHOUT_TIMEOUT",
                "A task that waits for a token has neither HeartbeatSeconds nor TimeoutSeconds",
                "If nobody returns the token, it waits for a year",
                "sfn-stuck-execution.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.Task task
                && task.timeoutSeconds() == null
                && task.timeoutSecondsPath() == null
                && task.heartbeatSeconds() == null
                && task.heartbeatSecondsPath() == null) {
            IntegrationPattern pattern = TaskResource.parse(task.resource()).pattern();
            if (pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN || pattern == IntegrationPattern.ACTIVITY) {
                findings.warning(
                        "CALLBACK_WITHOUT_TIMEOUT",
                        "If nobody returns the task token, '" + state.name() + "' waits for a year",
                        state.pointer(),
                        "add HeartbeatSeconds or TimeoutSeconds");
            }
        }
    }
}
