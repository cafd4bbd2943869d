package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.SingleStateResult.Status;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.ShouldEndAs;
import io.github.asltestkit.assertj.error.ShouldEndExecution;
import io.github.asltestkit.assertj.error.ShouldEndWithError;
import io.github.asltestkit.assertj.error.ShouldHaveJson;
import io.github.asltestkit.assertj.error.ShouldInspect;
import io.github.asltestkit.assertj.error.ShouldMatchCatcher;
import io.github.asltestkit.assertj.error.ShouldMatchRetrier;
import io.github.asltestkit.assertj.error.ShouldMoveTo;
import io.github.asltestkit.assertj.error.ShouldRetryAfter;
import io.github.asltestkit.assertj.error.SingleStateFacts;
import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a state under test did.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
@API(status = MAINTAINED, since = "0.1")
public class SingleStateAssert extends AslAssert<SingleStateAssert, SingleStateResult> {

    /** Asserts on a result. */
    public SingleStateAssert(@Nullable SingleStateResult actual) {
        super(actual, SingleStateAssert.class);
    }

    /** The state yielded its output. */
    public SingleStateAssert hasSucceeded() {
        return hasStatus(Status.SUCCEEDED);
    }

    /** The state failed, and no Retrier or Catcher took the error. */
    public SingleStateAssert hasFailed() {
        return hasStatus(Status.FAILED);
    }

    /** The state failed, and a Retrier would try again. */
    public SingleStateAssert isRetriable() {
        return hasStatus(Status.RETRIABLE);
    }

    /** The state failed, and a Catcher leads on. */
    public SingleStateAssert isCaught() {
        return hasStatus(Status.CAUGHT_ERROR);
    }

    /** The state ended so. */
    public SingleStateAssert hasStatus(Status expected) {
        isNotNull();
        if (actual.status() != expected) {
            throw failure(ShouldEndAs.of(actual, expected));
        }
        return this;
    }

    /** The state failed with an error of that name, exactly, whatever came of it. */
    public SingleStateAssert failedWith(String error) {
        isNotNull();
        if (!error.equals(actual.error())) {
            throw failure(ShouldEndWithError.of(actual, error));
        }
        return this;
    }

    /** A Retrier would try again after exactly so long. */
    public SingleStateAssert retriesAfter(Duration expected) {
        isRetriable();
        if (!expected.equals(actual.retryAfter())) {
            throw failure(ShouldRetryAfter.of(actual, expected));
        }
        return this;
    }

    /** The error matched the Retrier of that index, which may be exhausted. */
    public SingleStateAssert matchedRetrier(int index) {
        isNotNull();
        if (!Objects.equals(actual.retryIndex(), index)) {
            throw failure(ShouldMatchRetrier.of(actual, index));
        }
        return this;
    }

    /** The Catcher of that index caught the error. */
    public SingleStateAssert wasCaughtBy(int index) {
        isCaught();
        if (!Objects.equals(actual.catchIndex(), index)) {
            throw failure(ShouldMatchCatcher.of(actual, index));
        }
        return this;
    }

    /** That state comes next: by Next, Choice or Catch, or the state itself where it would be retried. */
    public SingleStateAssert movesTo(String state) {
        isNotNull();
        if (!state.equals(SingleStateFacts.next(actual))) {
            throw failure(ShouldMoveTo.of(actual, state));
        }
        return this;
    }

    /** No state comes next: the state ends the execution, by success or failure. */
    public SingleStateAssert endsTheExecution() {
        isNotNull();
        if (SingleStateFacts.next(actual) != null) {
            throw failure(ShouldEndExecution.of(actual));
        }
        return this;
    }

    /** The output equals this: JSON text, a tree, or an object. */
    public SingleStateAssert hasOutput(Object expected) {
        output().isEqualTo(expected);
        return this;
    }

    /** Goes on with the output. */
    public JsonAssert<SingleStateAssert> output() {
        return lead(() -> json("Output of " + actual.stateName(), actual.output()), JsonValue.nowhere(this));
    }

    /** Goes on with a step of the data flow, such as {@code afterParameters}, which the state must have taken. */
    public JsonAssert<SingleStateAssert> inspected(String step) {
        return lead(
                () -> {
                    JsonNode value = actual.inspected(step);
                    if (value == null) {
                        throw failure(ShouldInspect.of(actual, step));
                    }
                    return json(step + " of " + actual.stateName(), value);
                },
                JsonValue.nowhere(this));
    }

    private Link<JsonAssert<SingleStateAssert>> json(String sentence, @Nullable JsonNode value) {
        JsonPlace place = new JsonPlace(sentence, SingleStateFacts.why(actual));
        if (value == null) {
            throw failure(ShouldHaveJson.of(place, "the state is " + actual.status()));
        }
        return JsonValue.of(value, place, this);
    }
}
