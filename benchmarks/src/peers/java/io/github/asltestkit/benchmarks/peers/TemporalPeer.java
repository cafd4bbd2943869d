package io.github.asltestkit.benchmarks.peers;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A task, an hour, a task: with Temporal's time-skipping test environment. */
public final class TemporalPeer {
    private TemporalPeer() {}

    /** The flow. */
    @WorkflowInterface
    public interface Flow {
        @WorkflowMethod
        String run();
    }

    /** What it calls. */
    @ActivityInterface
    public interface Calls {
        String call();
    }

    /** The flow as Temporal wants it. */
    public static final class FlowImpl implements Flow {
        private final Calls calls = Workflow.newActivityStub(
                Calls.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public String run() {
            calls.call();
            Workflow.sleep(Duration.ofHours(1));
            return calls.call();
        }
    }

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker("peer");
            worker.registerWorkflowImplementationTypes(FlowImpl.class);
            worker.registerActivitiesImplementations((Calls) () -> "{}");
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            Laps.print("temporal-testing", 300, start, () -> {
                // Without a run timeout the skipped clock runs away and stalls.
                Flow flow = client.newWorkflowStub(
                        Flow.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("peer")
                                .setWorkflowRunTimeout(Duration.ofHours(2))
                                .build());
                flow.run();
            });
        }
        System.exit(0);
    }
}
