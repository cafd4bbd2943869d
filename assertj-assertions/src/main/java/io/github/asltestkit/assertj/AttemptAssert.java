package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on one attempt of a state.
 *
 * @param <R> the assertion on the execution, to return to
 */
public final class AttemptAssert<R> extends AbstractAssert<AttemptAssert<R>, Attempt> {
    private final StateVisit visit;
    private final Told told;
    private final StateVisitAssert<R> state;

    AttemptAssert(Attempt actual, StateVisit visit, Told told, StateVisitAssert<R> state) {
        super(actual, AttemptAssert.class);
        this.visit = visit;
        this.told = told;
        this.state = state;
    }

    /** Back to the state. */
    public StateVisitAssert<R> returnToState() {
        return state;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return state.returnToExecution();
    }

    /** Goes on with another attempt of the state by its index; 0 is the first try. */
    public AttemptAssert<R> at(int index) {
        return state.at(index);
    }

    private AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }

    /** After this attempt, the state waited exactly so long before it tried again. */
    public AttemptAssert<R> waitedBeforeRetry(Duration expected) {
        int next = actual.number();
        if (next >= visit.attempts().size()
                || !expected.equals(visit.attempts().get(next).waitedBefore())) {
            throw failure(ShouldBeAttempted.waited(told, visit, actual, expected));
        }
        return this;
    }

    /** The attempt succeeded. */
    public AttemptAssert<R> hasSucceeded() {
        return ended(actual.outcome() == VisitOutcome.SUCCEEDED, "SUCCEEDED");
    }

    /** The attempt failed or timed out with that error. */
    public AttemptAssert<R> failedWith(String error) {
        return ended(error.equals(actual.error()), "an error " + error);
    }

    /** The attempt failed or timed out with that error and cause. */
    public AttemptAssert<R> failedWith(String error, String cause) {
        failedWith(error);
        if (!cause.equals(actual.cause())) {
            throw failure(ShouldBeAttempted.endedOtherwise(
                    told, visit, actual, "cause: " + cause, "cause: " + actual.cause()));
        }
        return this;
    }

    /** The attempt timed out, by TimeoutSeconds or a missed heartbeat. */
    public AttemptAssert<R> timedOut() {
        return ended(actual.timedOut(), "TIMED_OUT");
    }

    /** The attempt timed out because a heartbeat was missed. */
    public AttemptAssert<R> missedHeartbeat() {
        return ended(actual.missedHeartbeat(), "a missed heartbeat");
    }

    private AttemptAssert<R> ended(boolean asExpected, String expected) {
        if (!asExpected) {
            String was = actual.outcome() + (actual.error() == null ? "" : " " + actual.error());
            throw failure(ShouldBeAttempted.endedOtherwise(told, visit, actual, expected, was));
        }
        return this;
    }

    /** Goes on with the parameters of the call. */
    public JsonAssert<AttemptAssert<R>> parameters() {
        JsonNode parameters = actual.parameters();
        JsonPlace place = new JsonPlace(
                "Parameters of " + visit.path() + ", attempt " + actual.number(), new Why(null, told.place(visit, "")));
        if (parameters == null) {
            throw failure(ShouldHaveJson.present(place, "the attempt makes no call of its own"));
        }
        return new JsonAssert<>(parameters, place, this);
    }
}
