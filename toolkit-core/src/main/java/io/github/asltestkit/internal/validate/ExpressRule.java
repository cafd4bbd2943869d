package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import java.util.List;

/** An Express workflow knows Request Response only: no jobs, no callbacks, no Activities, no distributed Map. */
final class ExpressRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error(
                "An Express workflow has no .sync, no .waitForTaskToken, no Activities and no distributed Map",
                "choosing-workflow-type.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!findings.isExpress()) {
            return;
        }
        if (state instanceof State.MapState map && map.itemProcessor().distributed()) {
            findings.error("Express state machine does not support 'DISTRIBUTED' Map state", state.pointer());
        } else if (state instanceof State.Task task) {
            IntegrationPattern pattern = TaskResource.parse(task.resource()).pattern();
            String pointer = state.pointer() + "/Resource";
            if (pattern == IntegrationPattern.ACTIVITY) {
                findings.error("Express state machine does not support Activity ARN", pointer);
            } else if (pattern != IntegrationPattern.REQUEST_RESPONSE) {
                // The message about callbacks ends in a blank (recorded).
                findings.error(
                        "Express state machine does not support '" + pattern.suffix() + "' service integration"
                                + (pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN ? " " : ""),
                        pointer);
            }
        }
    }
}
