package io.github.asltestkit.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.endpoint.wiremock.WireMockServers;
import io.github.asltestkit.integration.UnmockedCallException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InspectionLevel;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.TestExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

/** The AWS SDK for Java 2 against an endpoint: on the server of the JDK, and as an extension of a WireMock server. */
class SdkClientTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/r";
    private static final String REVIEW = """
            {"StartAt": "Night", "States": {
              "Night": {"Type": "Wait", "Seconds": 28800, "Next": "Review"},
              "Review": {"Type": "Task", "Resource": "%s", "HeartbeatSeconds": 600, "End": true}}}""";
    private static final String PASS = "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String LAMBDA = """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true}}}""";

    private final StateMachineHarness harness = StateMachineHarness.empty(HarnessOptions.defaults());

    private static SfnClient client(StepFunctionsEndpoint endpoint) {
        return AwsClients.connect(SfnClient.builder(), endpoint).build();
    }

    @Test
    void a_client_that_is_made_before_there_is_an_endpoint_follows_the_one_of_each_test() {
        AtomicReference<StepFunctionsEndpoint> running = new AtomicReference<>();
        Supplier<StepFunctionsEndpoint> supplier = () -> {
            if (running.get() == null) {
                throw new IllegalStateException("no test is running");
            }
            return running.get();
        };
        try (SfnClient sfn = AwsClients.connect(SfnClient.builder(), supplier).build()) {
            assertThatThrownBy(sfn::listActivities).hasStackTraceContaining("no test is running");
            for (int i = 0; i < 2; i++) {
                try (StepFunctionsEndpoint endpoint =
                        StateMachineHarness.empty(HarnessOptions.defaults()).endpoint()) {
                    running.set(endpoint);
                    String name = "review-" + i;
                    sfn.createActivity(request -> request.name(name));
                    assertThat(sfn.listActivities().activities())
                            .singleElement()
                            .satisfies(activity -> assertThat(activity.name()).isEqualTo(name));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> a_client_takes_an_execution_through_its_whole_life() {
        return Stream.of(
                DynamicTest.dynamicTest("on the server of the JDK", () -> wholeLife(Doors.alone(harness))),
                DynamicTest.dynamicTest(
                        "as an extension of WireMock",
                        () -> wholeLife(StateMachineHarness.empty(HarnessOptions.defaults())
                                .endpoint())));
    }

    private static void wholeLife(StepFunctionsEndpoint endpoint) {
        try (endpoint;
                SfnClient sfn = client(endpoint)) {
            String activity = sfn.createActivity(r -> r.name("review")).activityArn();
            String machine = sfn.createStateMachine(
                            r -> r.name("article").roleArn(ROLE).definition(REVIEW.formatted(activity)))
                    .stateMachineArn();
            String execution = sfn.startExecution(
                            r -> r.stateMachineArn(machine).name("monday").input("{\"page\": 1}"))
                    .executionArn();
            assertThat(sfn.describeExecution(r -> r.executionArn(execution)).status())
                    .isEqualTo(ExecutionStatus.RUNNING);

            endpoint.clock().advanceBy(Duration.ofHours(8));
            GetActivityTaskResponse task =
                    sfn.getActivityTask(r -> r.activityArn(activity).workerName("Ada"));
            assertThat(task.input()).isEqualTo("{\"page\":1}");
            sfn.sendTaskHeartbeat(r -> r.taskToken(task.taskToken()));
            sfn.sendTaskSuccess(r -> r.taskToken(task.taskToken()).output("{\"verdict\": \"fine\"}"));

            DescribeExecutionResponse end = sfn.describeExecution(r -> r.executionArn(execution));
            assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(end.output()).isEqualTo("{\"verdict\":\"fine\"}");
            assertThat(end.startDate()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
            assertThat(end.stopDate()).isEqualTo(Instant.parse("2024-01-01T08:00:00Z"));
            List<HistoryEvent> history =
                    sfn
                            .getExecutionHistoryPaginator(
                                    r -> r.executionArn(execution).maxResults(3))
                            .stream()
                            .flatMap(page -> page.events().stream())
                            .toList();
            assertThat(history)
                    .extracting(HistoryEvent::typeAsString)
                    .containsExactly(
                            "ExecutionStarted",
                            "WaitStateEntered",
                            "WaitStateExited",
                            "TaskStateEntered",
                            "ActivityScheduled",
                            "ActivityStarted",
                            "ActivitySucceeded",
                            "TaskStateExited",
                            "ExecutionSucceeded");
            assertThat(history.get(5).activityStartedEventDetails().workerName())
                    .isEqualTo("Ada");

            String stopped = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
            sfn.stopExecution(r -> r.executionArn(stopped).error("E").cause("because"));
            sfn.redriveExecution(r -> r.executionArn(stopped));
            assertThat(sfn
                            .listExecutionsPaginator(
                                    r -> r.stateMachineArn(machine).maxResults(1))
                            .stream()
                            .flatMap(page -> page.executions().stream())
                            .map(ExecutionListItem::executionArn))
                    .containsExactly(stopped, execution);
            sfn.tagResource(r -> r.resourceArn(machine)
                    .tags(Tag.builder().key("team").value("web").build()));
            assertThat(sfn.listTagsForResource(r -> r.resourceArn(machine)).tags())
                    .hasSize(1);
            sfn.deleteStateMachine(r -> r.stateMachineArn(machine));
            assertThatExceptionOfType(StateMachineDoesNotExistException.class)
                    .isThrownBy(() -> sfn.startExecution(r -> r.stateMachineArn(machine)))
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(400))
                    .withMessageStartingWith("State Machine Does Not Exist: '" + machine + "'");
        }
    }

    @Test
    void time_is_the_clocks() {
        try (StepFunctionsEndpoint endpoint = Doors.alone(harness);
                SfnClient sfn = client(endpoint)) {
            String activity = sfn.createActivity(r -> r.name("review")).activityArn();
            String machine = sfn.createStateMachine(
                            r -> r.name("article").roleArn(ROLE).definition(REVIEW.formatted(activity)))
                    .stateMachineArn();
            String execution =
                    sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
            endpoint.clock().advanceBy(Duration.ofHours(8));
            GetActivityTaskResponse task =
                    sfn.getActivityTask(r -> r.activityArn(activity).workerName("Ada"));
            endpoint.clock().advanceBy(Duration.ofMinutes(10));

            assertThatExceptionOfType(TaskTimedOutException.class)
                    .isThrownBy(() -> sfn.sendTaskSuccess(
                            r -> r.taskToken(task.taskToken()).output("1")));
            DescribeExecutionResponse end = sfn.describeExecution(r -> r.executionArn(execution));
            assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(end.error()).isEqualTo("States.Timeout");
            assertThat(end.stopDate()).isEqualTo(Instant.parse("2024-01-01T08:10:00Z"));
        }
    }

    @Test
    void operations_with_a_host_prefix_reach_the_endpoint() {
        try (StepFunctionsEndpoint endpoint = Doors.alone(harness);
                SfnClient sfn = client(endpoint)) {
            String machine = sfn.createStateMachine(r -> r.name("quick")
                            .roleArn(ROLE)
                            .type(StateMachineType.EXPRESS)
                            .definition(PASS))
                    .stateMachineArn();
            assertThat(sfn.startSyncExecution(r -> r.stateMachineArn(machine).input("[1]"))
                            .status())
                    .isEqualTo(SyncExecutionStatus.SUCCEEDED);
            assertThat(sfn.testState(r -> r.definition("{\"Type\": \"Pass\", \"Next\": \"Q\"}")
                                    .input("{}")
                                    .inspectionLevel(InspectionLevel.INFO))
                            .status())
                    .isEqualTo(TestExecutionStatus.SUCCEEDED);
            assertThat(sfn.validateStateMachineDefinition(r -> r.definition("{}"))
                            .result())
                    .isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
        }
    }

    @Test
    void a_call_that_nobody_mocked_fails_the_client_and_whoever_closes_the_endpoint() {
        StepFunctionsEndpoint endpoint = Doors.alone(harness);
        try (SfnClient sfn = client(endpoint)) {
            String machine = sfn.createStateMachine(
                            r -> r.name("calls").roleArn(ROLE).definition(LAMBDA))
                    .stateMachineArn();
            assertThatExceptionOfType(SfnException.class)
                    .isThrownBy(() -> sfn.startExecution(r -> r.stateMachineArn(machine)))
                    .withMessageContaining("No mocked response matches the call made by Call");
        }
        assertThatExceptionOfType(UnmockedCallException.class).isThrownBy(endpoint::close);
        endpoint.close();
    }

    @Test
    void stubs_of_other_services_and_the_journal_live_in_the_same_server() {
        StepFunctionsEndpoint endpoint = harness.endpoint();
        assertThat(harness.endpoint()).isSameAs(endpoint);
        try (endpoint;
                SfnClient sfn = client(endpoint)) {
            WireMockServer server = WireMockServers.of(endpoint);
            server.stubFor(get("/rates").willReturn(ok("4.2")));
            sfn.listStateMachines();
            URI rates = endpoint.uri().resolve("/rates");
            assertThat(Doors.send(
                                    HttpClient.newHttpClient(),
                                    HttpRequest.newBuilder(rates).build())
                            .body())
                    .isEqualTo("4.2");
            server.verify(postRequestedFor(anyUrl())
                    .withHeader("X-Amz-Target", equalTo("AWSStepFunctions.ListStateMachines")));
            server.resetAll();
            assertThat(sfn.listStateMachines().stateMachines()).isEmpty();
        }
    }
}
