package io.github.asltestkit.benchmarks.peers;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;

/** A task, an hour, a task: with this toolkit. */
final class TestkitPeer {
    private static final String DEFINITION =
            """
            {"StartAt": "First", "States": {
              "First": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Wait"},
              "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Second"},
              "Second": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}""";

    private TestkitPeer() {}

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        StateMachine machine = StateMachine.parse("peer.asl.json", DEFINITION);
        // The median of many: a suite is warm after its first tests, as the peers' figures are.
        Laps.print("asl-testkit", 200_000, start, () -> {
            StateMachineHarness harness = StateMachineHarness.create(machine);
            harness.mock("First").returns("{}");
            harness.mock("Second").returns("{}");
            Execution execution = harness.run();
            if (execution.status() != ExecutionStatus.SUCCEEDED) {
                throw new IllegalStateException(execution.toString());
            }
        });
    }
}
