package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Step.WaitStep;

/** A Wait state waits until its instant, or not at all where that has passed. */
final class WaitAction implements StateAction {

    @Override
    public void act(StateFlow flow, Visit visit) {
        WaitStep step = (WaitStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = step.flow().effectiveInput(scope);
        long due = step.until().dueMillis(scope.withInput(effectiveInput));
        long delay = Math.max(0, due - visit.frame.run.nowMillis());
        TimerActivity.start(
                flow,
                visit,
                delay,
                () -> "Wait state " + visit.path(),
                () -> flow.succeed(visit, step.flow().complete(scope, effectiveInput), step.next()));
    }
}
