package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.program.Step.SucceedStep;

/** A Succeed state ends its graph with what {@code InputPath} and {@code OutputPath}, or {@code Output}, select. */
final class SucceedAction implements StateAction {

    @Override
    public void act(StateFlow flow, Visit visit) {
        SucceedStep step = (SucceedStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        flow.succeed(visit, step.flow().complete(scope, step.flow().effectiveInput(scope)), null);
    }
}
