package io.github.asltestkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.forked.OtherJvm;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server itself: protocol, polls, time from outside, load. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EndpointTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:work";
    private static final StateMachine WORK = StateMachine.parse("work.asl.json", """
            {"StartAt": "Night", "States": {
              "Night": {"Type": "Wait", "Seconds": 28800, "Next": "Work"},
              "Work": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:work", "Next": "Day"},
              "Day": {"Type": "Wait", "Seconds": 57600, "End": true}}}""");
    private static final StateMachine CALLBACK = StateMachine.parse("callback.asl.json", """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true}}}""");

    private final StateMachineHarness harness = StateMachineHarness.create(WORK);
    private final StepFunctionsEndpoint endpoint = Doors.alone(harness);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        endpoint.close();
        clients.shutdownNow();
    }

    private HttpResponse<String> post(String operation, String body) {
        return Doors.post(http, endpoint.uri(), "AWSStepFunctions." + operation, body.replace('\'', '"'));
    }

    private JsonNode called(String operation, String body) {
        HttpResponse<String> response = post(operation, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Doors.json(response.body());
    }

    // ---- protocol --------------------------------------------------------------------------------------------

    @Test
    void an_error_has_its_type_in_body_and_header() {
        HttpResponse<String> response = post("DescribeActivity", "{'activityArn': 'none'}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("InvalidArn");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(response.body())
                .isEqualTo("{\"__type\":\"com.amazonaws.swf.service.v2.model#InvalidArn\","
                        + "\"message\":\"Invalid Arn: 'Invalid ARN prefix: none'\"}");
    }

    @Test
    void what_is_no_call_is_refused_in_words() {
        assertThat(post("LaunchRocket", "{}").body()).contains("Step Functions has no operation LaunchRocket");
        assertThat(post("ListActivities", "{").body())
                .contains("com.amazon.coral.service#SerializationException")
                .contains("The body is not JSON");
        assertThat(Doors.post(http, endpoint.uri(), "AmazonSQS.ReceiveMessage", "{}")
                        .body())
                .contains("Not a call of Step Functions: POST / with X-Amz-Target AmazonSQS.ReceiveMessage");
        assertThat(post("ListActivities", " ".repeat(8 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void it_listens_on_the_loopback_interface_alone() {
        assertThat(endpoint.uri().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_number_with_a_huge_exponent_is_refused_without_its_digits() {
        assertThat(post("ListActivities", "{'maxResults': 1e999999999}").body())
                .contains(
                        "Value '1E+999999999' at 'maxResults' failed to satisfy constraint: Member must have value less"
                                + " than or equal to 1000");
        assertThat(post("ListActivities", "{'maxResults': -1e999999999}").body())
                .contains("Value '-1E+999999999'");
    }

    @Test
    void a_request_has_an_id_in_plain_digits_whatever_the_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(post("ListActivities", "{}").headers().firstValue("x-amzn-RequestId"))
                    .hasValueSatisfying(id -> assertThat(id).matches("00000000-0000-4000-8000-[0-9]{12}"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_JVM_that_prefers_IPv6_reaches_it(@TempDir Path folder) throws Exception {
        assertThat(OtherJvm.run(folder, List.of("-Djava.net.preferIPv6Addresses=true"), PreferringIpv6.class))
                .contains("clock: 200");
    }

    /** The main class of a JVM of its own. */
    static final class PreferringIpv6 {
        private PreferringIpv6() {}

        public static void main(String[] arguments) {
            try (StepFunctionsEndpoint endpoint = Doors.alone(StateMachineHarness.create(WORK))) {
                HttpRequest request = HttpRequest.newBuilder(endpoint.uri().resolve("/asl-testkit/clock"))
                        .build();
                System.out.println("clock: "
                        + Doors.send(HttpClient.newHttpClient(), request).statusCode());
            }
        }
    }

    // ---- time from outside -----------------------------------------------------------------------------------

    @Test
    void another_process_reads_moves_and_runs_the_clock() {
        Execution execution = harness.start("{}");
        JsonNode shown = control("GET", "clock", "");
        assertThat(shown.path("now").asText()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(shown.path("pendingTimers").path(0).path("due").asText()).isEqualTo("2024-01-01T08:00:00Z");

        assertThat(control("POST", "clock/advance", "{\"by\": \"PT1H\"}")
                        .path("elapsed")
                        .asText())
                .isEqualTo("PT1H");
        assertThat(control("POST", "clock/advance", "{}").path("now").asText()).isEqualTo("2024-01-01T08:00:00Z");
        assertThat(control("POST", "clock/advance", "{\"to\": \"2023-01-01T00:00:00Z\"}")
                        .path("message")
                        .asText())
                .startsWith("The clock only moves on");
        called(
                "SendTaskSuccess",
                "{'taskToken': '"
                        + called("GetActivityTask", "{'activityArn': '" + ACTIVITY + "'}")
                                .path("taskToken")
                                .asText()
                        + "', 'output': '{}'}");
        assertThat(control("POST", "run", "{\"executionArn\": \"" + execution.arn() + "\"}")
                        .path("now")
                        .asText())
                .isEqualTo("2024-01-02T00:00:00Z");
        assertThat(control("POST", "stop", "").path("message").asText())
                .isEqualTo("There is no route POST /asl-testkit/stop; there are GET /asl-testkit/clock,"
                        + " POST /asl-testkit/clock/advance, POST /asl-testkit/run");
    }

    private JsonNode control(String method, String route, String body) {
        URI uri = endpoint.uri().resolve("/asl-testkit/" + route);
        return Doors.json(Doors.send(
                        http,
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build())
                .body());
    }

    @Test
    void a_run_ends_when_the_endpoint_closes() throws Exception {
        Execution execution = harness.start("{}");
        Future<?> run = clients.submit(() -> endpoint.runToEnd(execution.arn()));
        while (execution.history().events().size() < 5) {
            Thread.onSpinWait(); // until the run has skipped the night, and waits for a worker
        }

        endpoint.close();

        assertThatThrownBy(run::get)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("""
                The endpoint was closed before the execution ended.

                  execution: %s of work, RUNNING
                  waits for: Work (%s), attempt 1, scheduled 2024-01-01T08:00:00Z, taken by no worker
                """.formatted(execution.name(), ACTIVITY));
        assertThatThrownBy(() -> endpoint.runToEnd(execution.arn()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The endpoint was closed before the execution ended.");
    }

    @Test
    void four_hundred_polls_leave_a_server_of_WireMock_free_to_answer() {
        StateMachineHarness busy = StateMachineHarness.create(WORK);
        try (StepFunctionsEndpoint onWireMock = busy.endpoint()) {
            List<CompletableFuture<HttpResponse<String>>> polls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                HttpRequest poll = HttpRequest.newBuilder(onWireMock.uri())
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AWSStepFunctions.GetActivityTask")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"activityArn\":\"" + ACTIVITY + "\"}"))
                        .build();
                polls.add(http.sendAsync(poll, HttpResponse.BodyHandlers.ofString()));
            }

            HttpRequest clock = HttpRequest.newBuilder(onWireMock.uri().resolve("/asl-testkit/clock"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            assertThat(Doors.send(http, clock).statusCode()).isEqualTo(200);

            StateMachine work = StateMachine.parse(
                    "w.asl.json",
                    "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Task\"," + "\"Resource\":\"" + ACTIVITY
                            + "\",\"End\":true}}}");
            busy.add(work);
            String start = "{\"stateMachineArn\":\"arn:aws:states:us-east-1:123456789012:stateMachine:w\"}";
            for (int i = 0; i < 400; i++) {
                busy.api().call("StartExecution", Doors.json(start));
            }
            assertThat(polls).allSatisfy(poll -> assertThat(poll.join().body()).contains("taskToken"));
        }
    }

    // ---- workers ---------------------------------------------------------------------------------------------

    @Test
    void the_clock_stands_while_a_worker_works_and_runs_while_nobody_does() throws Exception {
        Execution execution = harness.start("{}");
        Future<?> worker = clients.submit(() -> {
            JsonNode task = called("GetActivityTask", "{'activityArn': '" + ACTIVITY + "', 'workerName': 'w'}");
            while (task.isEmpty()) {
                task = called("GetActivityTask", "{'activityArn': '" + ACTIVITY + "', 'workerName': 'w'}");
            }
            called("SendTaskSuccess", "{'taskToken': '" + task.path("taskToken").asText() + "', 'output': '{}'}");
        });

        endpoint.runToEnd(execution.arn(), Duration.ofSeconds(60));

        worker.get();
        assertThat(execution.elapsed()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_silent_worker_is_named_and_not_waited_for_for_ever() {
        Execution execution = harness.start("{}");
        assertThatIllegalStateException()
                .isThrownBy(() -> endpoint.runToEnd(execution.arn(), Duration.ofMillis(1)))
                .withMessage("""
                        No worker made progress on the execution for 1 ms of real time.

                          execution: %s of work, RUNNING
                          waits for: Work (%s), attempt 1, scheduled 2024-01-01T08:00:00Z, taken by no worker
                          the clock: 2024-01-01T08:00:00Z

                        Let a worker report on the task, script the call with a mock, or move the clock yourself to let it time out.""".formatted(execution.name(), ACTIVITY));
    }

    @Test
    void an_answer_may_wait_for_another_thread_that_calls_the_same_harness() {
        List<StateMachineHarness> called = new ArrayList<>();
        TaskIntegration answering = new TaskIntegration() {
            @Override
            public TaskReaction call(TaskCall call) {
                CompletableFuture.runAsync(
                                () -> called.get(0).sendTaskSuccess(String.valueOf(call.taskToken()), "{\"ok\": true}"),
                                clients)
                        .join();
                return new TaskReaction(
                        List.of(new TaskReaction.Step.Submitted(Duration.ofHours(1), Doors.json("{}"))));
            }

            @Override
            public CancelOutcome cancel(TaskCall call, AbortReason reason) {
                return new CancelOutcome(true, "");
            }
        };
        StateMachineHarness lending = StateMachineHarness.create(CALLBACK, HarnessOptions.defaults(), answering);
        called.add(lending);

        assertThat(lending.start("{}").output()).hasToString("{\"ok\":true}");
    }

    // ---- load ------------------------------------------------------------------------------------------------

    @Test
    void nothing_of_sixty_four_clients_is_lost_or_reordered() throws Exception {
        int count = 64;
        int each = 8;
        String machine = called("ListStateMachines", "{}")
                .path("stateMachines")
                .path(0)
                .path("stateMachineArn")
                .asText();
        CountDownLatch together = new CountDownLatch(count);
        List<Future<List<String>>> answers = IntStream.range(0, count)
                .mapToObj(client -> clients.submit(() -> {
                    together.countDown();
                    together.await();
                    List<String> started = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        started.add(called(
                                        "StartExecution",
                                        "{'stateMachineArn': '" + machine + "', 'name': 'c" + client + "-" + i + "'}")
                                .path("executionArn")
                                .asText());
                    }
                    return started;
                }))
                .toList();

        List<String> engine = new ArrayList<>();
        for (Future<List<String>> answer : answers) {
            assertThat(answer.get()).hasSize(each);
        }
        harness.executions().forEach(execution -> engine.add(execution.name()));
        assertThat(engine).hasSize(count * each).doesNotHaveDuplicates();
        for (int client = 0; client < count; client++) {
            String prefix = "c" + client + "-";
            assertThat(engine.stream().filter(name -> name.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, each).mapToObj(i -> prefix + i).toList());
        }
    }

    @Test
    void each_task_goes_to_one_of_many_workers_that_wait_for_it() throws Exception {
        int count = 64;
        List<Future<String>> polls = IntStream.range(0, count)
                .mapToObj(worker -> clients.submit(() -> {
                    JsonNode task = Doors.json("{}");
                    while (task.isEmpty()) {
                        task = called("GetActivityTask", "{'activityArn': '" + ACTIVITY + "'}");
                    }
                    return task.path("input").asText();
                }))
                .toList();
        for (int i = 0; i < count; i++) {
            harness.start(String.valueOf(i));
        }
        harness.clock().advanceBy(Duration.ofHours(8));

        List<String> inputs = new ArrayList<>();
        for (Future<String> poll : polls) {
            inputs.add(poll.get());
        }
        assertThat(inputs)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }
}
