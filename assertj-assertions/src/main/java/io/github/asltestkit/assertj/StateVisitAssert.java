package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.ShouldAssign;
import io.github.asltestkit.assertj.error.ShouldBeAttempted;
import io.github.asltestkit.assertj.error.ShouldBeCaught;
import io.github.asltestkit.assertj.error.ShouldBeCaughtBy;
import io.github.asltestkit.assertj.error.ShouldHaveAttempt;
import io.github.asltestkit.assertj.error.ShouldHaveBranch;
import io.github.asltestkit.assertj.error.ShouldHaveBranches;
import io.github.asltestkit.assertj.error.ShouldHaveEnded;
import io.github.asltestkit.assertj.error.ShouldHaveHeartbeats;
import io.github.asltestkit.assertj.error.ShouldHaveJson;
import io.github.asltestkit.assertj.error.ShouldHaveLasted;
import io.github.asltestkit.assertj.error.ShouldHaveOutcome;
import io.github.asltestkit.assertj.error.ShouldInspect;
import io.github.asltestkit.assertj.error.ShouldLeadTo;
import io.github.asltestkit.assertj.error.ShouldMissHeartbeat;
import io.github.asltestkit.assertj.error.ShouldTimeOut;
import io.github.asltestkit.assertj.error.ShouldTimeOutAwaiting;
import io.github.asltestkit.assertj.error.ShouldWaitBetweenAttempts;
import io.github.asltestkit.assertj.error.ShouldWaitBetweenAttemptsAtMost;
import io.github.asltestkit.assertj.error.Why;
import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.DurationAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a stay in a state.
 *
 * @param <R> the assertion on the execution, to return to
 */
@API(status = MAINTAINED, since = "0.1")
public class StateVisitAssert<R> extends AslAssert<StateVisitAssert<R>, StateVisit> {
    private final StateVisitLink<R> stay;

    StateVisitAssert(StateVisitLink<R> stay) {
        super(stay.visit(), StateVisitAssert.class);
        this.stay = stay;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return stay.execution();
    }

    final Evidence evidence() {
        return stay.evidence();
    }

    // ---- outcome -------------------------------------------------------------------------------------------------

    /** The state was left by success. */
    public StateVisitAssert<R> hasSucceeded() {
        return hasOutcome(VisitOutcome.SUCCEEDED);
    }

    /** The state failed, and no Catcher led on. */
    public StateVisitAssert<R> hasFailed() {
        return hasOutcome(VisitOutcome.FAILED);
    }

    /** The state was ended from outside: by another branch or iteration, by StopExecution, or by the execution's timeout. */
    public StateVisitAssert<R> wasAborted() {
        return hasOutcome(VisitOutcome.ABORTED);
    }

    /** The state has an outcome. */
    public StateVisitAssert<R> hasOutcome(VisitOutcome expected) {
        return check(
                () -> actual.outcome() == expected, () -> ShouldHaveOutcome.of(evidence(), actual, expected.name()));
    }

    /** The state failed with that error, caught or not. */
    public StateVisitAssert<R> failedWith(String error) {
        return check(
                () -> error.equals(actual.error()),
                () -> ShouldHaveOutcome.of(evidence(), actual, "an error " + error));
    }

    /** A Catcher of the state led to another state. */
    public StateVisitAssert<R> wasCaughtBy(String nextState) {
        return check(() -> nextState.equals(actual.caughtBy()), () -> ShouldBeCaught.of(evidence(), actual, nextState));
    }

    /**
     * The Catcher of that index in {@code Catch} caught the error of the state. A recorded history needs the definition for
     * it.
     */
    public StateVisitAssert<R> wasCaughtBy(int catcher) {
        return check(
                () -> Objects.equals(actual.catcherIndex(), catcher),
                () -> ShouldBeCaughtBy.of(evidence(), actual, catcher));
    }

    /** The state entered next, by Next, Choice or Catch, is that one. */
    public StateVisitAssert<R> leadsTo(String nextState) {
        return check(() -> nextState.equals(actual.next()), () -> ShouldLeadTo.of(evidence(), actual, nextState));
    }

    // ---- attempts ------------------------------------------------------------------------------------------------

    /** The state made so many attempts; 1 is the first try alone. */
    public StateVisitAssert<R> wasAttempted(int times) {
        return check(() -> actual.attempts().size() == times, () -> ShouldBeAttempted.of(evidence(), actual, times));
    }

    /** Before each further attempt the state waited exactly so long, in virtual time; there were no other attempts. */
    public StateVisitAssert<R> waitedBetweenAttempts(Duration... waits) {
        return check(
                () -> ShouldWaitBetweenAttempts.waits(actual).equals(List.of(waits)),
                () -> ShouldWaitBetweenAttempts.of(evidence(), actual, List.of(waits)));
    }

    /**
     * Before each further attempt the state waited at most so long, in virtual time; there were no other attempts. For a
     * Retrier with JitterStrategy FULL, which waits for a random time up to what it would wait without jitter.
     */
    public StateVisitAssert<R> waitedBetweenAttemptsAtMost(Duration... longest) {
        return check(
                () -> ShouldWaitBetweenAttemptsAtMost.holds(actual, List.of(longest)),
                () -> ShouldWaitBetweenAttemptsAtMost.of(evidence(), actual, List.of(longest)));
    }

    /** Goes on with an attempt by its index; 0 is the first try. */
    public AttemptAssert<R> at(int index) {
        return lead(
                () -> {
                    if (index < 0 || index >= actual.attempts().size()) {
                        throw failure(ShouldHaveAttempt.of(evidence(), actual, index));
                    }
                    return new AttemptLink<>(actual.attempts().get(index), this);
                },
                new AttemptLink<>(null, this));
    }

