package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a call that an execution made.
 *
 * @param <R> the assertion on the execution, to return to
 */
@API(status = MAINTAINED, since = "0.1")
public class CallAssert<R> extends AbstractRecordedCallAssert<CallAssert<R>> {
    private final CallLink<R> made;

    CallAssert(CallLink<R> made) {
        super(made.call(), CallAssert.class);
        this.made = made;
    }

    @Override
    @Nullable
    Evidence evidence() {
        return made.evidence();
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return made.execution();
    }

    /** The call was made that long after the start of the execution, in virtual time. */
    public CallAssert<R> wasMadeAfter(Duration sinceStart) {
        return expect(
                () -> sinceStart().equals(sinceStart),
                "after " + Times.text(sinceStart),
                () -> "after " + Times.text(sinceStart()));
    }

    private Duration sinceStart() {
        return Duration.between(
                Objects.requireNonNull(
                        Objects.requireNonNull(evidence()).inspection().startedAt()),
                actual.call().scheduledAt());
    }
}
