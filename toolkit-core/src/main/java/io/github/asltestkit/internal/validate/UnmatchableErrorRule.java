package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Retrier or Catcher whose every error its state can never have. A Lambda function, an Activity and a callback may fail
 * with any name; the call of a service fails with a name that begins with the service's, or with one of Step Functions.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error handling</a>
 */
final class UnmatchableErrorRule extends StateRule {
    private static final String CODE = "UNMATCHABLE_ERROR";

    /** Errors of other types of states than a Task. */
    private static final Set<String> OF_OTHER_STATES = Set.of(
            ErrorNames.BRANCH_FAILED,
            ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD,
            ErrorNames.ITEM_READER_FAILED,
            ErrorNames.RESULT_WRITER_FAILED);

    /** Services whose errors begin with the service's name without exception. */
    private static final Set<String> PREFIX_ALWAYS = Set.of("states", "sqs", "sns", "dynamodb", "events");

    private static final Set<String> OF_JSONPATH =
            Set.of("States.ParameterPathFailure", "States.ResultPathMatchFailure", "States.IntrinsicFailure");

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "UNMATCHABLE_ERROR",
                "A Retrier or Catcher names an error that its state cannot have: another service's, a name of one's own on a call that only starts something, an error of another type of state or query language, State. for States.",
                "It never retries or catches it",
                "concepts-error-handling.html"));
    }

    @Override
    void check(State state, Findings findings) {
        for (Retrier retrier : state.retry()) {
            check(state, retrier.errorEquals(), retrier.pointer(), findings);
        }
        for (Catcher catcher : state.catchers()) {
            check(state, catcher.errorEquals(), catcher.pointer(), findings);
        }
    }

    private static void check(State state, List<String> errors, String pointer, Findings findings) {
        for (int i = 0; i < errors.size(); i++) {
            String meant = misspelled(errors.get(i));
            if (meant != null) {
                findings.warning(
                        CODE,
                        "No error name of Step Functions begins with State.: " + errors.get(i),
                        pointer + "/ErrorEquals/" + i,
                        "did you mean \"" + meant + "\"?");
                return;
            }
        }
        String first = null;
        for (String error : errors) {
            String reason = reason(state, error);
            if (reason == null) {
                return;
            }
            first = first == null ? reason : first;
        }
        if (first != null) {
            findings.warning(CODE, first, pointer + "/ErrorEquals/0", null);
        }
    }

    /** The error of Step Functions that was meant by a name without the s of States; null if there is no such error. */
    private static @Nullable String misspelled(String error) {
        String meant = error.startsWith("State.") ? "States." + error.substring("State.".length()) : "";
        return ErrorNames.RESERVED.contains(meant) ? meant : null;
    }

    /** Why a state never fails with an error that one of its handlers could take; null where it may. */
    private static @Nullable String reason(State state, String error) {
        if (error.equals(ErrorNames.RUNTIME)) {
            return "Nothing retries or catches States.Runtime: it ends the execution";
        }
        if (error.equals(ErrorNames.NO_CHOICE_MATCHED)) {
            return "No state fails with " + error + ": a Choice that matches nothing fails with States.Runtime";
        }
        if (!(state instanceof State.Task task) || Findings.isOpen(task.resource()) || Findings.isOpen(error)) {
            return null;
        }
        TaskResource resource = TaskResource.parse(task.resource());
        boolean anyName = resource.kind() != TaskResource.Kind.SERVICE
                || resource.service().equals("lambda")
                || resource.pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        return anyName ? null : reason(task, resource, error);
    }

    private static @Nullable String reason(State.Task task, TaskResource resource, String error) {
        String never = "'" + task.name() + "' never fails with " + error + ": ";
        if (error.startsWith("States.")) {
            if (OF_OTHER_STATES.contains(error)) {
                return never + "it is an error of another type of state";
            }
            boolean jsonPath = Expressions.isJsonPath(task);
            if (jsonPath ? error.equals(ErrorNames.QUERY_EVALUATION_ERROR) : OF_JSONPATH.contains(error)) {
                return never + "it is an error of " + (jsonPath ? "JSONata" : "JSONPath");
            }
            if (error.equals(ErrorNames.HEARTBEAT_TIMEOUT)
                    && task.heartbeatSeconds() == null
                    && task.heartbeatSecondsPath() == null) {
                return never + "it has no HeartbeatSeconds";
            }
            boolean ofHttp =
                    error.startsWith(ErrorNames.HTTP) && !resource.service().equals("http");
            return ofHttp ? never + "it is an error of an HTTP Task" : null;
        }
        String own = Services.errorPrefix(resource.service());
        String prefix = error.substring(0, Math.max(0, error.indexOf('.')));
        boolean foreign =
                prefix.isEmpty() || PREFIX_ALWAYS.contains(resource.service()) || Services.isErrorPrefix(prefix);
        return own == null || !foreign || own.equalsIgnoreCase(prefix)
                ? null
                : never + "the errors of " + resource.service() + ":" + resource.action() + " begin with " + own
                        + ". or States.";
    }
}
