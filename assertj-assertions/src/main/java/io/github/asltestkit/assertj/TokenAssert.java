package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.assertj.error.Deadlines;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a task that an execution waits for, and on its deadlines.
 *
 * @param <R> the assertion on the execution, to return to
 */
@API(status = MAINTAINED, since = "0.1")
public class TokenAssert<R> extends AbstractPendingTaskAssert<TokenAssert<R>> {
    private final TokenLink<R> token;

    TokenAssert(TokenLink<R> token) {
        super(token.task(), TokenAssert.class);
        this.token = token;
    }

    @Override
    @Nullable
    Evidence evidence() {
        return token.evidence();
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return token.execution();
    }

    /** The next heartbeat, or the end of the task, is due that long after the start of the execution, in virtual time. */
    public TokenAssert<R> isDueAfter(Duration sinceStart) {
        return expect(() -> sinceStart.equals(due()), text(sinceStart), () -> text(due()));
    }

    private static String text(@Nullable Duration due) {
        return due == null ? "never due" : "due at +" + Times.text(due);
    }

    private @Nullable Duration due() {
        Attempt attempt = token.attempt();
        Instant due = attempt == null ? null : Deadlines.of(attempt).next();
        return due == null
                ? null
                : Duration.between(
                        Objects.requireNonNull(
                                Objects.requireNonNull(evidence()).inspection().startedAt()),
                        due);
    }

    /** So many heartbeats came in time so far. */
    public TokenAssert<R> hasHeartbeats(int number) {
        return expect(() -> heartbeats() == number, number + " heartbeats", () -> heartbeats() + " heartbeats");
    }

    private int heartbeats() {
        Attempt attempt = token.attempt();
        return attempt == null ? 0 : attempt.heartbeats().size();
    }
}
