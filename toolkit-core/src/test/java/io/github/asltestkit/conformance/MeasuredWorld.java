package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mocked answers of a measured case: those of a state in their order, the last one again and again. */
final class MeasuredWorld implements TaskIntegration {
    private static final String ANY_STATE = "*";
    private final JsonNode mocks;
    private final Map<String, Integer> given = new HashMap<>();

    MeasuredWorld(MeasuredCase measured) {
        this.mocks = measured.tree().path("mocks");
    }

    @Override
    public boolean answers(TaskCall call) {
        return !answersOf(call).isMissingNode();
    }

    private JsonNode answersOf(TaskCall call) {
        JsonNode own = mocks.path(call.stateName());
        return own.isMissingNode() ? mocks.path(ANY_STATE) : own;
    }

    @Override
    public TaskReaction call(TaskCall call) {
        JsonNode answers = answersOf(call);
        if (answers.isEmpty()) {
            throw new UnmockedCallException("The case has no answer for a call of " + call.statePath());
        }
        int number = given.merge(call.stateName(), 1, Integer::sum);
        return reaction(call, answers.get(Math.min(number, answers.size()) - 1));
    }

    private static TaskReaction reaction(TaskCall call, JsonNode answer) {
        List<Step> steps = new ArrayList<>();
        boolean submits = call.resource().pattern() == IntegrationPattern.RUN_A_JOB
                || call.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        if (submits && !answer.has("err")) {
            steps.add(new Step.Submitted(Duration.ZERO, ConformanceCase.JSON.createObjectNode()));
        }
        if (answer.has("ret")) {
            steps.add(new Step.Succeeded(Duration.ZERO, answer.path("ret")));
        }
        if (answer.has("err")) {
            steps.add(new Step.Failed(
                    Duration.ZERO,
                    answer.path("err").textValue(),
                    answer.path("cause").textValue()));
        }
        for (String later : List.of("cb", "job")) {
            if (answer.has(later)) {
                steps.add(new Step.Succeeded(
                        Duration.ofMillis(Math.round(answer.path(later).path(0).asDouble() * 1000)),
                        answer.path(later).path(1)));
            }
        }
        return new TaskReaction(steps);
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        return new CancelOutcome(true, "");
    }
}
