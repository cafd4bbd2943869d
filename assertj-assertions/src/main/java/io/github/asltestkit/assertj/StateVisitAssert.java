package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a stay in a state.
 *
 * @param <R> the assertion on the execution, to return to
 */
public final class StateVisitAssert<R> extends AbstractAssert<StateVisitAssert<R>, StateVisit> {
    private final Told told;
    private final R execution;

    StateVisitAssert(StateVisit actual, Told told, R execution) {
        super(actual, StateVisitAssert.class);
        this.told = told;
        this.execution = execution;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return execution;
    }

    private AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }

    private StateVisitAssert<R> require(boolean holds, Message message) {
        if (!holds) {
            throw failure(message);
        }
        return this;
    }

    /** The state made so many attempts; 1 is the first try alone. */
    public StateVisitAssert<R> wasAttempted(int times) {
        return require(actual.attempts().size() == times, ShouldBeAttempted.times(told, actual, times));
    }

    /** Goes on with an attempt by its index; 0 is the first try. */
    public AttemptAssert<R> at(int index) {
        if (index < 0 || index >= actual.attempts().size()) {
            throw failure(ShouldBeAttempted.noSuchAttempt(told, actual, index));
        }
        return new AttemptAssert<>(actual.attempts().get(index), actual, told, this);
    }

    /** The state was left by success. */
    public StateVisitAssert<R> hasSucceeded() {
        return hasOutcome(VisitOutcome.SUCCEEDED);
    }

    /** The state failed, and no Catcher led on. */
    public StateVisitAssert<R> hasFailed() {
        return hasOutcome(VisitOutcome.FAILED);
    }

    /** The state was ended from outside. */
    public StateVisitAssert<R> wasAborted() {
        return hasOutcome(VisitOutcome.ABORTED);
    }

    /** The state has an outcome. */
    public StateVisitAssert<R> hasOutcome(VisitOutcome expected) {
        String was = actual.outcome() + (actual.error() == null ? "" : " " + actual.error());
        return require(actual.outcome() == expected, ShouldHaveOutcome.of(told, actual, expected.name(), was));
    }

    /** The state failed with that error, caught or not. */
    public StateVisitAssert<R> failedWith(String error) {
        String was = actual.outcome() + (actual.error() == null ? "" : " " + actual.error());
        return require(error.equals(actual.error()), ShouldHaveOutcome.of(told, actual, "an error " + error, was));
    }

    /** A Catcher of the state led to another state. */
    public StateVisitAssert<R> wasCaughtBy(String nextState) {
        return require(nextState.equals(actual.caughtBy()), ShouldLeadTo.caught(told, actual, nextState));
    }

    /** The state entered next, by Next, Choice or Catch, is that one. */
    public StateVisitAssert<R> leadsTo(String nextState) {
        return require(nextState.equals(actual.next()), ShouldLeadTo.next(told, actual, nextState));
    }

    /** The last attempt timed out: TimeoutSeconds passed, or a heartbeat was missed. */
    public StateVisitAssert<R> timedOut() {
        return require(actual.timedOut(), ShouldTimeOut.timeout(told, actual));
    }

    /** The last attempt timed out because no heartbeat came within HeartbeatSeconds. */
    public StateVisitAssert<R> missedHeartbeat() {
        return require(actual.missedHeartbeat(), ShouldTimeOut.heartbeat(told, actual));
    }

    /** The stay lasted exactly so long, in virtual time. */
    public StateVisitAssert<R> lasted(Duration expected) {
        Duration duration = actual.duration();
        if (!expected.equals(duration)) {
            throw failure(ShouldHaveRunFor.of(told, actual, expected, duration));
        }
        return this;
    }

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
        return json("Input", actual.input());
    }

    /** Goes on with the output; the state must have been left. */
    public JsonAssert<StateVisitAssert<R>> output() {
        return json("Output", actual.output());
    }

    /**
     * Goes on with a step of the data flow, by the name that TestState's inspection data has for it, such as
     * {@code afterParameters}; the state must have taken it.
     */
    public JsonAssert<StateVisitAssert<R>> inspected(String step) {
        JsonNode value = actual.inspected(step);
        if (value == null) {
            throw failure(ShouldInspect.of(told, actual, step));
        }
        return json(step + " of", value);
    }

    /** Goes on with a variable that the state must have assigned. */
    public JsonAssert<StateVisitAssert<R>> assigned(String variable) {
        JsonNode value = actual.assigned().get(variable);
        if (value == null) {
            throw failure(ShouldAssign.of(told, actual, variable));
        }
        return json("Variable " + variable + " assigned by", value);
    }

    private JsonAssert<StateVisitAssert<R>> json(String what, @Nullable JsonNode node) {
        String sentence = what.contains(" ") ? what + " " + actual.path() : what + " of " + actual.path();
        Why why = actual.error() == null ? new Why(null, told.place(actual, "")) : Why.ofFailure(told, actual);
        JsonPlace place = new JsonPlace(sentence, why);
        if (node == null) {
            throw failure(ShouldHaveJson.present(place, "the state is " + actual.outcome()));
        }
        return new JsonAssert<>(node, place, this);
    }

    /** Goes on with an iteration of the last attempt of a Map state, by the index of its item. */
    public BranchAssert<R> item(int index) {
        return branch("item", index);
    }

    /** Goes on with a branch of the last attempt of a Parallel state, by its index. */
    public BranchAssert<R> branch(int index) {
        return branch("branch", index);
    }

    private BranchAssert<R> branch(String what, int index) {
        for (Branch branch : actual.branches()) {
            if (branch.index() == index) {
                return new BranchAssert<>(branch, told, this, execution);
            }
        }
        throw failure(ShouldHaveBranch.of(told, actual, what, index));
    }

    /** The Parallel or Map state started so many branches or iterations in its last attempt. */
    public StateVisitAssert<R> hasBranches(int number) {
        List<Branch> branches = actual.branches();
        return require(
                branches.size() == number,
                ShouldHaveOutcome.of(told, actual, number + " branches or iterations", branches.size() + " of them"));
    }
}
