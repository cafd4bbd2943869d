package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a Task calls, and what becomes of a call that nobody waits for any longer. */
class IntegrationPatternsTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:inspect";

    private static StateMachineHarness harness(String fields) {
        return StateMachineHarness.create(StateMachine.parse("call.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, %s}}}""".formatted(fields)));
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.type().apiName())
                .toList();
    }

    private static HistoryEvent event(Execution execution, String type) {
        return execution.history().events().stream()
                .filter(event -> event.type().apiName().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + types(execution)));
    }

    // ---- Lambda ------------------------------------------------------------------------------------------------

    @Test
    void a_plain_Lambda_ARN_gives_what_the_function_gives() {
        StateMachineHarness harness =
                harness("\"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:charge\"");
        harness.mockLambda("charge").returns("{\"charged\": true}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution.output()).hasToString("{\"charged\":true}");
        assertThat(types(execution))
                .containsSubsequence("LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded");
        assertThat(event(execution, "LambdaFunctionScheduled").details().json("input"))
                .hasToString("{\"order\":7}");
    }

    @Test
    void lambda_invoke_gives_it_in_an_envelope() {
        StateMachineHarness harness = harness(
                "\"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"charge\"}");
        harness.mockLambda("charge").returns("{\"charged\": true}");

        Execution execution = harness.run();

        assertThat(execution.output().path("Payload")).hasToString("{\"charged\":true}");
        assertThat(execution.output().path("StatusCode").intValue()).isEqualTo(200);
        assertThat(execution.output().path("ExecutedVersion").asText()).isEqualTo("$LATEST");
        assertThat(types(execution)).containsSubsequence("TaskScheduled", "TaskStarted", "TaskSucceeded");
    }

    // ---- Activities --------------------------------------------------------------------------------------------

    @Test
    void an_Activity_that_no_worker_takes_is_given_up_when_its_timeout_is_over() {
        StateMachineHarness harness = harness("\"Resource\": \"" + ACTIVITY + "\", \"TimeoutSeconds\": 300");

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(5));
        assertThat(types(execution)).contains("ActivityTimedOut").doesNotContain("ActivityStarted");
    }

    @Test
    void a_worker_is_named_in_the_history_and_has_to_give_signs_of_life() {
        StateMachineHarness harness =
                harness("\"Resource\": \"" + ACTIVITY + "\", \"TimeoutSeconds\": 300, \"HeartbeatSeconds\": 60");
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofSeconds(100));
        String token =
                Objects.requireNonNull(harness.getActivityTask(ACTIVITY, "Ada")).taskToken();
        harness.clock().advanceBy(Duration.ofSeconds(50));
        harness.sendTaskHeartbeat(token);
        harness.clock().advanceBy(Duration.ofSeconds(60));

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(210));
        assertThat(event(execution, "ActivityStarted").details().text("workerName"))
                .isEqualTo("Ada");
        assertThat(event(execution, "ActivityScheduled").details().number("heartbeatInSeconds"))
                .isEqualTo(60);
        assertThatThrownBy(() -> harness.sendTaskSuccess(token, "{}")).hasMessageContaining("TaskTimedOut");
    }

    // ---- ARNs and roles ----------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-cn:states:::sqs:sendMessage.waitForTaskToken",
                "arn:aws-us-gov:states:::sqs:sendMessage.waitForTaskToken",
                "arn:${AWS::Partition}:states:::sqs:sendMessage.waitForTaskToken",
                "arn:aws:states:::${Service}:sendMessage.waitForTaskToken"
            })
    void a_call_is_made_in_any_partition_and_whatever_placeholder_stood_for(String resource) {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, "HeartbeatSeconds": 60,
                  "Resource": "%s", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}""".formatted(resource);
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "call.asl.json",
                definition,
                DefinitionOptions.defaults()
                        .withSubstitution("AWS::Partition", "aws-iso")
                        .withSubstitution("Service", "sqs")));
        harness.mockService("sqs", "sendMessage").callbackSucceedsAfter(Duration.ofSeconds(30), "{\"a\": 1}");

        assertThat(harness.run().output()).hasToString("{\"a\":1}");
    }

    @Test
    void a_call_is_made_with_the_role_of_its_credentials() {
        StateMachineHarness harness = harness("\"Resource\": \"arn:aws:states:::aws-sdk:s3:listBuckets\","
                + " \"Credentials\": {\"RoleArn.$\": \"$.role\"}, \"Parameters\": {}");
        harness.mock("Call").returns("{\"Buckets\": []}");
        String role = "arn:aws:iam::999999999999:role/reader";

        Execution execution = harness.run("{\"role\": \"" + role + "\"}");

        assertThat(execution.calls().get(0).call().credentials()).hasToString("{\"RoleArn\":\"" + role + "\"}");
        assertThat(Objects.requireNonNull(
                                event(execution, "TaskScheduled").details().details("taskCredentials"))
                        .text("roleArn"))
                .isEqualTo(role);
    }

    // ---- jobs --------------------------------------------------------------------------------------------------

    @Test
    void the_job_of_an_iteration_is_cancelled_when_another_iteration_fails() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("each.asl.json", """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                  "StartAt": "Job", "States": {"Job": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": {"JobName.$": "$"}}}}}}}"""));
        harness.mock("Job")
                .jobNeverEnds()
                .thenJobFailsAfter(Duration.ofMinutes(1), "States.TaskFailed", "{\"JobRunState\": \"FAILED\"}");

        Execution execution = harness.run("[\"a\", \"b\"]");

        assertThat(execution.error()).isEqualTo("States.TaskFailed");
        RecordedCall.Cancel cancel =
                Objects.requireNonNull(execution.calls().get(0).cancel());
        assertThat(cancel.reason()).isEqualTo(AbortReason.ITERATION_FAILED);
        assertThat(cancel.api()).isEqualTo("BatchStopJobRun");
        assertThat(cancel.outcome().cancelled()).isTrue();
        assertThat(execution.calls().get(1).cancel()).isNull();
    }

    private static final String JOB_WITH_TOKEN = """
            "Resource": "arn:aws:states:::ecs:runTask.sync",
            "Parameters": {"TaskDefinition": "t", "Overrides": {"Token.$": "$$.Task.Token"}}""";

    @Test
    void a_job_that_reported_early_is_not_looked_after_any_longer() {
        StateMachineHarness harness = harness(JOB_WITH_TOKEN);
        harness.mock("Call").jobFailsAfter(Duration.ofHours(1), "States.TaskFailed", "too late to matter");
        Execution execution = harness.start();

        harness.clock().advanceBy(Duration.ofMinutes(20));
        harness.sendTaskSuccess(execution.taskToken("Call"), "{\"early\": true}");
        harness.clock().advanceBy(Duration.ofHours(2));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).hasToString("{\"early\":true}");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(20));
        assertThat(execution.calls().get(0).cancel()).isNull();
        assertThat(types(execution))
                .containsSubsequence("TaskSubmitted", "TaskSucceeded")
                .doesNotContain("TaskFailed");
    }

    @Test
    void a_job_may_report_its_failure_early_too() {
        StateMachineHarness harness = harness(JOB_WITH_TOKEN);
        harness.mock("Call").jobNeverEnds();
        Execution execution = harness.start();

        harness.sendTaskFailure(execution.taskToken("Call"), "OutOfDisk", "no space left");

        assertThat(execution.error()).isEqualTo("OutOfDisk");
        assertThat(execution.cause()).isEqualTo("no space left");
        assertThat(execution.calls().get(0).cancel()).isNull();
    }

    // ---- tokens ------------------------------------------------------------------------------------------------

    @Test
    void a_token_that_this_account_has_never_issued_belongs_to_no_task() {
        StateMachineHarness other = harness(JOB_WITH_TOKEN);
        other.mock("Call").jobNeverEnds();
        String token = other.start().taskToken("Call");
        StateMachineHarness harness = harness(JOB_WITH_TOKEN);

        assertThatThrownBy(() -> harness.sendTaskSuccess(token, "{}"))
                .isInstanceOf(StepFunctionsException.class)
                .hasMessageContaining("TaskDoesNotExist");
    }
}
