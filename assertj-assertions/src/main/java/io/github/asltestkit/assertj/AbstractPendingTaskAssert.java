package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.PendingTask;
import io.github.asltestkit.assertj.error.Calls;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.ShouldWaitAs;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The assertions on a task that an execution waits for, most often by its task token.
 *
 * @param <S> the assertion itself
 */
@API(status = MAINTAINED, since = "0.1")
public abstract class AbstractPendingTaskAssert<S extends AbstractPendingTaskAssert<S>>
        extends AslAssert<S, PendingTask> {

    AbstractPendingTaskAssert(@Nullable PendingTask actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** What is known of the execution that waits; null where nothing is. */
    abstract @Nullable Evidence evidence();

    final S expect(BooleanSupplier holds, String expected, Supplier<String> was) {
        return check(holds, () -> ShouldWaitAs.of(evidence(), actual, expected, was.get()));
    }

    /** The task is one of a state, which is named alone or by its path. */
    public S isOfState(String state) {
        return expect(
                () -> Calls.isOf(state, actual.call()),
                "a task of " + state,
                () -> "a task of " + actual.call().statePath());
    }

    /** The task is that attempt of its state; 1 is the first try. */
    public S isAttempt(int attempt) {
        return expect(
                () -> actual.call().attempt() == attempt,
                "attempt " + attempt,
                () -> "attempt " + actual.call().attempt());
    }

    /** The task has a token: SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat take it. */
    public S hasTaskToken() {
        return expect(() -> actual.call().taskToken() != null, "a task token", () -> "no task token");
    }

    /** The service has accepted the job or message; of an Activity, that is never so. */
    public S wasSubmitted() {
        return expect(() -> actual.submitted(), "submitted", () -> "not submitted");
    }

    /** The service has not accepted the job or message. */
    public S wasNotSubmitted() {
        return expect(() -> !actual.submitted(), "not submitted", () -> "submitted");
    }

    /** The call's parameters, the token in them, equal this: JSON text, a tree, or an object. */
    public S hasParameters(Object expected) {
        parameters().isEqualTo(expected);
        return myself;
    }

    /** Goes on with the parameters of the call; of an Activity, the input that its worker gets. */
    public JsonAssert<S> parameters() {
        return lead(
                () -> JsonValue.of(
                        actual.call().parameters(),
                        new JsonPlace(
                                "Parameters of the task of " + actual.call().statePath(),
                                Calls.why(evidence(), actual.call())),
                        myself),
                JsonValue.nowhere(myself));
    }
}
