package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;

class MapRunAssertTest {
    private static final String MACHINE = """
            {
              "StartAt": "Process",
              "States": {
                "Process": {
                  "Type": "Map",
                  "ToleratedFailureCount": 1,
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Store",
                    "States": {
                      "Store": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                        "Parameters": {"FunctionName": "store"}, "End": true}
                    }
                  },
                  "End": true
                }
              }
            }
            """;

    private static Execution execution() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("import.asl.json", MACHINE));
        harness.mockLambda("store").returns("{\"stored\": true}");
        harness.mock("Store").onItem(2).fails("Row.Invalid", "no price");
        return harness.run("[1, 2, 3]");
    }

    @Test
    void what_holds_can_be_said_in_one_chain() {
        assertThat(execution())
                .hasSucceeded()
                .mapRun("Process")
                .hasSucceeded()
                .hasItems(3)
                .hasSucceededItems(2)
                .hasFailedItems(1)
                .hasPendingItems(0)
                .failedAtItems(2)
                .returnToExecution()
                .tookPath("Process");
        assertThat(execution()).mapRun("Process").item(1).hasSucceeded().tookPath("Store");
        assertThat(execution())
                .mapRun("Process")
                .items()
                .extracting(Execution::status)
                .containsExactly(ExecutionStatus.SUCCEEDED, ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);
    }

    @Test
    void a_run_that_succeeded_instead_of_failing() {
        fails(() -> assertThat(execution()).mapRun("Process").hasFailed(), """
                The Map Run of Process did not end as expected.

                  expected: FAILED
                   but was: SUCCEEDED

                      items: 3 (2 succeeded, 1 failed, 0 timed out, 0 aborted, 0 running, 0 pending)
                  tolerated: 1 items
                     item 2: Row.Invalid: no price

                  at: import.asl.json:4:16  /States/Process""");
    }

    @Test
    void another_number_of_failures() {
        fails(() -> assertThat(execution()).mapRun("Process").hasFailedItems(0), """
                Expected a different number of failed items in the Map Run of Process.

                  expected: 0
                   but was: 1

                      items: 3 (2 succeeded, 1 failed, 0 timed out, 0 aborted, 0 running, 0 pending)
                  tolerated: 1 items
                     item 2: Row.Invalid: no price

                  at: import.asl.json:4:16  /States/Process""");
    }

    @Test
    void other_items_that_failed() {
        fails(() -> assertThat(execution()).mapRun("Process").failedAtItems(1, 2), """
                Other child executions of the Map Run of Process failed than expected.

                  expected: those of the items [1, 2]
                   but was: those of the items [2]

                      items: 3 (2 succeeded, 1 failed, 0 timed out, 0 aborted, 0 running, 0 pending)
                  tolerated: 1 items
                     item 2: Row.Invalid: no price

                  at: import.asl.json:4:16  /States/Process""");
    }

    @Test
    void an_item_that_there_is_not() {
        fails(() -> assertThat(execution()).mapRun("Process").item(3), """
                The Map Run of Process started no child execution 3.

                      items: 3 (2 succeeded, 1 failed, 0 timed out, 0 aborted, 0 running, 0 pending)
                  tolerated: 1 items
                     item 2: Row.Invalid: no price

                  at: import.asl.json:4:16  /States/Process""");
    }

    @Test
    void a_child_execution_that_took_another_path() {
        fails(() -> assertThat(execution()).mapRun("Process").item(2).hasSucceeded(), """
                Child execution Process[2] of import.asl.json was expected to succeed, but it failed.

                  expected: SUCCEEDED
                   but was: FAILED with Row.Invalid, cause: no price
                      path: Store

                  why: Store failed with Row.Invalid on attempt 1, cause: no price
                   at: import.asl.json:11:20  /States/Process/ItemProcessor/States/Store""");
    }

    @Test
    void a_state_that_started_no_map_run() {
        fails(() -> assertThat(execution()).mapRun("Proces"), """
                Proces started no Map Run.

                  Map Runs of: Process
                         path: Process

                  why: Process was the last state and succeeded
                   at: import.asl.json:4:16  /States/Process""");
    }
}
