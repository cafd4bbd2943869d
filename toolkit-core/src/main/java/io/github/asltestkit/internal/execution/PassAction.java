package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Step.PassStep;

/** A Pass state hands on its {@code Result}, else what its templates make of the input. */
final class PassAction implements StateAction {

    @Override
    public void act(StateFlow flow, Visit visit) {
        PassStep step = (PassStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = step.flow().effectiveInput(scope);
        visit.effectiveInput = effectiveInput;
        JsonNode arguments = step.flow().arguments(scope, effectiveInput);
        JsonNode result = step.state().result();
        flow.succeed(visit, step.flow().completeWithResult(scope, result == null ? arguments : result), step.next());
    }
}
