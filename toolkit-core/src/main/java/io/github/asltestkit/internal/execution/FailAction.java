package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.program.Step.FailStep;
import org.jspecify.annotations.Nullable;

/** A Fail state fails its frame with its error and cause. */
final class FailAction implements StateAction {

    @Override
    public void act(StateFlow flow, Visit visit) {
        FailStep step = (FailStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        step.flow().effectiveInput(scope);
        flow.fail(visit, Failure.of(text(step.error(), scope), text(step.cause(), scope)));
    }

    private static @Nullable String text(@Nullable Expression expression, VisitScope scope) {
        if (expression == null) {
            return null;
        }
        JsonNode value = expression.evaluate(scope);
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
