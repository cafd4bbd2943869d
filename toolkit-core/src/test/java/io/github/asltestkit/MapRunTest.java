package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Map Run of a distributed Map: its child executions, its counts, its failures, its redrive. */
class MapRunTest {

    /** A Map of two states over the input's {@code items}; more fields of the state are put in. */
    private static String definition(String type, String fields) {
        return """
                {"StartAt": "Process", "States": {"Process": {"Type": "Map", "ItemsPath": "$.items", %s
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
                    "StartAt": "Check", "States": {
                      "Check": {"Type": "Pass", "Next": "Charge"},
                      "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                        "Parameters": {"FunctionName": "charge", "Payload.$": "$"}, "OutputPath": "$.Payload"}}},
                  "Next": "Done"}, "Done": {"Type": "Pass", "End": true}}}""".formatted(fields, type);
    }

    private static StateMachineHarness harness(String fields) {
        return harness("STANDARD", fields, HarnessOptions.defaults());
    }

    private static StateMachineHarness harness(String type, String fields, HarnessOptions options) {
        return StateMachineHarness.create(StateMachine.parse("orders.asl.json", definition(type, fields)), options);
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.type().apiName())
                .toList();
    }

    private static List<String> path(Execution execution) {
        return ExecutionInspection.of(execution.history(), execution.definition())
                .path();
    }

    private static JsonNode json(String text) {
        return JsonInput.ofText(text).tree();
    }

    @Test
    void a_child_execution_is_an_execution_with_a_history_a_path_and_calls_of_its_own() {
        StateMachineHarness harness = harness("\"Label\": \"charges\",");
        harness.mockLambda("charge").answers(call -> call.parameters().path("Payload"));

        Execution execution = harness.run("{\"items\": [{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]}");

        assertThat(execution.output()).isEqualTo(json("[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]"));
        assertThat(types(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "MapStateEntered",
                        "MapStateStarted",
                        "MapRunStarted",
                        "MapRunSucceeded",
                        "MapStateSucceeded",
                        "MapStateExited",
                        "PassStateEntered",
                        "PassStateExited",
                        "ExecutionSucceeded");
        MapRun run = execution.mapRun("Process");
        assertThat(run.status()).isEqualTo(MapRunStatus.SUCCEEDED);
        assertThat(run.arn()).startsWith("arn:aws:states:us-east-1:123456789012:mapRun:orders/charges:");
        assertThat(run.stateMachineArn())
                .isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:orders/charges");
        Execution second = run.item(1);
        assertThat(second.arn()).startsWith("arn:aws:states:us-east-1:123456789012:execution:orders/charges:");
        assertThat(second.mapRunArn()).isEqualTo(run.arn());
        assertThat(second.input()).isEqualTo(json("{\"id\": 2}"));
        assertThat(path(second)).containsExactly("Check", "Charge");
        assertThat(second.calls()).hasSize(1);
        assertThat(second.calls().get(0).call().statePath()).isEqualTo("Process[1]/Charge");
        assertThat(execution.calls()).isEmpty();
        assertThat(harness.executions()).containsExactly(execution);
    }

    @Test
    void express_children_have_the_arn_of_express_executions() {
        StateMachineHarness harness = harness("EXPRESS", "", HarnessOptions.defaults());
        harness.mockLambda("charge").returns("1");

        Execution child = harness.run("{\"items\": [1]}").mapRun("Process").item(0);

        assertThat(child.arn()).startsWith("arn:aws:states:us-east-1:123456789012:express:orders/");
        assertThat(child.stateMachine().type()).isEqualTo(StateMachineType.EXPRESS);
    }

    @Test
    void mocks_tell_items_apart_by_index_and_by_content() {
        StateMachineHarness harness = harness("\"ToleratedFailureCount\": 2,");
        harness.mockLambda("charge").returns("\"ok\"");
        harness.mock("Charge").onItem(1).fails("CardDeclined", "no money");
        harness.mock("Charge").onItemContaining("{\"id\": 9}").fails("CardStolen", null);

        MapRun run = harness.run("{\"items\": [{\"id\": 7}, {\"id\": 8}, {\"id\": 9}]}")
                .mapRun("Process");

        assertThat(run.items(ExecutionStatus.FAILED))
                .extracting(Execution::error)
                .containsExactly("CardDeclined", "CardStolen");
        assertThat(run.item(0).output()).isEqualTo(json("\"ok\""));
        assertThat(run.itemCounts().failed()).isEqualTo(2);
        assertThat(run.itemCounts().succeeded()).isEqualTo(1);
    }

    @Test
    void a_child_that_failed_within_the_tolerance_has_its_status_error_and_cause_in_the_output() {
        StateMachineHarness harness = harness("\"ToleratedFailureCount\": 1,");
        harness.mockLambda("charge").returns("\"ok\"");
        harness.mock("Charge").onItem(0).fails("CardDeclined", "no money");

        Execution execution = harness.run("{\"items\": [1, 2]}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).isEqualTo(json("""
                        [{"Status": "FAILED", "Error": "CardDeclined", "Cause": "no money"}, "ok"]"""));
    }

    @Test
    void one_failure_without_a_tolerance_fails_the_run_and_aborts_what_runs() {
        StateMachineHarness harness = harness("");
        harness.mock("Charge").neverAnswers();
        harness.mock("Charge").onItem(1).failsAfter(Duration.ofSeconds(5), "CardDeclined", "no money");

        Execution execution = harness.run("{\"items\": [1, 2, 3]}");

        assertThat(execution.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(execution.cause()).isEqualTo("The specified tolerated failure threshold was exceeded");
        assertThat(types(execution)).endsWith("MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed");
        MapRun run = execution.mapRun("Process");
        assertThat(run.status()).isEqualTo(MapRunStatus.FAILED);
        assertThat(run.executionCounts().aborted()).isEqualTo(2);
        assertThat(run.item(0).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(run.item(1).status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void the_percentage_is_one_of_all_items_and_may_be_reached_but_not_exceeded() {
        String items = "{\"items\": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}";
        for (int failing : new int[] {2, 3}) {
            StateMachineHarness harness = harness("\"ToleratedFailurePercentage\": 20, \"MaxConcurrency\": 1,");
            harness.mockLambda("charge").returns("1");
            for (int i = 0; i < failing; i++) {
                harness.mock("Charge").onItem(i).fails("CardDeclined", "");
            }

            Execution execution = harness.run(items);

            assertThat(execution.status()).isEqualTo(failing == 2 ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED);
            assertThat(execution.mapRun("Process").executionCounts().pending()).isEqualTo(failing == 2 ? 0 : 7);
            assertThat(execution.mapRun("Process").executionCounts().total()).isEqualTo(10);
        }
    }

    @Test
    void no_more_children_run_at_once_than_MaxConcurrency_allows() {
        StateMachineHarness harness = harness("\"MaxConcurrency\": 2,");
        harness.mockLambda("charge").returnsAfter(Duration.ofMinutes(1), "1");

        Execution execution = harness.start("{\"items\": [1, 2, 3, 4, 5]}");

        assertThat(execution.mapRun("Process").executionCounts().running()).isEqualTo(2);
        harness.runToEnd(execution);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void batches_have_at_most_so_many_items_and_bytes_and_carry_the_batch_input() {
        StateMachineHarness harness =
                harness("\"ItemBatcher\": {\"MaxItemsPerBatch\": 2, \"MaxInputBytesPerBatch\": 70,"
                        + " \"BatchInput\": {\"run.$\": \"$.run\"}}, \"ToleratedFailureCount\": 3,");
        harness.mockLambda("charge").returns("1");
        harness.mock("Charge").onItem(2).fails("Broken", null);

        MapRun run = harness.run("{\"run\": \"r-1\", \"items\": [1, 2, 3, 4, \"" + "x".repeat(30) + "\", 6]}")
                .mapRun("Process");

        assertThat(run.item(0).input()).isEqualTo(json("{\"BatchInput\": {\"run\": \"r-1\"}, \"Items\": [1, 2]}"));
        assertThat(run.item(2).input().path("Items")).hasSize(1);
        assertThat(run.executionCounts().total()).isEqualTo(4);
        assertThat(run.itemCounts().total()).isEqualTo(6);
        assertThat(run.itemCounts().failed()).isEqualTo(1);
        assertThat(run.executionCounts().failed()).isEqualTo(1);
    }

    @Test
    void an_item_selector_sees_the_item_its_index_and_its_source() {
        StateMachineHarness harness = harness("\"ItemSelector\": {\"n.$\": \"$$.Map.Item.Index\", \"v.$\":"
                + " \"$$.Map.Item.Value\", \"from.$\": \"$$.Map.Item.Source\", \"who.$\": \"$.who\"},");
        harness.mockLambda("charge").answers(call -> call.parameters().path("Payload"));

        Execution execution = harness.run("{\"who\": \"me\", \"items\": [5]}");

        assertThat(execution.output())
                .isEqualTo(json("[{\"n\": 0, \"v\": 5, \"from\": \"STATE_DATA\", \"who\": \"me\"}]"));
    }

    @Test
    void the_fields_of_an_object_are_items_with_a_key() {
        StateMachineHarness harness =
                harness("\"ItemSelector\": {\"k.$\": \"$$.Map.Item.Key\", \"v.$\": \"$$.Map.Item.Value\"},");
        harness.mockLambda("charge").answers(call -> call.parameters().path("Payload"));

        assertThat(harness.run("{\"items\": {\"a\": 1, \"b\": 2}}").output())
                .isEqualTo(json("[{\"k\": \"a\", \"v\": 1}, {\"k\": \"b\", \"v\": 2}]"));
    }

    @Test
    void no_items_make_an_empty_result() {
        assertThat(harness("").run("{\"items\": []}").output()).isEqualTo(json("[]"));
    }

    @Test
    void a_retry_starts_another_map_run() {
        StateMachineHarness harness = harness(
                "\"Retry\": [{\"ErrorEquals\": [\"States.ExceedToleratedFailureThreshold\"], \"MaxAttempts\": 1}],");
        harness.mockLambda("charge").fails("Busy", "").thenReturns("1");

        Execution execution = harness.run("{\"items\": [1]}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.mapRuns())
                .extracting(MapRun::status)
                .containsExactly(MapRunStatus.FAILED, MapRunStatus.SUCCEEDED);
    }

    @Test
    void a_catch_sees_the_threshold() {
        StateMachineHarness harness = harness("\"Catch\": [{\"ErrorEquals\":"
                + " [\"States.ExceedToleratedFailureThreshold\"], \"Next\": \"Done\"}],");
        harness.mockLambda("charge").fails("Busy", "");

        Execution execution = harness.run("{\"items\": [1]}");

        assertThat(path(execution)).containsExactly("Process", "Done");
    }

    @Test
    void a_redrive_runs_only_what_did_not_succeed_in_the_same_map_run() {
        StateMachineHarness harness = harness("\"MaxConcurrency\": 2,");
        harness.mockLambda("charge").returns("\"ok\"");
        harness.mock("Charge").onItem(1).fails("Busy", "").thenReturns("{\"Payload\": \"again\"}");

        Execution execution = harness.run("{\"items\": [1, 2, 3, 4]}");
        assertThat(execution.mapRun("Process").executionCounts().pending()).isEqualTo(1);
        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.output()).isEqualTo(json("[\"ok\", \"again\", \"ok\", \"ok\"]"));
        assertThat(types(execution))
                .containsSubsequence(
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "MapRunRedriven",
                        "MapRunSucceeded",
                        "ExecutionSucceeded");
        assertThat(execution.mapRuns()).hasSize(1);
        MapRun run = execution.mapRun("Process");
        assertThat(run.redriveCount()).isEqualTo(1);
        assertThat(run.executionCounts().succeeded()).isEqualTo(4);
        assertThat(run.executionCounts().total()).isEqualTo(4);
        assertThat(types(run.item(1))).contains("ExecutionRedriven").endsWith("ExecutionSucceeded");
        assertThat(types(run.item(0))).doesNotContain("ExecutionRedriven");
    }

    @Test
    void an_express_child_is_redriven_from_its_first_state() {
        StateMachineHarness harness = harness("EXPRESS", "", HarnessOptions.defaults());
        harness.mockLambda("charge").fails("Busy", "").thenReturns("1");

        Execution execution = harness.run("{\"items\": [1]}");
        String arn = execution.mapRun("Process").item(0).arn();
        harness.redrive(execution);
        harness.runToEnd(execution);

        Execution child = execution.mapRun("Process").item(0);
        assertThat(child.arn()).isEqualTo(arn);
        assertThat(types(child)).startsWith("ExecutionStarted").doesNotContain("ExecutionRedriven");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_child_waits_for_a_token_like_any_execution() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "approve.asl.json",
                definition("STANDARD", "")
                        .replace("states:::lambda:invoke", "states:::sqs:sendMessage.waitForTaskToken")
                        .replace(
                                "\"FunctionName\": \"charge\", \"Payload.$\": \"$\"",
                                "\"QueueUrl\": \"q\", \"MessageBody\": {\"t.$\": \"$$.Task.Token\"}")
                        .replace("\"OutputPath\": \"$.Payload\"", "\"OutputPath\": \"$\"")));
        harness.mock("Charge").accepts();

        Execution execution = harness.run("{\"items\": [1, 2]}");
        MapRun run = execution.mapRun("Process");
        harness.sendTaskSuccess(run.item(1).taskToken("Charge"), "\"second\"");
        harness.sendTaskSuccess(run.item(0).taskToken("Charge"), "\"first\"");

        assertThat(execution.output()).isEqualTo(json("[\"first\", \"second\"]"));
    }

    @Test
    void stopping_the_parent_stops_the_children() {
        StateMachineHarness harness = harness("");
        harness.mock("Charge").neverAnswers();
        Execution execution = harness.start("{\"items\": [1, 2]}");

        harness.stop(execution, "Enough", null);

        MapRun run = execution.mapRun("Process");
        assertThat(run.status()).isEqualTo(MapRunStatus.ABORTED);
        assertThat(run.items()).extracting(Execution::status).containsOnly(ExecutionStatus.ABORTED);
        assertThat(types(execution)).endsWith("MapRunStarted", "ExecutionAborted");
    }

    @Test
    void more_than_a_state_may_hand_on_fails_with_the_data_limit() {
        StateMachineHarness harness = harness("");
        harness.mockLambda("charge").returns("\"" + "x".repeat(100_000) + "\"");

        Execution execution = harness.run("{\"items\": [1, 2, 3]}");

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(execution.cause())
                .isEqualTo(
                        "The state/task 'Process' returned a result with a size exceeding the maximum number of bytes"
                                + " service limit.");
    }

    @Test
    void of_a_large_run_only_some_children_are_kept_and_all_are_counted() {
        StateMachineHarness harness = harness(
                "STANDARD",
                "\"ToleratedFailureCount\": 9,",
                HarnessOptions.defaults().withMapRunDetail(2, 1));
        harness.mockLambda("charge").returns("1");
        harness.mock("Charge").onItem(7).fails("Busy", "");
        harness.mock("Charge").onItem(8).fails("Busy", "");

        MapRun run = harness.run("{\"items\": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}").mapRun("Process");

        assertThat(run.items()).extracting(Execution::input).containsExactly(json("0"), json("1"), json("7"));
        assertThat(run.executionCounts().succeeded()).isEqualTo(8);
        assertThat(run.executionCounts().failed()).isEqualTo(2);
        assertThat(run.executionCounts().failuresNotRedrivable()).isEqualTo(1);
        assertThat(harness.mocks().calls()).hasSize(3);
        assertThatThrownBy(() -> run.item(5)).hasMessage("""
                The child execution 5 of the Map Run of Process is not kept.

                  started: 10, of which 3 are kept

                  Keep more with HarnessOptions.withMapRunDetail, or have the item's mock fail to keep it.""");
        assertThatThrownBy(() -> run.item(10))
                .hasMessageStartingWith("The Map Run of Process started no child execution 10.");
    }

    @Test
    void a_state_that_started_no_map_run_is_named_with_those_that_did() {
        Execution execution = harness("").run("{\"items\": []}");

        assertThatThrownBy(() -> execution.mapRun("Proces"))
                .hasMessageContaining("The state Proces started no Map Run.")
                .hasMessageContaining("Map Runs of: Process");
    }

    @Test
    void a_call_that_nobody_mocked_in_a_child_fails_the_test() {
        StateMachineHarness harness = harness("");

        assertThatThrownBy(() -> harness.run("{\"items\": [1]}")).hasMessageContaining("Process[0]/Charge");
        assertThat(harness.mapRuns()).extracting(MapRun::status).containsExactly(MapRunStatus.ABORTED);
    }
}
