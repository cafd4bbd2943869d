package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.SingleStateResult.Status;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.integration.RequiredParameters;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.mock.FieldValidation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleStateTest {
    private static final SingleState CHARGE = SingleState.ofState("""
            {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
             "Parameters": {"FunctionName": "charge", "Payload.$": "$.order"}, "ResultPath": "$.charge",
             "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2}],
             "Catch": [{"ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Refund"}],
             "Next": "Ship"}""").withInput("{\"order\": 7}");

    @Test
    void a_result_leads_to_the_next_state_and_shows_its_way() {
        SingleStateResult result =
                CHARGE.withResult("{\"Payload\": {\"ok\": true}}").run();

        assertThat(result.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(result.nextState()).isEqualTo("Ship");
        assertThat(result.output()).hasToString("{\"order\":7,\"charge\":{\"Payload\":{\"ok\":true}}}");
        assertThat(result.inspected("afterParameters")).hasToString("{\"FunctionName\":\"charge\",\"Payload\":7}");
    }

    @Test
    void an_error_that_a_retrier_names_is_retriable_until_it_is_exhausted() {
        SingleState busy = CHARGE.withError("Busy", "try later");

        assertThat(busy.run().retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(busy.withRetries(1).run().retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(busy.withRetries(2).run().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void an_error_that_a_catcher_names_leads_where_it_leads() {
        SingleStateResult result = CHARGE.withError("Declined", null).run();

        assertThat(result.status()).isEqualTo(Status.CAUGHT_ERROR);
        assertThat(result.nextState()).isEqualTo("Refund");
        assertThat(result.inspectionData().at("/errorDetails/catchIndex").intValue())
                .isZero();
    }

    @Test
    void a_mocked_result_that_the_service_cannot_give_is_refused() {
        SingleState start =
                SingleState.ofState("{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::states:startExecution\","
                        + " \"Parameters\": {\"StateMachineArn\": \"a\"}, \"End\": true}");

        assertThatThrownBy(() -> start.withResult("{\"ExecutionArn\": 1}").run())
                .hasMessage("ValidationException: Mock result schema validation error: Field 'ExecutionArn' must be a"
                        + " string");
    }

    @Test
    void a_mocked_result_is_not_checked_where_the_test_says_so() {
        SingleState start = SingleState.ofState(
                        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::states:startExecution\","
                                + " \"Parameters\": {\"StateMachineArn\": \"a\"}, \"End\": true}")
                .withResult("{\"ExecutionArn\": 1}");

        assertThat(start.withFieldValidation(FieldValidation.NONE).run().status())
                .isEqualTo(Status.SUCCEEDED);
        assertThatThrownBy(
                        () -> start.withFieldValidation(FieldValidation.PRESENT).run())
                .isInstanceOf(StepFunctionsException.class);
    }

    @Test
    void a_result_after_an_error_takes_its_place() {
        SingleState declined = CHARGE.withError("Declined");

        assertThat(declined.withResult("{\"Payload\": 1}").run().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(CHARGE.withResult("{\"Payload\": 1}")
                        .withError("Declined")
                        .run()
                        .status())
                .isEqualTo(Status.CAUGHT_ERROR);
    }

    @Test
    void variables_are_seen_and_shown_as_the_state_leaves_them() {
        SingleStateResult result = SingleState.ofState("""
                        {"QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $sum %}",
                         "Assign": {"sum": "{% $sum + $states.input.more %}"}, "End": true}""")
                .withVariables(Map.of("sum", 3))
                .withInput(Map.of("more", 4))
                .run();

        assertThat(result.output()).hasToString("3");
        assertThat(result.inspected("variables")).hasToString("{\"sum\":7}");
    }

    private static final StateMachine NESTED = StateMachine.parse("nested.asl.json", """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.rows", "MaxConcurrency": 2,
              "ItemSelector": {"n.$": "$$.Map.Item.Index", "row.$": "$$.Map.Item.Value"}, "Next": "Both",
              "ItemProcessor": {"StartAt": "Inner", "States": {
                "Inner": {"Type": "Pass", "Parameters": {"index.$": "$$.Map.Item.Index"}, "End": true}}}},
              "Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "ask"}}}}]}}}""");

    @Test
    void a_state_within_a_map_has_the_first_item() {
        assertThat(SingleState.of(NESTED, "Inner").run().output()).hasToString("{\"index\":0}");
    }

    @Test
    void a_map_shows_its_items_each_as_it_was_selected() {
        SingleStateResult result = SingleState.of(NESTED, "Each")
                .withInput("{\"rows\": [\"a\", \"b\"]}")
                .withResult("[1, 2]")
                .run();

        assertThat(result.nextState()).isEqualTo("Both");
        assertThat(result.inspected("afterItemsPath")).hasToString("[\"a\",\"b\"]");
        assertThat(result.inspected("afterItemSelector"))
                .hasToString("[{\"row\":\"a\",\"n\":0},{\"row\":\"b\",\"n\":1}]");
        assertThat(result.inspected("maxConcurrency")).hasToString("2");
    }

    @Test
    void a_map_whose_items_are_no_array_fails_before_its_mock() {
        SingleStateResult result = SingleState.of(NESTED, "Each")
                .withInput("{\"rows\": 7}")
                .withResult("[]")
                .run();

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.error()).isEqualTo("States.Runtime");
        assertThat(result.cause()).contains("Reference path \"$.rows\" must point to array.");
    }

    @Test
    void the_data_that_a_reader_has_read_is_what_a_map_iterates_over() {
        SingleStateResult result = SingleState.ofState("""
                        {"Type": "Map", "End": true, "ToleratedFailurePercentage": 50,
                         "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                           "Parameters": {"Bucket": "b", "Key": "k"}},
                         "ItemSelector": {"square.$": "$$.Map.Item.Value"},
                         "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                           "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}""")
                .withItemReaderData("[1, 4, 9]")
                .withFailedIterations(2)
                .withResult("[1, 2, 3]")
                .run();

        assertThat(result.inspected("afterItemSelector")).hasToString("[{\"square\":1},{\"square\":4},{\"square\":9}]");
        assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void a_task_without_a_mock_asks_the_harness() {
        StateMachineHarness harness = StateMachineHarness.create(NESTED);
        harness.mock("Ask").returns("{\"Payload\": 42}");

        assertThat(harness.singleState("Ask").run().output()).hasToString("{\"Payload\":42}");
        assertThat(harness.singleState("Ask").withError("Lambda.Unknown").run().error())
                .isEqualTo("Lambda.Unknown");
    }

    @Test
    void a_task_without_a_mock_and_without_a_harness_says_what_to_do() {
        assertThatThrownBy(() -> SingleState.of(NESTED, "Ask").run())
                .isInstanceOf(UnmockedCallException.class)
                .hasMessage("""
                        The state Ask calls arn:aws:states:::lambda:invoke, and nothing says what happens to the call.

                          parameters: {"FunctionName":"ask"}

                          Give the test a result (withResult) or an error (withError), or take it from a harness that mocks the call:

                            harness.mock("Ask").returns("{}");
                            harness.singleState("Ask")""");
    }

    @Test
    void a_pattern_that_somebody_else_ends_needs_a_mock() {
        SingleState job = SingleState.ofState("{\"Type\": \"Task\", \"End\": true,"
                + " \"Resource\": \"arn:aws:states:::ecs:runTask.sync\", \"Parameters\": {\"TaskDefinition\": \"t\"}}");

        assertThatThrownBy(job::run)
                .hasMessage("InvalidDefinition: TestState API does not support the resource"
                        + " arn:aws:states:::ecs:runTask.sync when a mock is not specified");
        assertThat(job.withResult("{\"Tasks\": []}").run().status()).isEqualTo(Status.SUCCEEDED);
    }

    private static SingleState task(String resource) {
        return SingleState.ofState("{\"Type\": \"Task\", \"End\": true, \"Parameters\": "
                + RequiredParameters.of(resource) + ", \"Resource\": \"arn:aws:states:::" + resource + "\"}");
    }

    /** "Your mock must match the DescribeExecution response schema, not the StartExecution response." */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            states:startExecution.sync:2 | {"ExecutionArn": "e", "StartDate": "2026-01-01T00:00:00Z"} | Required field 'StateMachineArn' is missing
            states:startExecution.sync   | {"ExecutionArn": "e", "StateMachineArn": "m", "Status": "SUCCEEDED", "StartDate": 7} | Field 'StartDate' must be a string
            states:startExecution.sync   | {"ExecutionArn": "e", "StateMachineArn": "m", "Status": "SUCCEEDED", "StartDate": "d", "Output": {}} | Field 'Output' must be a string
            ecs:runTask.sync             | {"Tasks": {}} | Field 'Tasks' must be an array
            """)
    void the_mocked_result_of_a_job_is_held_against_what_describes_the_job(
            String resource, String result, String problem) {
        assertThatThrownBy(() -> task(resource).withResult(result).run())
                .hasMessage("ValidationException: Mock result schema validation error: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            states:startExecution.sync:2            | {"ExecutionArn": "e", "StateMachineArn": "m", "Status": "SUCCEEDED", "StartDate": "d", "Output": {"a": 1}}
            states:startExecution.waitForTaskToken  | "whatever the worker sends"
            apigateway:invoke                       | {"StatusCode": "no number"}
            http:invoke                             | {"StatusCode": "no number"}
            eks:call                                | {"StatusCode": "no number"}
            eks:runJob.sync                         | []
            """)
    void a_mocked_result_that_aws_does_not_check_is_taken(String resource, String result) {
        assertThat(task(resource).withResult(result).run().output()).isNotNull();
    }

    @Test
    void a_state_that_is_not_there_is_named_with_those_that_are() {
        assertThatThrownBy(() -> SingleState.of(NESTED, "Bath")).hasMessage("""
                nested.asl.json has no state "Bath": did you mean "Both"?

                  states: Each, Inner, Both, Ask""");
    }

    @Test
    void a_number_below_zero_is_refused() {
        assertThatThrownBy(() -> CHARGE.withError("Busy").withRetries(-1).run())
                .hasMessage("ValidationException: 1 validation error detected: Value '-1' at"
                        + " 'stateConfiguration.retrierRetryCount' failed to satisfy constraint: Member must have value"
                        + " greater than or equal to 0");
    }

    @Test
    void a_visit_of_a_whole_execution_shows_the_same_steps_as_the_state_alone() {
        StateMachineHarness harness = StateMachineHarness.create(NESTED);
        harness.mock("Ask").returns("{\"Payload\": 42}");

        Execution execution = harness.run("{\"rows\": [\"a\", \"b\"]}");

        ExecutionInspection inspection =
                ExecutionInspection.of(execution.history(), execution.definition(), execution.dataFlow());
        assertThat(inspection.visits("Each").get(0).inspected("afterItemSelector"))
                .isEqualTo(SingleState.of(NESTED, "Each")
                        .withInput("{\"rows\": [\"a\", \"b\"]}")
                        .withResult("[]")
                        .run()
                        .inspected("afterItemSelector"));
        assertThat(inspection.visits("Ask").get(0).inspectionData())
                .hasToString("{afterInputPath=[{\"index\":0},{\"index\":1}],"
                        + " afterParameters={\"FunctionName\":\"ask\"}, result={\"Payload\":42},"
                        + " afterResultSelector={\"Payload\":42}, afterResultPath={\"Payload\":42}}");
        assertThat(inspection.visits("Inner"))
                .hasSize(2)
                .allSatisfy(
                        visit -> assertThat(visit.inspected("afterParameters")).isEqualTo(visit.output()));
    }
}
