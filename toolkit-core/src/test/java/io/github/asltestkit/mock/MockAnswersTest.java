package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.Execution;
import io.github.asltestkit.PartialParameters;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskReaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a mock answers. */
class MockAnswersTest {
    private static final StateMachine CALL = machine("arn:aws:states:::lambda:invoke", "");
    private static final StateMachine JOB = machine("arn:aws:states:::glue:startJobRun.sync", "");
    private static final StateMachine CALLBACK =
            machine("arn:aws:states:::sns:publish.waitForTaskToken", ", \"HeartbeatSeconds\": 60");

    private static StateMachine machine(String resource, String more) {
        return StateMachine.parse(
                "call.asl.json",
                """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "%s"%s,
                  "Parameters": {"FunctionName": "f", "Payload": {"amount": 7}, "Token.$": "$$.Task.Token"},
                  "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 4}], "End": true}}}""".formatted(resource, more).replace(
                        resource.endsWith(".waitForTaskToken") ? "\u0000" : ", \"Token.$\": \"$$.Task.Token\"", ""),
                PartialParameters.ALLOWED);
    }

    private final StateMachineHarness harness = StateMachineHarness.create(CALL);

    record Receipt(String id, int amount) {}

    @Test
    void a_value_may_be_text_a_tree_a_map_a_bean_or_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("receipt.json"), "{\"id\": \"r-5\", \"amount\": 5.0}");
        List<Object> values = new ArrayList<>(List.of(
                "{\"id\": \"r-1\"}",
                JsonNodeFactory.instance.objectNode().put("id", "r-2"),
                Map.of("id", "r-3"),
                new Receipt("r-4", 4),
                file,
                "null"));
        List<String> outputs = new ArrayList<>();
        for (Object value : values) {
            StateMachineHarness each = StateMachineHarness.create(CALL);
            each.mock("Call").returns(value);
            outputs.add(String.valueOf(each.run().output()));
        }

        assertThat(outputs)
                .containsExactly(
                        "{\"id\":\"r-1\"}",
                        "{\"id\":\"r-2\"}",
                        "{\"id\":\"r-3\"}",
                        "{\"id\":\"r-4\",\"amount\":4}",
                        "{\"id\":\"r-5\",\"amount\":5.0}",
                        "null");
    }

    @Test
    void what_cannot_be_a_value_is_refused_where_it_is_said() {
        assertThatThrownBy(() -> harness.mock("Call").returns("not JSON"))
                .hasMessageStartingWith("The mocked response is not JSON (line 1, column 1): ")
                .hasMessageContaining("Write text with its quotes, \"\\\"not JSON\\\"\"");
        assertThatThrownBy(() -> harness.mock("Call").withParameters("not JSON"))
                .hasMessageStartingWith("The condition is not JSON (line 1, column 1): ");
        assertThatThrownBy(() -> harness.mock("Call").returns(Path.of("no/such.json")))
                .hasMessageStartingWith("The file no/such.json cannot be read");
        assertThatThrownBy(() -> harness.mock("Call").returnsResource("no/such.json"))
                .hasMessage("There is no class-path resource no/such.json");
        assertThatThrownBy(() -> harness.mock("Call").returnsAfter(Duration.ofSeconds(-1), "{}"))
                .hasMessage("An answer comes after its call, but its delay was PT-1S");
    }

    @Test
    void each_call_takes_the_next_answer_and_the_last_one_stays() {
        harness.mock("Call")
                .fails("Busy", "a")
                .thenFailsAfter(Duration.ofSeconds(5), "Busy", "b")
                .thenReturns("1");

        assertThat(harness.run().output()).hasToString("1");
        assertThat(harness.run().output()).hasToString("1");
        assertThat(harness.calls().ofState("Call").list())
                .extracting(RecordedCall::answer)
                .containsExactly("fails: Busy: a", "fails after 5s: Busy: b", "succeeds: 1", "succeeds: 1");
    }

    @Test
    void a_function_of_the_call_sees_all_of_it() {
        harness.mock("Call")
                .answersAfter(
                        Duration.ofSeconds(9),
                        call -> Map.of(
                                "twice",
                                2 * call.parameters().at("/Payload/amount").intValue()));

        Execution execution = harness.run();

        assertThat(execution.output()).hasToString("{\"twice\":14}");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(9));
    }

    record Order(int amount) {}

    record Invoke(String FunctionName, Order Payload) {}

    @Test
    void a_function_of_the_parameters_reads_them_as_a_type() {
        harness.mock("Call")
                .answers(
                        Invoke.class,
                        invoke -> Map.of(invoke.FunctionName(), invoke.Payload().amount()));

        assertThat(harness.run().output()).hasToString("{\"f\":7}");
    }

    @Test
    void a_mocked_function_reads_its_event_and_returns_its_payload() {
        harness.mockLambda("f").answers(Order.class, order -> new Receipt("r", order.amount()));

        assertThat(harness.run().output())
                .hasToString(
                        "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":{\"id\":\"r\",\"amount\":7},\"StatusCode\":200}");
    }

    @Test
    void parameters_of_another_shape_are_told_with_the_place() {
        harness.mockLambda("f").answers(int[].class, numbers -> numbers.length);

        assertThatThrownBy(harness::run)
                .isInstanceOf(MockException.class)
                .hasMessageStartingWith(
                        "The call made by Call cannot be read as int[]. The execution was stopped there.\n\n  parameters: {\"FunctionName\"")
                .hasMessageEndingWith("\n          at: call.asl.json:1:40  /States/Call\n");
    }

    @Test
    void a_function_may_say_itself_what_happens() {
        harness.mock("Call").answers(call -> TaskReaction.fail("Own", "word"));

        assertThat(harness.run().error()).isEqualTo("Own");
    }

    @Test
    void a_call_without_an_answer_waits() {
        harness.mock("Call").neverAnswers();

        assertThat(harness.start().status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    // ---- jobs and callbacks ------------------------------------------------------------------------------------

    private static List<HistoryEventType> events(Execution execution) {
        return execution.history().events().stream().map(event -> event.type()).toList();
    }

    @Test
    void a_job_that_returns_at_once_was_submitted_before() {
        StateMachineHarness job = StateMachineHarness.create(JOB);
        job.mock("Call").returns("{\"done\": true}");

        Execution execution = job.run();

        assertThat(execution.output()).hasToString("{\"done\":true}");
        assertThat(events(execution))
                .containsSubsequence(
                        HistoryEventType.TASK_STARTED,
                        HistoryEventType.TASK_SUBMITTED,
                        HistoryEventType.TASK_SUCCEEDED);
    }

    @TestFactory
    Stream<DynamicTest> a_callback_is_not_ended_by_the_result_of_a_mock() {
        Map<String, Consumer<Mock>> results = new LinkedHashMap<>();
        results.put("returns", mock -> mock.returns("{}"));
        results.put("returnsAfter", mock -> mock.returnsAfter(Duration.ofSeconds(1), "{}"));
        results.put("answers", mock -> mock.answers(call -> "{}"));
        results.put("answers of a type", mock -> mock.answers(Map.class, call -> "{}"));
        return results.entrySet().stream()
                .map(result -> DynamicTest.dynamicTest(result.getKey(), () -> {
                    StateMachineHarness callback = StateMachineHarness.create(CALLBACK);
                    result.getValue().accept(callback.mock("Call"));

                    assertThatThrownBy(callback::run)
                            .isInstanceOf(MockException.class)
                            .hasMessageStartingWith(
                                    "The mock \"Call\" returns a result, but Call waits for its task token. The execution was"
                                            + " stopped there.")
                            .hasMessageContaining("callbackSucceedsAfter(...)");
                }));
    }

    @Test
    void jobs_go_through_their_answers_too() {
        StateMachineHarness each = StateMachineHarness.create(JOB);
        each.mock("Call")
                .jobFailsAfter(Duration.ofMinutes(1), "Busy", null)
                .thenJobSucceedsAfter(Duration.ofMinutes(2), "{}")
                .thenJobNeverEnds();

        assertThat(each.run().elapsed()).isEqualTo(Duration.ofSeconds(60 + 1 + 120));
        assertThat(each.start().status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(each.jobs()).hasSize(1);
    }

    @Test
    void a_job_ends_by_hand() {
        StateMachineHarness each = StateMachineHarness.create(JOB);
        each.mock("Call").jobNeverEnds();

        Execution good = each.start();
        each.jobs().get(0).succeed(Map.of("JobRunState", "SUCCEEDED"));
        Execution bad = each.start();
        each.jobs().get(0).fail("Glue.Broken", "out of memory");

        assertThat(good.output()).hasToString("{\"JobRunState\":\"SUCCEEDED\"}");
        assertThat(bad.error()).isEqualTo("Glue.Broken");
    }

    @Test
    void a_worker_that_falls_silent_after_three_heartbeats_is_missed_a_minute_later() {
        StateMachineHarness each = StateMachineHarness.create(CALLBACK);
        each.mock("Call").accepts().withHeartbeatsEvery(Duration.ofSeconds(50), 3);

        Execution execution = each.run();

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(3 * 50 + 60));
    }

    // ---- what is said of the whole mock ------------------------------------------------------------------------

    @Test
    void heartbeats_and_polling_are_said_of_the_whole_mock_wherever_they_stand() {
        StateMachineHarness before = StateMachineHarness.create(JOB);
        before.mock("Call")
                .jobFailsAfter(Duration.ofSeconds(61), "Busy", null)
                .polledEvery(Duration.ofMinutes(1))
                .thenJobSucceedsAfter(Duration.ofSeconds(61), "{}");
        StateMachineHarness after = StateMachineHarness.create(JOB);
        after.mock("Call")
                .jobFailsAfter(Duration.ofSeconds(61), "Busy", null)
                .thenJobSucceedsAfter(Duration.ofSeconds(61), "{}")
                .polledEvery(Duration.ofMinutes(1));

        assertThat(before.run().elapsed())
                .isEqualTo(after.run().elapsed())
                .isEqualTo(Duration.ofSeconds(120 + 1 + 120));
    }

    @Test
    void what_was_said_of_the_whole_mock_cannot_be_said_otherwise_later() {
        MockedResponse mock = harness.mock("Call").jobNeverEnds().polledEvery(Duration.ofSeconds(1));

        assertThatThrownBy(() -> mock.polledEvery(Duration.ofSeconds(2)))
                .hasMessage("The mock \"Call\" has a polling interval already, for all its answers");
        assertThatThrownBy(() ->
                        mock.withHeartbeatsEvery(Duration.ofSeconds(1)).withHeartbeatsEvery(Duration.ofSeconds(1), 2))
                .hasMessage("The mock \"Call\" has heartbeats already, for all its answers");
        assertThatThrownBy(() -> mock.whoseCancelFails("a").whoseCancelFails("b"))
                .hasMessage("The mock \"Call\" has the outcome of a cancel already, for all its answers");
    }
}
