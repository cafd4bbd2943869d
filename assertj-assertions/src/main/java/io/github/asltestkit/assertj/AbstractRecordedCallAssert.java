package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.Calls;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.ShouldBeCancelledBy;
import io.github.asltestkit.assertj.error.ShouldCallAs;
import io.github.asltestkit.assertj.error.ShouldNotBeCancelled;
import io.github.asltestkit.assertj.error.ShouldOutlastCancel;
import io.github.asltestkit.mock.RecordedCall;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The assertions on a call.
 *
 * @param <S> the assertion itself
 */
@API(status = MAINTAINED, since = "0.1")
public abstract class AbstractRecordedCallAssert<S extends AbstractRecordedCallAssert<S>>
        extends AslAssert<S, RecordedCall> {

    AbstractRecordedCallAssert(@Nullable RecordedCall actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** What is known of the execution that made the call; null where nothing is. */
    abstract @Nullable Evidence evidence();

    /** The call's parameters equal this: JSON text, a tree, or an object. */
    public S hasParameters(Object expected) {
        parameters().isEqualTo(expected);
        return myself;
    }

    /** Goes on with the parameters. */
    public JsonAssert<S> parameters() {
        return lead(
                () -> {
                    JsonNode parameters = actual.call().parameters();
                    String sentence =
                            "Parameters of the call of " + actual.call().statePath();
                    return JsonValue.of(
                            parameters, new JsonPlace(sentence, Calls.why(evidence(), actual.call())), myself);
                },
                JsonValue.nowhere(myself));
    }

    /** The call was made by a state, which is named alone or by its path. */
    public S wasMadeBy(String state) {
        return expect(
                () -> Calls.isOf(state, actual.call()),
                "by " + state,
                () -> "by " + actual.call().statePath());
    }

    /** The call was made to a resource, as the definition has it, such as {@code arn:aws:states:::sqs:sendMessage}. */
    public S wasMadeTo(String resource) {
        return expect(
                () -> actual.call().resource().arn().equals(resource),
                "to " + resource,
                () -> "to " + actual.call().resource().arn());
    }

    /** The call was for that attempt of its state; 1 is the first try. */
    public S wasMadeOnAttempt(int attempt) {
        return expect(
                () -> actual.call().attempt() == attempt,
                "on attempt " + attempt,
                () -> "on attempt " + actual.call().attempt());
    }

    /** The call was answered by the mock of that name. */
    public S wasAnsweredBy(String mock) {
        return expect(() -> actual.mock().equals(mock), "answered by " + mock, () -> "answered by " + actual.mock());
    }

    final S expect(BooleanSupplier holds, String expected, Supplier<String> was) {
        return check(holds, () -> ShouldCallAs.of(evidence(), actual.call(), expected, was.get()));
    }

    /** The job of the call was cancelled, with that API. */
    public S wasCancelledBy(String api) {
        return check(
                () -> {
                    RecordedCall.Cancel cancel = actual.cancel();
                    return cancel != null
                            && cancel.api().equals(api)
                            && cancel.outcome().cancelled();
                },
                () -> ShouldBeCancelledBy.of(evidence(), actual, api));
    }

    /** Cancelling the job was tried, and failed for that reason: the job runs on. */
    public S couldNotBeCancelled(String reason) {
        return check(
                () -> {
                    RecordedCall.Cancel cancel = actual.cancel();
                    return cancel != null
                            && !cancel.outcome().cancelled()
                            && reason.equals(cancel.outcome().detail());
                },
                () -> ShouldOutlastCancel.of(evidence(), actual, reason));
    }

    /** Nobody tried to cancel the job of the call. */
    public S wasNotCancelled() {
        return check(() -> actual.cancel() == null, () -> ShouldNotBeCancelled.of(evidence(), actual));
    }
}
