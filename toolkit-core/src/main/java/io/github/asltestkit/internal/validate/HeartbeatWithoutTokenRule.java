package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import java.util.List;

/** A heartbeat is sent with a task token: where nobody gets one, nobody can send it. */
final class HeartbeatWithoutTokenRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "HEARTBEAT_WITHOUT_TOKEN",
                "A task without a token has HeartbeatSeconds",
                "Nobody can send the heartbeat, so the task fails with States.HeartbeatTimeout or runs as if without",
                "connect-to-resource.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!(state instanceof State.Task task) || !hasHeartbeat(task) || Findings.isOpen(task.resource())) {
            return;
        }
        IntegrationPattern pattern = TaskResource.parse(task.resource()).pattern();
        boolean token = pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN || pattern == IntegrationPattern.ACTIVITY;
        boolean handedOn = String.valueOf(task.fields().parameters()).contains("$$.Task.Token")
                || String.valueOf(task.fields().arguments()).contains("Task.Token");
        if (!token && !handedOn) {
            String field = task.heartbeatSeconds() != null ? "/HeartbeatSeconds" : "/HeartbeatSecondsPath";
            findings.warning(
                    "HEARTBEAT_WITHOUT_TOKEN",
                    "Nobody has a task token of '" + state.name() + "' to send a heartbeat with",
                    state.pointer() + field,
                    "use TimeoutSeconds");
        }
    }

    private static boolean hasHeartbeat(State.Task task) {
        return task.heartbeatSeconds() != null || task.heartbeatSecondsPath() != null;
    }
}
