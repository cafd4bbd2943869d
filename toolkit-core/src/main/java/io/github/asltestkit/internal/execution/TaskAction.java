package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.IntegerField;
import io.github.asltestkit.internal.program.RequestFormat;
import io.github.asltestkit.internal.program.StateScope;
import io.github.asltestkit.internal.program.Step.TaskStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Task state makes a call and waits for its outcome. */
final class TaskAction implements StateAction {
    private final TaskHost host;

    TaskAction(TaskHost host) {
        this.host = host;
    }

    @Override
    public void act(StateFlow flow, Visit visit) {
        TaskStep step = (TaskStep) visit.step;
        TaskAttempt attempt = new TaskAttempt(host, flow, visit, step);
        if (canHaveToken(step.resource())) {
            visit.taskToken = host.tokens().issue(attempt, attempt.place());
        }
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = step.flow().effectiveInput(scope);
        visit.effectiveInput = effectiveInput;
        JsonNode parameters = flow.checkDepth(visit, step.flow().arguments(scope, effectiveInput));
        check(step, parameters);
        StateScope fieldScope = scope.withInput(effectiveInput);
        attempt.schedule(
                parameters,
                number(step.timeoutSeconds(), fieldScope),
                number(step.heartbeatSeconds(), fieldScope),
                step.credentials() == null ? null : step.credentials().evaluate(fieldScope));
    }

    /** Parameters that do not fit are never sent: nothing is scheduled (recorded). */
    private static void check(TaskStep step, JsonNode parameters) {
        RequestFormat format = step.format();
        List<String> problems = format == null ? List.of() : format.problems(parameters);
        if (!problems.isEmpty()) {
            throw EvaluationException.runtime("The Parameters '" + JsonText.write(parameters)
                    + "' could not be used to start the Task: [" + String.join(", ", problems) + "]");
        }
    }

    private static boolean canHaveToken(TaskResource resource) {
        return resource.pattern() != IntegrationPattern.REQUEST_RESPONSE;
    }

    private static @Nullable Long number(@Nullable IntegerField field, StateScope scope) {
        return field == null ? null : field.evaluate(scope);
    }
}