    // ---- time ----------------------------------------------------------------------------------------------------

    /** The last attempt timed out: TimeoutSeconds passed, or a heartbeat was missed. */
    public StateVisitAssert<R> timedOut() {
        return check(actual::timedOut, () -> ShouldTimeOut.of(evidence(), actual));
    }

    /**
     * The last attempt timed out because no heartbeat came within HeartbeatSeconds. The service reports
     * {@code States.Timeout} for it, as recordings show; {@code States.HeartbeatTimeout} is for matching only.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
     */
    public StateVisitAssert<R> missedHeartbeat() {
        return check(actual::missedHeartbeat, () -> ShouldMissHeartbeat.of(evidence(), actual));
    }

    /** The last attempt timed out, by TimeoutSeconds or a missed heartbeat, in the fault of whom it waited for. */
    public StateVisitAssert<R> timedOutAwaiting(Awaited whom) {
        return check(
                () -> actual.timedOut() && ShouldTimeOutAwaiting.awaited(actual) == whom,
                () -> ShouldTimeOutAwaiting.of(evidence(), actual, whom));
    }

    /** So many heartbeats of the last attempt came in time. A recorded history does not tell them: of one this fails. */
    public StateVisitAssert<R> hasHeartbeats(int number) {
        return check(
                () -> evidence().inspection().notes().areKnown() && ShouldHaveHeartbeats.number(actual) == number,
                () -> ShouldHaveHeartbeats.of(evidence(), actual, number));
    }

    /** The stay lasted exactly so long, in virtual time. */
    public StateVisitAssert<R> lasted(Duration expected) {
        return check(
                () -> expected.equals(actual.duration()),
                () -> ShouldHaveLasted.of(evidence(), actual, expected, actual.duration()));
    }

    /** Goes on with how long the stay lasted, in virtual time; it must have ended. */
    public AbstractDurationAssert<?> duration() {
        return leadToValue(
                DurationAssert.class,
                Duration.class,
                "virtual time in " + (actual == null ? "the state" : actual.path()),
                () -> {
                    Duration duration = actual.duration();
                    if (duration == null) {
                        throw failure(ShouldHaveEnded.of(evidence(), actual, "an end", "an end"));
                    }
                    return duration;
                },
                DurationAssert::new);
    }

    // ---- data ----------------------------------------------------------------------------------------------------

    /** The input equals this: JSON text, a tree, or an object. */
    public StateVisitAssert<R> hasInput(Object expected) {
        input().isEqualTo(expected);
        return this;
    }

    /** The output equals this: JSON text, a tree, or an object. */
    public StateVisitAssert<R> hasOutput(Object expected) {
        output().isEqualTo(expected);
        return this;
    }

    /** Goes on with the input. */
    public JsonAssert<StateVisitAssert<R>> input() {
        return lead(() -> json("Input of", actual.input()), JsonValue.nowhere(this));
    }

    /** Goes on with the output; the state must have been left. */
    public JsonAssert<StateVisitAssert<R>> output() {
        return lead(() -> json("Output of", actual.output()), JsonValue.nowhere(this));
    }

    /**
     * Goes on with a step of the data flow, by the name that TestState's inspection data has for it: {@code input}, {@code
     * afterInputPath}, {@code afterParameters}, {@code afterArguments}, {@code result}, {@code afterResultSelector}, {@code
     * afterResultPath}, {@code afterItemsPath}, {@code afterItemSelector}, {@code afterItemBatcher} or {@code
     * afterItemsPointer}; the state must have taken it, in an execution that was run here.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html">InspectionData</a>
     */
    public JsonAssert<StateVisitAssert<R>> inspected(String step) {
        return lead(
                () -> {
                    JsonNode value = actual.inspected(step);
                    if (value == null) {
                        throw failure(ShouldInspect.of(evidence(), actual, step));
                    }
                    return json(step + " of", value);
                },
                JsonValue.nowhere(this));
    }

    /**
     * Goes on with a variable that the state must have assigned.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states with variables</a>
     */
    public JsonAssert<StateVisitAssert<R>> assigned(String variable) {
        return lead(
                () -> {
                    JsonNode value = actual.assigned().get(variable);
                    if (value == null) {
                        throw failure(ShouldAssign.of(evidence(), actual, variable));
                    }
                    return json("Variable " + variable + " assigned by", value);
                },
                JsonValue.nowhere(this));
    }

    private Link<JsonAssert<StateVisitAssert<R>>> json(String what, @Nullable JsonNode node) {
        JsonPlace place = new JsonPlace(what + " " + actual.path(), Why.ofError(evidence(), actual));
        if (node == null) {
            throw failure(ShouldHaveJson.of(place, "the state is " + actual.outcome()));
        }
        return JsonValue.of(node, place, this);
    }

    // ---- branches and items --------------------------------------------------------------------------------------

    /** Goes on with an iteration of the last attempt of a Map state, by the index of its item. */
    public BranchAssert<R> item(int index) {
        return branch("item", index);
    }

    /** Goes on with a branch of the last attempt of a Parallel state, by its index. */
    public BranchAssert<R> branch(int index) {
        return branch("branch", index);
    }

    private BranchAssert<R> branch(String what, int index) {
        return lead(
                () -> {
                    for (Branch branch : actual.branches()) {
                        if (branch.index() == index) {
                            return new BranchLink<>(branch, this);
                        }
                    }
                    throw failure(ShouldHaveBranch.of(evidence(), actual, what, index));
                },
                new BranchLink<>(null, this));
    }

    /** The Parallel or Map state started so many branches or iterations in its last attempt. */
    public StateVisitAssert<R> hasBranches(int number) {
        return check(() -> actual.branches().size() == number, () -> ShouldHaveBranches.of(evidence(), actual, number));
    }
}
