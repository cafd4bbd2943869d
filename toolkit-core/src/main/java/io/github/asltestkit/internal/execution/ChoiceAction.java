package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.program.StateScope;
import io.github.asltestkit.internal.program.Step.ChoiceStep;
import java.util.List;

/** A Choice state goes where its first true rule leads, else to its {@code Default}. */
final class ChoiceAction implements StateAction {

    @Override
    public void act(StateFlow flow, Visit visit) {
        ChoiceStep step = (ChoiceStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = step.flow().effectiveInput(scope);
        StateScope inner = scope.withInput(effectiveInput);
        List<ChoiceStep.Rule> rules = step.rules();
        for (int i = 0; i < rules.size(); i++) {
            ChoiceStep.Rule rule = rules.get(i);
            if (rule.condition().test(inner)) {
                visit.frame.run.notes.add(visit, ExecutionNotes.Kind.CHOICE_RULE, i);
                flow.succeed(visit, rule.flow().complete(scope, effectiveInput), rule.next());
                return;
            }
        }
        if (step.defaultState() == null) {
            // The specification calls this States.NoChoiceMatched; the service reports States.Runtime (recorded).
            throw EvaluationException.runtime(
                    "Failed to transition out of the state. The state does not point to a next state.");
        }
        visit.frame.run.notes.add(visit, ExecutionNotes.Kind.DEFAULT, 0);
        flow.succeed(visit, step.flow().complete(scope, effectiveInput), step.defaultState());
    }
}
