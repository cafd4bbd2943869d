package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.Durations;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.Paths;
import io.github.asltestkit.assertj.error.Seen;
import io.github.asltestkit.assertj.error.ShouldBeBilledFor;
import io.github.asltestkit.assertj.error.ShouldBeInState;
import io.github.asltestkit.assertj.error.ShouldFailWith;
import io.github.asltestkit.assertj.error.ShouldFailWithCause;
import io.github.asltestkit.assertj.error.ShouldHaveJson;
import io.github.asltestkit.assertj.error.ShouldHaveRunFor;
import io.github.asltestkit.assertj.error.ShouldHaveRunForBetween;
import io.github.asltestkit.assertj.error.ShouldHaveStatus;
import io.github.asltestkit.assertj.error.ShouldHaveVariable;
import io.github.asltestkit.assertj.error.ShouldNameOneState;
import io.github.asltestkit.assertj.error.ShouldNotVisit;
import io.github.asltestkit.assertj.error.ShouldSpendIn;
import io.github.asltestkit.assertj.error.ShouldTakePath;
import io.github.asltestkit.assertj.error.ShouldTakePathInOrder;
import io.github.asltestkit.assertj.error.ShouldTakePathMatching;
import io.github.asltestkit.assertj.error.ShouldTimeOutIn;
import io.github.asltestkit.assertj.error.ShouldVisit;
import io.github.asltestkit.assertj.error.ShouldVisitTimes;
import io.github.asltestkit.assertj.error.ShouldWaitForTaskToken;
import io.github.asltestkit.assertj.error.Variables;
import io.github.asltestkit.assertj.error.Why;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.StateNames;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.DurationAssert;
import org.jspecify.annotations.Nullable;

/**
 * The assertions on an execution, whether a harness ran it or AWS recorded it. States are named as in the definition;
 * a nested one may also be named by its path, such as {@code ForEachOrder[3]/Charge}, or without the index for every item. What
 * is below a distributed Map runs in child executions, which are looked into where a state is named. Times are virtual.
 *
 * @param <S> the assertion itself
 * @param <A> what is asserted
 */
@API(status = MAINTAINED, since = "0.1")
public abstract class AbstractExecutionAssert<S extends AbstractExecutionAssert<S, A>, A> extends AslAssert<S, A> {
    private final @Nullable Evidence evidence;

    AbstractExecutionAssert(@Nullable A actual, Class<?> selfType, @Nullable Evidence evidence) {
        super(actual, selfType);
        this.evidence = evidence;
    }

    final Evidence evidence() {
        isNotNull();
        return Objects.requireNonNull(evidence);
    }

    final ExecutionInspection inspection() {
        return evidence().inspection();
    }

    // ---- status ------------------------------------------------------------------------------------------------

    /** The execution has not ended. */
    public S isRunning() {
        return hasStatus(ExecutionStatus.RUNNING);
    }

    /** The execution ended as SUCCEEDED. */
    public S hasSucceeded() {
        return hasStatus(ExecutionStatus.SUCCEEDED);
    }

    /** The execution ended as FAILED. */
    public S hasFailed() {
        return hasStatus(ExecutionStatus.FAILED);
    }

    /** The execution ended as TIMED_OUT: its own TimeoutSeconds or the quota of its type passed, not the time of a state. */
    public S hasTimedOut() {
        return hasStatus(ExecutionStatus.TIMED_OUT);
    }

    /**
     * The execution was stopped.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html">StopExecution</a>
     */
    public S isAborted() {
        return hasStatus(ExecutionStatus.ABORTED);
    }

    /** The execution has a status. */
    public S hasStatus(ExecutionStatus expected) {
        return check(() -> inspection().status() == expected, () -> ShouldHaveStatus.of(evidence(), expected));
    }

    /** The execution failed with an error of that name, exactly. */
    public S failedWith(String error) {
        hasFailed();
        return check(() -> error.equals(inspection().error()), () -> ShouldFailWith.of(evidence(), error));
    }

