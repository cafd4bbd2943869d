package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A state machine that starts others, and asks Step Functions about executions and tokens, in one harness. */
class StartedMachinesTest {
    private static final String CHILD_ARN = "arn:aws:states:us-east-1:123456789012:stateMachine:child";

    private static StateMachineHarness parent(String resource, String parameters) {
        return StateMachineHarness.create(StateMachine.parse("parent.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::%s",
                  "Parameters": %s, "End": true}}}""".formatted(resource, parameters)));
    }

    private static StateMachineHarness starting(String resource, String child) {
        StateMachineHarness harness = parent(
                resource, "{\"StateMachineArn\": \"" + CHILD_ARN + "\", \"Input\": {\"a\": 1}, \"Name\": \"n\"}");
        harness.add(StateMachine.parse("child.asl.json", child));
        return harness;
    }

    private static final String WAITS = """
            {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 30, "Next": "P"},
              "P": {"Type": "Pass", "Result": {"b": 2}, "End": true}}}""";

    private static final String FAILS = """
            {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Broken", "Cause": "why"}}}""";

    private static JsonNode json(String text) {
        return Objects.requireNonNull(JsonText.tryParse(text), text);
    }

    // ---- starting --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"states:startExecution", "aws-sdk:sfn:startExecution"})
    void request_response_does_not_wait_for_the_child(String resource) {
        StateMachineHarness harness = starting(resource, WAITS);

        Execution execution = harness.run();

        Execution child = harness.executions().get(1);
        assertThat(execution.elapsed()).isZero();
        assertThat(execution.output().path("ExecutionArn").asText()).isEqualTo(child.arn());
        assertThat(child.name()).isEqualTo("n");
        assertThat(child.status()).isEqualTo(ExecutionStatus.RUNNING);
        harness.runToEnd(child);
        assertThat(child.output()).hasToString("{\"b\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {".sync; \"{\\\"a\\\":1}\"; \"{\\\"b\\\":2}\"", ".sync:2; {\"a\":1}; {\"b\":2}"})
    void a_job_ends_with_the_child_described(String suffix, String input, String output) {
        Execution execution = starting("states:startExecution" + suffix, WAITS).run();

        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(30));
        JsonNode described = execution.output();
        assertThat(described.get("Input")).hasToString(input);
        assertThat(described.get("Output")).hasToString(output);
        assertThat(described.path("Status").asText()).isEqualTo("SUCCEEDED");
        assertThat(described.path("StopDate").asLong()
                        - described.path("StartDate").asLong())
                .isEqualTo(30_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {".sync", ".sync:2"})
    void a_child_that_fails_fails_the_task_with_the_child_described_as_cause(String suffix) {
        Execution execution = starting("states:startExecution" + suffix, FAILS).run();

        assertThat(execution.error()).isEqualTo("States.TaskFailed");
        JsonNode cause = json(execution.cause());
        assertThat(cause.path("Error").asText()).isEqualTo("Broken");
        assertThat(cause.path("Cause").asText()).isEqualTo("why");
        assertThat(cause.path("Status").asText()).isEqualTo("FAILED");
        assertThat(cause.path("RedriveStatus").asText()).isEqualTo("REDRIVABLE");
        // The input is text even where the call describes a success as JSON (measured).
        assertThat(cause.path("Input").textValue()).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_child_that_is_stopped_with_its_task_says_who_managed_it(boolean stopped) {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("parent.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "TimeoutSeconds": 5, "End": true,
                  "Resource": "arn:aws:states:::states:startExecution.sync",
                  "Parameters": {"StateMachineArn": "%s"}}}}""".formatted(CHILD_ARN)));
        harness.add(StateMachine.parse("child.asl.json", WAITS));
        Execution parent = harness.start();
        if (stopped) {
            harness.stop(parent, null, null);
        }
        harness.runToEnd(parent);

        Execution child = harness.executions().get(1);
        assertThat(child.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(child.cause())
                .isEqualTo("The Task state in AWS Step Functions execution [" + parent.arn()
                        + "] which was managing this resource was aborted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"states:startExecution", "aws-sdk:sfn:startExecution"})
    void the_child_may_return_the_token_of_a_callback(String service) {
        StateMachineHarness harness = parent(service + ".waitForTaskToken", """
                {"StateMachineArn": "%s", "Input": {"token.$": "$$.Task.Token"}}""".formatted(CHILD_ARN));
        harness.add(StateMachine.parse("child.asl.json", """
                {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 5, "Next": "Return"},
                  "Return": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                    "Parameters": {"TaskToken.$": "$.token", "Output": {"done": true}}, "End": true}}}"""));

        Execution execution = harness.run();

        assertThat(execution.output()).hasToString("{\"done\":true}");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(5));
        Execution child = harness.runToEnd(harness.executions().get(1));
        assertThat(child.output()).hasToString("{}");
    }

    /** Each level puts the cause of the one below into quotes once more, which would double what is quoted already. */
    @Test
    void the_cause_of_nested_failures_is_no_longer_than_the_API_lets_it_be() {
        int levels = 30;
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse(
                        "level0.asl.json",
                        "{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"a \\\"quoted\\\" cause\"}}}"));
        for (int i = 1; i <= levels; i++) {
            harness.add(StateMachine.parse("level" + i + ".asl.json", """
                    {"StartAt": "S", "States": {"S": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::states:startExecution.sync",
                      "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:level%d"}}}}""".formatted(i - 1)));
        }

        Execution outermost = harness.startExecution("level" + levels, null, "{}");

        assertThat(outermost.cause()).hasSize(32_768).startsWith("{\"Cause\":\"{\\\"Cause\\\":");
        assertThat(harness.executions()).hasSize(levels + 1).allSatisfy(execution -> {
            assertThat(execution.error()).isNotNull();
            assertThat(execution.cause()).hasSizeLessThanOrEqualTo(32_768);
            assertThat(execution.history().toJson()).hasSizeLessThan(700_000);
        });
    }

    @Test
    void a_long_cause_of_a_mock_is_cut_in_every_event_and_for_the_Catcher() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("long.asl.json", """
                {"StartAt": "S", "States": {
                  "S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}], "End": true},
                  "Caught": {"Type": "Pass", "End": true}}}"""));
        harness.mock("S").fails("E".repeat(300), "c".repeat(50_000));

        Execution execution = harness.run();

        assertThat(execution.output().path("Cause").textValue()).hasSize(32_768);
        assertThat(execution.output().path("Error").textValue()).hasSize(256);
        assertThat(execution.history().toJson()).doesNotContain("c".repeat(32_769));
    }

    @Test
    void a_machine_that_starts_more_and_more_executions_at_one_instant_is_stopped() {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("starts.asl.json", """
                                {"StartAt": "Start", "States": {
                                  "Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Next": "Start",
                                    "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:other"},
                                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "End"}]},
                                  "End": {"Type": "Succeed"}}}""").withType(StateMachineType.EXPRESS),
                HarnessOptions.defaults().withStepLimit(100));
        harness.add(StateMachine.parse(
                "other.asl.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}"));

        assertThatThrownBy(harness::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "50 executions were started by others while the clock stood still, the last one of other. If that is"
                                + " no endless loop, raise the limit with HarnessOptions.withStepLimit.");
    }

    @Test
    void an_Express_child_may_be_run_synchronously_and_its_failure_is_a_response() {
        StateMachineHarness harness = parent(
                "aws-sdk:sfn:startSyncExecution", "{\"StateMachineArn\": \"" + CHILD_ARN + "\", \"Input\": \"{}\"}");
        harness.add(StateMachine.parse("child.asl.json", FAILS).withType(StateMachineType.EXPRESS));

        Execution execution = harness.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output().path("Status").asText()).isEqualTo("FAILED");
        assertThat(execution.output().path("Error").asText()).isEqualTo("Broken");
        assertThat(execution
                        .output()
                        .at("/BillingDetails/BilledDurationInMilliseconds")
                        .asInt())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "states:startExecution.sync, EXPRESS, StepFunctions.StateMachineTypeNotSupportedException",
        "aws-sdk:sfn:startSyncExecution, STANDARD, Sfn.StateMachineTypeNotSupportedException"
    })
    void a_machine_of_the_other_type_is_refused(String resource, StateMachineType type, String error) {
        StateMachineHarness harness = parent(resource, "{\"StateMachineArn\": \"" + CHILD_ARN + "\"}");
        harness.add(StateMachine.parse("child.asl.json", WAITS).withType(type));

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo(error);
        assertThat(execution.cause())
                .startsWith("This operation is not supported by this type of state machine (Service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "states:startExecution; StepFunctions.ExecutionAlreadyExistsException; (Service: AWSStepFunctions; Status"
                        + " Code: 400; Error Code: ExecutionAlreadyExists; Request ID: ",
                "aws-sdk:sfn:startExecution; Sfn.ExecutionAlreadyExistsException; (Service: Sfn, Status Code: 400, Request"
                        + " ID: "
            })
    void a_name_that_is_taken_fails_the_task(String resource, String error, String detail) {
        StateMachineHarness harness = starting(resource, FAILS);
        harness.run();

        Execution second = harness.run();

        assertThat(second.error()).isEqualTo(error);
        assertThat(second.cause())
                .startsWith("Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:child:n' "
                        + detail);
    }

    @Test
    void an_input_of_text_that_is_no_JSON_fails_the_task() {
        StateMachineHarness harness =
                parent("states:startExecution", "{\"StateMachineArn\": \"" + CHILD_ARN + "\", \"Input\": \"plain\"}");
        harness.add(StateMachine.parse("child.asl.json", WAITS));

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("StepFunctions.InvalidExecutionInputException");
        assertThat(harness.executions()).hasSize(1);
    }

    @Test
    void a_machine_that_starts_itself_for_ever_is_stopped() {
        StateMachineHarness harness = parent(
                "states:startExecution.sync",
                "{\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:parent\"}");

        assertThatThrownBy(harness::run)
                .hasMessage(
                        "1000 executions have started one another, the last one of parent. If this is not an endless chain,"
                                + " let the test start the machines one by one.");
    }

    @Test
    void a_machine_that_nobody_added_is_a_call_that_nobody_mocked() {
        StateMachineHarness harness = parent("states:startExecution", "{\"StateMachineArn\": \"" + CHILD_ARN + "\"}");

        assertThatThrownBy(harness::run).hasMessageStartingWith("No mocked response matches the call made by Call");
    }

    // ---- aborting --------------------------------------------------------------------------------------------

    @Test
    void stopping_a_parent_stops_its_children_and_theirs_and_the_journal_says_so() {
        StateMachineHarness harness = starting("states:startExecution.sync:2", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::states:startExecution.sync",
                  "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:grandchild"}}}}""");
        harness.add(StateMachine.parse("grandchild.asl.json", WAITS));
        Execution execution = harness.start();

        harness.stop(execution, "Enough", "by hand");

        assertThat(harness.executions())
                .hasSize(3)
                .extracting(Execution::status)
                .containsOnly(ExecutionStatus.ABORTED);
        RecordedCall.Cancel cancel =
                Objects.requireNonNull(execution.calls().get(0).cancel());
        assertThat(cancel.api()).isEqualTo("StopExecution");
        assertThat(cancel.reason()).isEqualTo(AbortReason.EXECUTION_STOPPED);
        assertThat(cancel.outcome().cancelled()).isTrue();
    }

    @Test
    void a_child_whose_cancel_is_not_allowed_runs_on() {
        StateMachineHarness harness = starting("states:startExecution.sync", WAITS);
        harness.mock("Call").runsForReal().whoseCancelFails("not authorized to perform: states:StopExecution");
        Execution execution = harness.start();

        harness.stop(execution, null, null);

        Execution child = harness.executions().get(1);
        assertThat(child.status()).isEqualTo(ExecutionStatus.RUNNING);
        RecordedCall.Cancel cancel =
                Objects.requireNonNull(execution.calls().get(0).cancel());
        assertThat(cancel.outcome().cancelled()).isFalse();
        assertThat(cancel.outcome().detail()).isEqualTo("not authorized to perform: states:StopExecution");
        harness.runToEnd(child);
        assertThat(child.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(harness.mocks().unusedMocks()).isNull();
    }

    @Test
    void a_child_that_was_started_and_not_waited_for_runs_on() {
        StateMachineHarness harness = starting("states:startExecution", WAITS);
        Execution execution = harness.run();

        harness.stop(execution, null, null);

        assertThat(harness.executions().get(1).status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution.calls().get(0).cancel()).isNull();
    }

    @Test
    void a_mock_may_answer_first_and_let_the_next_call_run_for_real() {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("parent.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Retry": [{"ErrorEquals": ["States.ALL"]}],
                  "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {"StateMachineArn": "%s"}, "ResultSelector": {"out.$": "$.Output"}, "End": true}}}""".formatted(CHILD_ARN)));
        harness.add(StateMachine.parse("child.asl.json", WAITS));
        harness.mock("Call").fails("StepFunctions.SdkClientException", "").thenRunsForReal();

        Execution execution = harness.run();

        assertThat(execution.output()).hasToString("{\"out\":{\"b\":2}}");
        assertThat(execution.calls()).hasSize(2);
    }

    @Test
    void a_call_that_is_to_be_real_and_cannot_be_stops_the_test() {
        StateMachineHarness harness =
                parent("states:startExecution.sync", "{\"StateMachineArn\": \"" + CHILD_ARN + "\"}");
        harness.mock("Call").runsForReal();
        StackTraceElement here = new Throwable().getStackTrace()[0];
        String site = "StartedMachinesTest." + here.getMethodName() + "(StartedMachinesTest.java:"
                + (here.getLineNumber() - 1) + ")";

        assertThatThrownBy(harness::run).message().isEqualTo("""
                The call made by Call (attempt 1) cannot be done for real. The execution was stopped there.

                    resource: arn:aws:states:::states:startExecution.sync
                  parameters: {"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:child"}
                          at: parent.asl.json:1:40  /States/Call

                  "Call" runs it for real  -> at %s

                  Make the machine known with harness.add(...), give the endpoint a route with harness.http().route(...),
                  or script an answer.
                """.formatted(site));
    }

    // ---- asking ----------------------------------------------------------------------------------------------

    @Test
    void an_execution_may_be_described_stopped_and_redriven_by_another() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("parent.asl.json", """
                {"StartAt": "Describe", "States": {
                  "Describe": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution",
                    "Parameters": {"ExecutionArn.$": "$.arn"}, "ResultPath": "$.first", "Next": "Stop"},
                  "Stop": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:stopExecution",
                    "Parameters": {"ExecutionArn.$": "$.arn", "Error": "Enough"}, "ResultPath": "$.stop", "Next": "Redrive"},
                  "Redrive": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:redriveExecution",
                    "Parameters": {"ExecutionArn.$": "$.arn"}, "ResultPath": "$.redrive", "Next": "Again"},
                  "Again": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:redriveExecution",
                    "Parameters": {"ExecutionArn.$": "$.arn"}, "End": true}}}"""));
        harness.add(StateMachine.parse("child.asl.json", WAITS));
        Execution child = harness.startExecution("child", "n", "{}");

        Execution execution = harness.run("{\"arn\": \"" + child.arn() + "\"}");

        assertThat(execution.error()).isEqualTo("Sfn.ExecutionNotRedrivableException");
        JsonNode input = execution.calls().get(3).call().parameters();
        assertThat(input.path("ExecutionArn").asText()).isEqualTo(child.arn());
        assertThat(child.history().events())
                .extracting(event -> event.type().apiName())
                .containsExactly("ExecutionStarted", "WaitStateEntered", "ExecutionAborted", "ExecutionRedriven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat"})
    void a_dead_token_fails_the_task_with_the_SDKs_exception(String action) {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("parent.asl.json", """
                {"StartAt": "Send", "States": {"Send": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::aws-sdk:sfn:%s",
                  "Parameters": {"TaskToken.$": "$.token", "Output": "{}"}}}}""".formatted(action)));
        harness.add(StateMachine.parse("ask.asl.json", """
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true, "TimeoutSeconds": 5,
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}"""));
        harness.mock("Ask").accepts();
        Execution asking = harness.startExecution("ask", null, "{}");
        String token = asking.taskToken("Ask");
        harness.runToEnd(asking);

        Execution execution = harness.run("{\"token\": \"" + token + "\"}");

        assertThat(execution.error()).isEqualTo("Sfn.TaskTimedOutException");
        assertThat(execution.cause())
                .matches("Task Timed Out: 'Provided task does not exist anymore' \\(Service: Sfn, Status Code: 400,"
                        + " Request ID: [0-9a-f-]{36}\\) \\(SDK Attempt Count: 1\\)");
    }

    // ---- the rest of the API ----------------------------------------------------------------------------------

    private static JsonNode answer(StateMachineHarness harness, String input) {
        Execution execution = harness.run(input);
        assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        return execution.output();
    }

    @Test
    void the_executions_of_a_machine_may_be_listed_by_another() {
        StateMachineHarness harness =
                parent("aws-sdk:sfn:listExecutions", "{\"StateMachineArn\": \"" + CHILD_ARN + "\", \"MaxResults\": 5}");
        harness.add(StateMachine.parse("child.asl.json", WAITS));
        Execution child = harness.startExecution("child", "n", "{}");

        JsonNode answer = answer(harness, "{}");

        assertThat(answer.path("Executions")).hasSize(1);
        JsonNode listed = answer.path("Executions").get(0);
        assertThat(listed.path("ExecutionArn").asText()).isEqualTo(child.arn());
        assertThat(listed.path("Status").asText()).isEqualTo("RUNNING");
        assertThat(listed.path("StartDate").asText())
                .isEqualTo(child.startedAt().toString());
        assertThat(listed.fieldNames())
                .toIterable()
                .containsExactly("ExecutionArn", "Name", "RedriveCount", "StartDate", "StateMachineArn", "Status");
    }

    @Test
    void the_history_of_an_execution_may_be_read_by_another() {
        StateMachineHarness harness =
                parent("aws-sdk:sfn:getExecutionHistory", "{\"ExecutionArn.$\": \"$.arn\", \"ReverseOrder\": true}");
        harness.add(StateMachine.parse("child.asl.json", WAITS));
        Execution child = harness.runToEnd(harness.startExecution("child", "n", "{}"));

        JsonNode events = answer(harness, "{\"arn\": \"" + child.arn() + "\"}").path("Events");

        assertThat(events.path(0).path("Type").asText()).isEqualTo("ExecutionSucceeded");
        assertThat(events.path(0)
                        .path("ExecutionSucceededEventDetails")
                        .path("Output")
                        .asText())
                .isEqualTo("{\"b\":2}");
        assertThat(events.path(0).path("Timestamp").asText())
                .isEqualTo(child.stoppedAt().toString());
    }

    @Test
    void the_machines_of_the_harness_are_those_that_a_state_lists_and_describes() {
        StateMachineHarness list = parent("aws-sdk:sfn:listStateMachines", "{}");
        list.add(StateMachine.parse("child.asl.json", WAITS));
        StateMachineHarness describe =
                parent("aws-sdk:sfn:describeStateMachine", "{\"StateMachineArn\": \"" + CHILD_ARN + "\"}");
        describe.add(StateMachine.parse("child.asl.json", WAITS));

        assertThat(answer(list, "{}").path("StateMachines").findValuesAsText("Name"))
                .containsExactly("child", "parent");
        assertThat(json(answer(describe, "{}").path("Definition").asText())).isEqualTo(json(WAITS));
    }

    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:press";

    @Test
    void a_state_may_be_the_worker_of_an_Activity() {
        StateMachineHarness harness = parent(
                "aws-sdk:sfn:getActivityTask", "{\"ActivityArn\": \"" + ACTIVITY + "\", \"WorkerName\": \"parent\"}");
        harness.add(StateMachine.parse("asks.asl.json", """
                {"StartAt": "Press", "States": {"Press": {"Type": "Task", "Resource": "%s", "End": true}}}""".formatted(ACTIVITY)));
        Execution asks = harness.startExecution("asks", null, "{\"a\": 1}");

        JsonNode answer = answer(harness, "{}");

        assertThat(answer.path("Input").asText()).isEqualTo("{\"a\":1}");
        assertThat(answer.path("TaskToken").asText()).isEqualTo(asks.taskToken("Press"));
    }

    @Test
    void a_worker_that_finds_nothing_to_do_waits_for_a_minute() {
        StateMachineHarness harness = parent("aws-sdk:sfn:getActivityTask", "{\"ActivityArn\": \"" + ACTIVITY + "\"}");
        harness.add(StateMachine.parse("asks.asl.json", """
                {"StartAt": "Press", "States": {"Press": {"Type": "Task", "Resource": "%s", "End": true}}}""".formatted(ACTIVITY)));

        Execution execution = harness.run();

        assertThat(execution.output()).hasToString("{}");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void what_the_service_refuses_fails_the_task_and_what_is_nowhere_is_for_the_test_to_script() {
        StateMachineHarness refused = parent(
                "aws-sdk:sfn:listExecutions", "{\"StateMachineArn\": \"" + CHILD_ARN + "\", \"MaxResults\": 2000}");
        refused.add(StateMachine.parse("child.asl.json", WAITS));
        StateMachineHarness nowhere =
                parent("aws-sdk:sfn:listExecutions", "{\"StateMachineArn\": \"" + CHILD_ARN + "\"}");
        StateMachineHarness mocked = parent("aws-sdk:sfn:listStateMachines", "{}");
        mocked.mock("Call").returns("{\"StateMachines\": []}");

        assertThat(refused.run().error()).isEqualTo("Sfn.ValidationException");
        assertThatThrownBy(nowhere::run).hasMessageContaining("No mocked response matches the call made by Call");
        assertThat(answer(mocked, "{}")).hasToString("{\"StateMachines\":[]}");
    }

    @Test
    void a_worker_of_an_Activity_that_nobody_names_is_refused_as_the_service_refuses_it() {
        StateMachineHarness harness = parent("sqs:sendMessage", "{}");

        assertThatThrownBy(() -> harness.getActivityTask(ACTIVITY, "Ada"))
                .isInstanceOf(StepFunctionsException.class)
                .hasMessageContaining("ActivityDoesNotExist")
                .hasMessageContaining("Activity Does Not Exist: '" + ACTIVITY + "'");
    }
}
