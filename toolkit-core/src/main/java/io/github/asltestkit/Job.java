package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.execution.OpenTask;
import io.github.asltestkit.internal.execution.Reporter;
import io.github.asltestkit.internal.model.JsonBorder;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A job of a {@code .sync} task that has been submitted and waits for the test to end it. To end one whose task has ended, by
 * a timeout say, throws an {@link IllegalStateException}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Run a Job</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class Job {
    private final Session session;
    private final OpenTask attempt;

    Job(Session session, OpenTask attempt) {
        this.session = session;
        this.attempt = attempt;
    }

    /** The call that submitted it. */
    public TaskCall call() {
        return attempt.call();
    }

    /**
     * The job completes, now.
     *
     * @param output the job as described, as JSON text
     * @throws IllegalArgumentException if it is not JSON
     */
    public void succeed(String output) {
        JsonNode tree = JsonInput.ofText(output).tree();
        end(new Step.Succeeded(Duration.ZERO, tree), Reporter.test("Job.succeed"));
    }

    /** As {@link #succeed(String)}, with a tree, a map, a list, a bean, or a response of the AWS SDK for Java 2. */
    public void succeed(Object output) {
        end(new Step.Succeeded(Duration.ZERO, JsonBorder.given(output, "output")), Reporter.test("Job.succeed"));
    }

    /** The job fails, now: the task fails with this error and cause. */
    public void fail(@Nullable String error, @Nullable String cause) {
        end(new Step.Failed(Duration.ZERO, error, cause), Reporter.test("Job.fail"));
    }

    private void end(Step step, Reporter by) {
        session.moveOn(() -> {
            if (!attempt.isOpen()) {
                throw new IllegalStateException("The task of " + call().statePath() + " has ended already");
            }
            session.engine().react(attempt, step, by);
        });
    }

    @Override
    public String toString() {
        return "job of " + call().statePath() + " (" + call().resource().arn() + ")";
    }
}
