package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a call that an execution made.
 *
 * @param <R> the assertion on the execution, to return to
 */
public final class CallAssert<R> extends AbstractAssert<CallAssert<R>, RecordedCall> {
    private final Told told;
    private final R execution;

    CallAssert(RecordedCall actual, Told told, R execution) {
        super(actual, CallAssert.class);
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

    /** The call's parameters equal this: JSON text, a tree, or an object. */
    public CallAssert<R> hasParameters(Object expected) {
        parameters().isEqualTo(expected);
        return this;
    }

    /** Goes on with the parameters. */
    public JsonAssert<CallAssert<R>> parameters() {
        return json("Parameters", actual.call().parameters());
    }

    private JsonAssert<CallAssert<R>> json(String what, JsonNode value) {
        return new JsonAssert<>(
                value,
                new JsonPlace(what + " of the call of " + actual.call().statePath(), ShouldCall.why(told, actual)),
                this);
    }

    /** The call was for that attempt of its state; 1 is the first try. */
    public CallAssert<R> wasMadeOnAttempt(int attempt) {
        if (actual.call().attempt() != attempt) {
            throw failure(ShouldCall.otherwise(
                    told,
                    actual,
                    "on attempt " + attempt,
                    "on attempt " + actual.call().attempt()));
        }
        return this;
    }

    /** The call was made that long after the start of the execution, in virtual time. */
    public CallAssert<R> wasMadeAfter(Duration sinceStart) {
        Duration after = Duration.between(
                Objects.requireNonNull(told.inspection().startedAt()),
                actual.call().scheduledAt());
        if (!after.equals(sinceStart)) {
            throw failure(ShouldCall.otherwise(
                    told, actual, "after " + Times.text(sinceStart), "after " + Times.text(after)));
        }
        return this;
    }

    /** The job of the call was cancelled, with that API. */
    public CallAssert<R> wasCancelledBy(String api) {
        RecordedCall.Cancel cancel = actual.cancel();
        if (cancel == null || !cancel.api().equals(api) || !cancel.outcome().cancelled()) {
            throw failure(ShouldBeCancelled.by(told, actual, api));
        }
        return this;
    }

    /** Cancelling the job was tried, and failed for that reason: the job runs on. */
    public CallAssert<R> couldNotBeCancelled(String reason) {
        RecordedCall.Cancel cancel = actual.cancel();
        if (cancel == null
                || cancel.outcome().cancelled()
                || !cancel.outcome().detail().equals(reason)) {
            throw failure(ShouldBeCancelled.failing(told, actual, reason));
        }
        return this;
    }

    /** Nobody tried to cancel the job of the call. */
    public CallAssert<R> wasNotCancelled() {
        if (actual.cancel() != null) {
            throw failure(ShouldBeCancelled.never(told, actual));
        }
        return this;
    }
}
