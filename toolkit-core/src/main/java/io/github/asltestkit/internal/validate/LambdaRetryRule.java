package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.List;
import java.util.Set;

/**
 * A Lambda task that does not retry the errors that Lambda itself now and then has.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception">
 *     Handle transient Lambda service exceptions</a>
 */
final class LambdaRetryRule extends StateRule {
    private static final Set<String> COVERS = Set.of(
            ErrorNames.ALL,
            ErrorNames.TASK_FAILED,
            "Lambda.ServiceException",
            "Lambda.SdkClientException",
            "Lambda.AWSLambdaException",
            "Lambda.ClientExecutionTimeoutException");

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "LAMBDA_WITHOUT_RETRY",
                "A Lambda task does not retry Lambda's own transient errors",
                "Such an error fails the execution",
                "sfn-best-practices.html#bp-lambda-serviceexception"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!(state instanceof State.Task task) || Findings.isOpen(task.resource())) {
            return;
        }
        TaskResource resource = TaskResource.parse(task.resource());
        boolean lambda = resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION
                || resource.service().equals("lambda");
        if (lambda && !isCovered(task)) {
            findings.warning(
                    "LAMBDA_WITHOUT_RETRY",
                    "A transient error of Lambda, such as Lambda.ServiceException, fails '" + state.name() + "'",
                    state.pointer(),
                    "retry Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException");
        }
    }

    private static boolean isCovered(State.Task task) {
        return task.retry().stream()
                .map(Retrier::errorEquals)
                .flatMap(List::stream)
                .anyMatch(COVERS::contains);
    }
}
