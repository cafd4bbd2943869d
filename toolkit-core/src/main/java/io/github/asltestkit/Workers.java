package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.OpenTask;
import io.github.asltestkit.internal.execution.Reporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workers ask of a harness: Activity tasks, jobs, and reports by task token. */
final class Workers {
    private final Session session;
    private final Engine engine;
    private final HarnessApi api;

    Workers(Session session, HarnessApi api) {
        this.session = session;
        this.engine = session.engine();
        this.api = api;
    }

    @Nullable
    ActivityTask poll(String activityArn, @Nullable String workerName) {
        session.requireInUse();
        return session.find(() -> {
            OpenTask task = engine.pollActivity(activityArn, workerName);
            if (task == null) {
                api.checkActivity(activityArn);
                return null;
            }
            return new ActivityTask(
                    String.valueOf(task.call().taskToken()), task.call().parameters());
        });
    }

    /** The jobs that have been submitted and not ended. */
    List<Job> jobs() {
        return session.call(() -> {
            List<Job> jobs = new ArrayList<>();
            for (ExecutionRun run : engine.openExecutions()) {
                for (OpenTask task : run.openTasks()) {
                    if (task.isSubmitted() && task.call().resource().pattern() == IntegrationPattern.RUN_A_JOB) {
                        jobs.add(new Job(session, task));
                    }
                }
            }
            return jobs;
        });
    }

    void succeed(String taskToken, String output) {
        JsonNode tree = JsonInput.output(output);
        Reporter by = Reporter.test(Reporter.SUCCESS);
        session.moveOn(() -> engine.sendTaskSuccess(taskToken, tree, by));
    }

    void fail(String taskToken, @Nullable String error, @Nullable String cause) {
        Reporter by = Reporter.test(Reporter.FAILURE);
        session.moveOn(() -> engine.sendTaskFailure(taskToken, error, cause, by));
    }

    void heartbeat(String taskToken) {
        // Where a heartbeat comes from is asked by no message, and finding it out costs more than the heartbeat.
        Reporter by = Reporter.caller(Reporter.HEARTBEAT);
        session.moveOn(() -> engine.sendTaskHeartbeat(taskToken, by));
    }
}
