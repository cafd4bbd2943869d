package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.PendingTask;
import io.github.asltestkit.assertj.error.Calls;
import io.github.asltestkit.assertj.error.Cancellations;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.Message;
import io.github.asltestkit.assertj.error.Seen;
import io.github.asltestkit.assertj.error.ShouldCall;
import io.github.asltestkit.assertj.error.ShouldCancelJobsOf;
import io.github.asltestkit.assertj.error.ShouldMakeCallsInOrder;
import io.github.asltestkit.assertj.error.ShouldMakeCallsOf;
import io.github.asltestkit.assertj.error.ShouldNameOneState;
import io.github.asltestkit.assertj.error.ShouldStartMapRun;
import io.github.asltestkit.assertj.error.ShouldWaitForTaskToken;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.mock.RecordedCall;
import io.github.asltestkit.replay.GoldenFile;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an execution as it is at the moment of {@code assertThat}. */
@API(status = MAINTAINED, since = "0.1")
public class ExecutionAssert extends AbstractExecutionAssert<ExecutionAssert, Execution> {

    /** Asserts on an execution, as it is now. */
    public ExecutionAssert(@Nullable Execution actual) {
        super(actual, ExecutionAssert.class, actual == null ? null : Evidence.of(actual));
    }

    ExecutionAssert(ChildLink child) {
        super(child.execution(), ExecutionAssert.class, child.evidence());
    }

    /**
     * Goes on with the last Map Run of a distributed Map state. One that ran in several branches or items is named by its path.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Map state in Distributed mode</a>
     */
    public MapRunAssert<ExecutionAssert> mapRun(String state) {
        return lead(
                () -> {
                    oneOf(
                            state,
                            actual.mapRuns().stream()
                                    .filter(run -> StateNames.matches(state, run.stateName(), run.statePath()))
                                    .map(MapRun::statePath));
                    try {
                        return new MapRunLink<>(actual.mapRun(state), evidence(), this);
                    } catch (IllegalArgumentException none) {
                        throw failure(ShouldStartMapRun.of(evidence(), state, actual.mapRuns()));
                    }
                },
                new MapRunLink<>(null, null, this));
    }

    // ---- calls ---------------------------------------------------------------------------------------------------

    /** Goes on with the calls that it and its child executions made, in order, as an AssertJ list. */
    public ListAssert<RecordedCall> calls() {
        return leadToValue(
                ListAssert.class,
                List.class,
                "calls of the " + evidence().subject(),
                () -> evidence().children().calls(),
                ListAssert::new);
    }

    /**
     * Goes on with the first call of a state. A state that made calls in several branches or items, or in several child
     * executions, is named by its path.
     */
    public CallAssert<ExecutionAssert> call(String state) {
        return lead(
                () -> {
                    oneOf(
                            state,
                            evidence().children().calls().stream()
                                    .map(RecordedCall::call)
                                    .filter(call -> Calls.isOf(state, call))
                                    .map(TaskCall::statePath));
                    return callOf(state, 1);
                },
                new CallLink<>(null, null, this));
    }

    /** Goes on with a call of a state, over visits and attempts, branches and items; the first is 1. */
    public CallAssert<ExecutionAssert> call(String state, int number) {
        return lead(() -> callOf(state, number), new CallLink<>(null, null, this));
    }

    private CallLink<ExecutionAssert> callOf(String state, int number) {
        List<RecordedCall> all = evidence().children().calls();
        List<RecordedCall> calls =
                all.stream().filter(call -> Calls.isOf(state, call.call())).toList();
        if (number < 1 || calls.size() < number) {
            throw failure(ShouldCall.of(evidence(), state, number, all));
        }
        return new CallLink<>(calls.get(number - 1), evidence(), this);
    }

    /** Refuses a name that is that of a state in several places. */
    private void oneOf(String state, Stream<String> paths) {
        List<String> places = paths.distinct().toList();
        if (places.size() > 1) {
            throw failure(ShouldNameOneState.of(evidence(), state, places));
        }
    }

    /**
     * Its path, those of branches and iterations included, is the one that was approved: in {@code order.NAME.path.txt}
     * beside {@code order.asl.json}. The file is written when the system property {@value GoldenFile#UPDATE} is true.
     *
     * @param name what tells it from other approved executions of the definition
     */
    public ExecutionAssert tookApprovedPath(String name) {
        return approved(execution -> GoldenFile.ofPath(execution.definition(), name)
                .problemOfPath(evidence().inspection()));
    }

    /**
     * Its whole history is the one that was approved: in {@code order.NAME.history.json} beside {@code order.asl.json}. The
     * file is written when the system property {@value GoldenFile#UPDATE} is true.
     *
     * @param name what tells it from other approved executions of the definition
     */
    public ExecutionAssert hasApprovedHistory(String name) {
        return approved(
                execution -> GoldenFile.ofHistory(execution.definition(), name).problemOfHistory(execution.history()));
    }

    private ExecutionAssert approved(Function<Execution, @Nullable String> comparison) {
        Execution execution = actual;
        String problem = execution == null ? null : comparison.apply(execution);
        return check(() -> problem == null, () -> new Message(String.valueOf(problem), null, null));
    }

    /**
     * The calls were made by exactly these states, in this order; a state that is retried calls again. None at all: no call
     * was made.
     */
    public ExecutionAssert madeCallsOf(String... states) {
        List<String> expected = List.of(states);
        return check(
                () -> Calls.areOf(expected, evidence().children().calls()),
                () -> ShouldMakeCallsOf.of(
                        evidence(), expected, evidence().children().calls()));
    }

    /** Calls were made by these states in this order, others between them allowed. */
    public ExecutionAssert madeCallsInOrder(String... states) {
        List<String> expected = List.of(states);
        return check(
                () -> Calls.foundInOrder(expected, evidence().children().calls()) == expected.size(),
                () -> ShouldMakeCallsInOrder.of(
                        evidence(), expected, evidence().children().calls()));
    }

    /**
     * The jobs of exactly these states were cancelled, in the order of their calls; of none, no job was.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Run a Job</a>
     */
    public ExecutionAssert cancelledJobsOf(String... states) {
        List<String> expected = List.of(states);
        return check(
                () -> Calls.areOf(
                        expected, Cancellations.cancelled(evidence().children().calls())),
                () -> ShouldCancelJobsOf.of(
                        evidence(), expected, evidence().children().calls()));
    }

    // ---- tokens --------------------------------------------------------------------------------------------------

    /**
     * Goes on with a task of a state that is under way, and with its task token. A state that waits in several branches or
     * items, or in several child executions, is named by its path.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Wait for a callback with task token</a>
     */
    public TokenAssert<ExecutionAssert> pendingTask(String state) {
        return lead(
                () -> {
                    List<PendingTask> tasks = evidence().children().pendingTasks().stream()
                            .filter(task -> Calls.isOf(state, task.call()))
                            .toList();
                    oneOf(state, tasks.stream().map(task -> task.call().statePath()));
                    if (tasks.isEmpty()) {
                        throw failure(ShouldWaitForTaskToken.of(
                                evidence(), state, inspection().visits(state)));
                    }
                    return new TokenLink<>(tasks.get(0), attempt(tasks.get(0).call()), evidence(), this);
                },
                new TokenLink<>(null, null, null, this));
    }

    private @Nullable Attempt attempt(TaskCall call) {
        Attempt last = null;
        for (Seen seen : evidence().seen(call.statePath())) {
            List<Attempt> attempts = seen.visit().attempts();
            last = attempts.isEmpty() ? last : attempts.get(attempts.size() - 1);
        }
        return last;
    }
}
