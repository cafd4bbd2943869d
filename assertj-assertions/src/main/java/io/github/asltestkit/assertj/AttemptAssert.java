package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.Attempts;
import io.github.asltestkit.assertj.error.Durations;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.ShouldBeRetriedBy;
import io.github.asltestkit.assertj.error.ShouldEndAttempt;
import io.github.asltestkit.assertj.error.ShouldHaveJson;
import io.github.asltestkit.assertj.error.ShouldTimeOutAwaiting;
import io.github.asltestkit.assertj.error.ShouldWaitBeforeRetry;
import io.github.asltestkit.assertj.error.ShouldWaitBeforeRetryBetween;
import io.github.asltestkit.assertj.error.Why;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.inspection.VisitOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one attempt of a state.
 *
 * @param <R> the assertion on the execution, to return to
 */
@API(status = MAINTAINED, since = "0.1")
public class AttemptAssert<R> extends AslAssert<AttemptAssert<R>, Attempt> {
    private final StateVisitAssert<R> state;

    AttemptAssert(AttemptLink<R> attempt) {
        super(attempt.attempt(), AttemptAssert.class);
        this.state = attempt.state();
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

    private Evidence evidence() {
        return state.evidence();
    }

    /**
     * After this attempt, the state waited exactly so long before it tried again, in virtual time.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
     */
    public AttemptAssert<R> waitedBeforeRetry(Duration expected) {
        return check(
                () -> expected.equals(Attempts.waitAfter(actual)),
                () -> ShouldWaitBeforeRetry.of(evidence(), actual, expected));
    }

    /**
     * After this attempt, the state waited so long at least and at most before it tried again, in virtual time: for a Retrier
     * with JitterStrategy, whose waits are random.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
     */
    public AttemptAssert<R> waitedBeforeRetryBetween(Duration least, Duration most) {
        return check(
                () -> Durations.isBetween(least, Attempts.waitAfter(actual), most),
                () -> ShouldWaitBeforeRetryBetween.of(evidence(), actual, least, most));
    }

    /**
     * The Retrier of that index in {@code Retry} made the state try again after this attempt. A recorded history needs the
     * definition for it.
     */
    public AttemptAssert<R> wasRetriedBy(int retrier) {
        return check(
                () -> Objects.equals(actual.retriedBy(), retrier),
                () -> ShouldBeRetriedBy.of(evidence(), actual, retrier));
    }

    /** The attempt succeeded. */
    public AttemptAssert<R> hasSucceeded() {
        return ended(() -> actual.outcome() == VisitOutcome.SUCCEEDED, "SUCCEEDED");
    }

    /** The attempt failed or timed out with that error. */
    public AttemptAssert<R> failedWith(String error) {
        return ended(() -> error.equals(actual.error()), "an error " + error);
    }

    /** The attempt failed or timed out with that error and cause. */
    public AttemptAssert<R> failedWith(String error, String cause) {
        failedWith(error);
        return check(
                () -> cause.equals(actual.cause()),
                () -> ShouldEndAttempt.of(evidence(), actual, "cause: " + cause, "cause: " + actual.cause()));
    }

    /** The attempt timed out, by TimeoutSeconds or a missed heartbeat. */
    public AttemptAssert<R> timedOut() {
        return ended(() -> actual.timedOut(), "TIMED_OUT");
    }

    /**
     * The attempt timed out because a heartbeat was missed. The service reports {@code States.Timeout} for it, as for
     * TimeoutSeconds, as recordings show; {@code States.HeartbeatTimeout} is for matching only.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
     */
    public AttemptAssert<R> missedHeartbeat() {
        return ended(() -> actual.missedHeartbeat(), "a missed heartbeat");
    }

    /** The attempt timed out, by TimeoutSeconds or a missed heartbeat, in the fault of whom it waited for. */
    public AttemptAssert<R> timedOutAwaiting(Awaited whom) {
        return check(
                () -> actual.timedOut() && actual.awaited() == whom,
                () -> ShouldTimeOutAwaiting.of(evidence(), actual, whom));
    }

    private AttemptAssert<R> ended(BooleanSupplier asExpected, String expected) {
        return check(asExpected, () -> {
            String was = actual.outcome() + (actual.error() == null ? "" : " " + actual.error());
            return ShouldEndAttempt.of(evidence(), actual, expected, was);
        });
    }

    /** Goes on with the parameters of the call. */
    public JsonAssert<AttemptAssert<R>> parameters() {
        return lead(() -> json("Parameters", actual.parameters()), JsonValue.nowhere(this));
    }

    /** Goes on with the result of the call; the attempt must have succeeded. */
    public JsonAssert<AttemptAssert<R>> result() {
        return lead(() -> json("Result", actual.output()), JsonValue.nowhere(this));
    }

    private Link<JsonAssert<AttemptAssert<R>>> json(String what, @Nullable JsonNode node) {
        JsonPlace place = new JsonPlace(
                what + " of " + actual.visit().path() + ", attempt " + actual.number(),
                new Why(null, evidence().place(actual.visit(), "")));
        if (node == null) {
            String why = what.equals("Result") && actual.resource() != null
                    ? "the attempt is " + actual.outcome()
                    : "the attempt makes no call of its own";
            throw failure(ShouldHaveJson.of(place, why));
        }
        return JsonValue.of(node, place, this);
    }
}