    /** The execution failed with that error and that cause, exactly. */
    public S failedWith(String error, String cause) {
        failedWith(error);
        return check(() -> cause.equals(inspection().cause()), () -> ShouldFailWithCause.of(evidence(), cause));
    }

    /** The execution ended as TIMED_OUT while it was in that state, nested or not: that state held it up. */
    public S timedOutIn(String state) {
        hasTimedOut();
        return check(
                () -> ShouldTimeOutIn.heldUp(inspection()).stream()
                        .anyMatch(visit -> StateNames.matches(state, visit.name(), visit.path())),
                () -> ShouldTimeOutIn.of(evidence(), state));
    }

    // ---- path --------------------------------------------------------------------------------------------------

    /** The states entered at the top are exactly these, in order; what is nested in Parallel and Map does not count. */
    public S tookPath(String... states) {
        List<String> expected = List.of(states);
        return check(
                () -> inspection().path().equals(expected),
                () -> ShouldTakePath.of(evidence(), inspection().root(), expected));
    }

    /** These states were entered at the top in this order, others between them allowed. */
    public S tookPathInOrder(String... states) {
        List<String> expected = List.of(states);
        return check(
                () -> Paths.foundInOrder(inspection().path(), expected) == expected.size(),
                () -> ShouldTakePathInOrder.of(evidence(), inspection().root(), expected));
    }

    /**
     * The path at the top, its names joined by {@code " -> "}, matches a regular expression as a whole.
     *
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public S tookPathMatching(String regex) {
        return check(
                () -> Paths.matches(inspection().path(), regex),
                () -> ShouldTakePathMatching.of(evidence(), inspection().root(), regex));
    }

    /** Each of the states was entered, nested or not. */
    public S visited(String... states) {
        for (String state : states) {
            check(() -> !evidence().seen(state).isEmpty(), () -> ShouldVisit.of(evidence(), state));
        }
        return myself;
    }

    /** None of the states was entered, nested or not. */
    public S neverVisited(String... states) {
        for (String state : states) {
            check(
                    () -> evidence().seen(state).isEmpty(),
                    () -> ShouldNotVisit.of(state, evidence().seen(state).get(0)));
        }
        return myself;
    }

    /** The state was entered so many times; its retries do not enter it again. */
    public S visitedTimes(String state, int times) {
        return check(
                () -> evidence().seen(state).size() == times,
                () -> ShouldVisitTimes.of(evidence(), state, times, evidence().seen(state)));
    }

    // ---- time, money and tokens ----------------------------------------------------------------------------------

    /** The execution ran for exactly so long, or has so far, in virtual time. */
    public S hasRunFor(Duration expected) {
        return check(() -> evidence().elapsed().equals(expected), () -> ShouldHaveRunFor.of(evidence(), expected));
    }

    /** The execution ran for so long at least and at most, or has so far, in virtual time: for waits with jitter. */
    public S hasRunForBetween(Duration least, Duration most) {
        return check(
                () -> Durations.isBetween(least, evidence().elapsed(), most),
                () -> ShouldHaveRunForBetween.of(evidence(), least, most));
    }

    /** Goes on with how long the execution ran, or has so far, in virtual time. */
    public AbstractDurationAssert<?> elapsed() {
        return leadToValue(
                DurationAssert.class,
                Duration.class,
                "virtual time of the execution",
                () -> evidence().elapsed(),
                DurationAssert::new);
    }

    /** The execution spent exactly so long in a state, over all stays in it that have ended, in virtual time. */
    public S hasSpentIn(String state, Duration expected) {
        visited(state);
        return check(
                () -> ShouldSpendIn.total(evidence().seen(state)).equals(expected),
                () -> ShouldSpendIn.of(evidence(), state, evidence().seen(state), expected));
    }

