package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.List;

/** A heartbeat is due before the task times out. */
final class HeartbeatRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error("HeartbeatSeconds is smaller than TimeoutSeconds", "state-task.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.Task task) {
            JsonNode heartbeat = task.heartbeatSeconds();
            JsonNode timeout = task.timeoutSeconds();
            if (heartbeat != null
                    && timeout != null
                    && heartbeat.isNumber()
                    && timeout.isNumber()
                    && heartbeat.longValue() >= timeout.longValue()) {
                findings.error(
                        "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'",
                        state.pointer() + "/HeartbeatSeconds",
                        state.pointer(),
                        null);
            }
        }
    }
}
