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

    /** @param args {@code validated}, to parse and validate the definition anew for each flow */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        // The median of many: a suite is warm after its first tests, as the peers' figures are.
        if (args.length > 0) {
            Laps.print("asl-testkit-validated", 50_000, start, () -> run(machine()));
        } else {
            StateMachine machine = machine();
            Laps.print("asl-testkit", 200_000, start, () -> run(machine));
        }
    }

    private static StateMachine machine() {
        return StateMachine.parse("peer.asl.json", DEFINITION);
    }

    private static void run(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("First").returns("{}");
        harness.mock("Second").returns("{}");
        Execution execution = harness.run();
        if (execution.status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException(execution.toString());
        }
    }
}