    /**
     * AWS bills so many state transitions for the execution so far: each state that was entered, nested ones too, each
     * retry, and each redrive. Those of executions that it started are not among them. Express workflows are not billed by
     * transitions: of their executions this fails.
     *
     * @see <a href="https://aws.amazon.com/step-functions/pricing/">Step Functions pricing</a>
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html">Transitions</a>
     */
    public S hasBilledStateTransitions(int expected) {
        return check(
                () -> !evidence().express() && inspection().billedStateTransitions() == expected,
                () -> ShouldBeBilledFor.of(evidence(), expected));
    }

    /** The execution is in that state now, nested or not: it was entered, and has not been left. */
    public S isInState(String state) {
        return check(
                () -> evidence().seen(state).stream()
                        .anyMatch(seen -> seen.visit().outcome() == VisitOutcome.RUNNING),
                () -> ShouldBeInState.of(evidence(), state));
    }

    /**
     * A task of the state is under way and waits for its task token (an Activity waits for its worker).
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Wait for a callback with task token</a>
     */
    public S isWaitingForTaskToken(String state) {
        return check(
                () -> evidence().seen(state).stream()
                        .anyMatch(seen -> seen.visit().isWaitingForTaskToken()),
                () -> ShouldWaitForTaskToken.of(evidence(), state, inspection().visits(state)));
    }

    // ---- data and navigation -------------------------------------------------------------------------------------

    /** Goes on with the output of the execution, which must have succeeded. */
    public JsonAssert<S> output() {
        return lead(
                () -> {
                    hasSucceeded();
                    return json(
                            inspection().output(),
                            new JsonPlace("Output of the " + evidence().subject(), Why.ofStatus(evidence())));
                },
                JsonValue.nowhere(myself));
    }

    /** Goes on with the input of the execution. */
    public JsonAssert<S> input() {
        return lead(
                () -> json(
                        inspection().input(),
                        new JsonPlace("Input of the " + evidence().subject(), Why.UNKNOWN)),
                JsonValue.nowhere(myself));
    }

    /**
     * Goes on with a variable as it was assigned last at the top, outside of Parallel and Map.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states with variables</a>
     */
    public JsonAssert<S> variable(String name) {
        return lead(
                () -> {
                    JsonNode value = Variables.last(inspection().root(), name);
                    if (value == null) {
                        throw failure(
                                ShouldHaveVariable.of(evidence(), inspection().root(), name));
                    }
                    String sentence =
                            "Variable " + name + " of the " + evidence().subject();
                    return json(
                            value,
                            new JsonPlace(
                                    sentence,
                                    Variables.why(evidence(), inspection().root(), name)));
                },
                JsonValue.nowhere(myself));
    }

    private Link<JsonAssert<S>> json(@Nullable JsonNode node, JsonPlace place) {
        if (node == null) {
            throw failure(ShouldHaveJson.of(place, "the history has no data"));
        }
        return JsonValue.of(node, place, myself);
    }

    /**
     * Goes on with the first stay in a state, which must have been entered. A state that ran in several branches or items, or in
     * several child executions, is named by its path.
     */
    public StateVisitAssert<S> state(String state) {
        return lead(
                () -> {
                    List<Seen> seen = evidence().seen(state);
                    List<String> paths =
                            seen.stream().map(Seen::path).distinct().toList();
                    if (paths.size() > 1) {
                        throw failure(ShouldNameOneState.of(evidence(), state, paths));
                    }
                    return stay(state, seen, 1);
                },
                new StateVisitLink<>(null, evidence, myself));
    }

    /** Goes on with a stay in a state; the first is 1. */
    public StateVisitAssert<S> state(String state, int entry) {
        return lead(() -> stay(state, evidence().seen(state), entry), new StateVisitLink<>(null, evidence, myself));
    }

    private StateVisitLink<S> stay(String state, List<Seen> seen, int entry) {
        if (seen.isEmpty()) {
            throw failure(ShouldVisit.of(evidence(), state));
        }
        if (seen.size() < entry || entry < 1) {
            throw failure(ShouldVisitTimes.of(evidence(), state, entry, seen));
        }
        return new StateVisitLink<>(
                seen.get(entry - 1).visit(), seen.get(entry - 1).evidence(), myself);
    }
}
