package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * The assertions on an execution, whether a harness ran it or AWS recorded it. States are named as in the definition;
 * a nested one may also be named by its path, such as {@code ForEachOrder[3]/Charge}. Times are virtual.
 *
 * @param <S> the assertion itself
 * @param <A> what is asserted
 */
public abstract class AbstractToldAssert<S extends AbstractToldAssert<S, A>, A> extends AbstractAssert<S, A> {
    private final @Nullable Told told;

    AbstractToldAssert(@Nullable A actual, Class<?> selfType, @Nullable Told told) {
        super(actual, selfType);
        this.told = told;
    }

    final Told told() {
        isNotNull();
        return Objects.requireNonNull(told);
    }

    final ExecutionInspection inspection() {
        return told().inspection();
    }

    final AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
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

    /** The execution ended as TIMED_OUT: its own TimeoutSeconds passed, not that of a state. */
    public S hasTimedOut() {
        return hasStatus(ExecutionStatus.TIMED_OUT);
    }

    /** The execution was stopped. */
    public S isAborted() {
        return hasStatus(ExecutionStatus.ABORTED);
    }

    /** The execution has a status. */
    public S hasStatus(ExecutionStatus expected) {
        if (inspection().status() != expected) {
            throw failure(ShouldHaveStatus.of(told(), expected));
        }
        return myself;
    }

    /** The execution failed with an error of that name, exactly. */
    public S failedWith(String error) {
        hasFailed();
        if (!error.equals(inspection().error())) {
            throw failure(ShouldFailWith.error(told(), error));
        }
        return myself;
    }

    /** The execution failed with that error and that cause, exactly. */
    public S failedWith(String error, String cause) {
        failedWith(error);
        if (!cause.equals(inspection().cause())) {
            throw failure(ShouldFailWith.cause(told(), cause));
        }
        return myself;
    }

    // ---- path --------------------------------------------------------------------------------------------------

    /** The states entered at the top are exactly these, in order; what is nested in Parallel and Map does not count. */
    public S tookPath(String... states) {
        requirePath(inspection().root(), List.of(states));
        return myself;
    }

    final void requirePath(Branch line, List<String> expected) {
        if (!line.path().equals(expected)) {
            throw failure(ShouldTakePath.of(told(), line, expected));
        }
    }

    /** These states were entered at the top in this order, others between them allowed. */
    public S tookPathInOrder(String... states) {
        int found = 0;
        for (String state : inspection().path()) {
            if (found < states.length && state.equals(states[found])) {
                found++;
            }
        }
        if (found < states.length) {
            throw failure(ShouldTakePathInOrder.of(told(), inspection().root(), List.of(states), found));
        }
        return myself;
    }

    /** The path at the top, its names joined by {@code " -> "}, matches a regular expression as a whole. */
    public S tookPathMatching(String regex) {
        if (!Pattern.matches(regex, String.join(" -> ", inspection().path()))) {
            throw failure(ShouldTakePathMatching.of(told(), inspection().root(), regex));
        }
        return myself;
    }

    /** Each of the states was entered, nested or not. */
    public S visited(String... states) {
        for (String state : states) {
            if (inspection().visits(state).isEmpty()) {
                throw failure(ShouldVisit.atAll(told(), state));
            }
        }
        return myself;
    }

    /** None of the states was entered, nested or not. */
    public S neverVisited(String... states) {
        for (String state : states) {
            List<StateVisit> visits = inspection().visits(state);
            if (!visits.isEmpty()) {
                throw failure(ShouldVisit.never(told(), state, visits.get(0)));
            }
        }
        return myself;
    }

    /** The state was entered so many times; its retries do not enter it again. */
    public S visitedTimes(String state, int times) {
        List<StateVisit> visits = inspection().visits(state);
        if (visits.size() != times) {
            throw failure(ShouldVisit.times(told(), state, times, visits));
        }
        return myself;
    }

    // ---- time and tokens -----------------------------------------------------------------------------------------

    /** The execution ran for exactly so long, or has so far, in virtual time. */
    public S hasRunFor(Duration expected) {
        if (!told().elapsed().equals(expected)) {
            throw failure(ShouldHaveRunFor.of(told(), expected));
        }
        return myself;
    }

    /** A task of the state is under way and waits for its task token (an Activity waits for its worker). */
    public S isWaitingForTaskToken(String state) {
        List<StateVisit> visits = inspection().visits(state);
        if (visits.stream().noneMatch(StateVisit::isWaitingForTaskToken)) {
            throw failure(ShouldWaitForTaskToken.of(told(), state, visits));
        }
        return myself;
    }

    // ---- data and navigation -------------------------------------------------------------------------------------

    /** Goes on with the output of the execution, which must have succeeded. */
    public JsonAssert<S> output() {
        hasSucceeded();
        JsonPlace place = new JsonPlace("Output of the " + told().subject(), Why.ofStatus(told()));
        return json(inspection().output(), place);
    }

    /** Goes on with the input of the execution. */
    public JsonAssert<S> input() {
        return json(inspection().input(), new JsonPlace("Input of the " + told().subject(), new Why(null, null)));
    }

    private JsonAssert<S> json(@Nullable JsonNode node, JsonPlace place) {
        if (node == null) {
            throw failure(ShouldHaveJson.present(place, "the history has no data"));
        }
        return new JsonAssert<>(node, place, myself);
    }

    /** Goes on with the first stay in a state, which must have been entered. */
    public StateVisitAssert<S> state(String state) {
        return state(state, 1);
    }

    /** Goes on with a stay in a state; the first is 1. */
    public StateVisitAssert<S> state(String state, int entry) {
        List<StateVisit> visits = inspection().visits(state);
        if (visits.isEmpty()) {
            throw failure(ShouldVisit.atAll(told(), state));
        }
        if (visits.size() < entry || entry < 1) {
            throw failure(ShouldVisit.times(told(), state, entry, visits));
        }
        return new StateVisitAssert<>(visits.get(entry - 1), told(), myself);
    }
}
