package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.TaskReaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times at the ends of the calendar and finer than the clock. */
class TimeExtremesTest {
    private static final StateMachine PASS = StateMachine.parse("pass.asl.json", """
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}""");
    private static final StateMachine TASK = StateMachine.parse("task.asl.json", """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "f"}, "TimeoutSeconds": 60, "End": true}}}""");
    private static final StateMachine CALLBACK = StateMachine.parse("callback.asl.json", """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 60,
              "Parameters": {"QueueUrl": "q", "MessageBody": {"t.$": "$$.Task.Token"}}, "End": true}}}""");

    private final StateMachineHarness harness = StateMachineHarness.create(PASS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+292278994-08-17T07:12:55Z",
                "+20000-01-01T00:00:00Z"
            })
    void a_timestamp_in_the_input_whose_year_has_not_four_digits_fails_the_state(String timestamp) {
        StateMachine wait = StateMachine.parse("wait.asl.json", """
                {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "TimestampPath": "$.until", "End": true}}}""");

        Execution execution = StateMachineHarness.create(wait).run(Map.of("until", timestamp));

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .contains("does not reference a valid ISO-8601 extended offset date-time format string: $.until == "
                        + timestamp);
    }

    @Test
    void an_answer_that_an_integration_gives_in_ages_is_never_given() {
        Execution execution = StateMachineHarness.create(
                        TASK,
                        HarnessOptions.defaults(),
                        new ScriptedWorld()
                                .answer(
                                        "Call",
                                        new TaskReaction(List.of(new TaskReaction.Step.Succeeded(
                                                Duration.ofSeconds(Long.MAX_VALUE), json("1"))))))
                .run();

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT2562047788015H12M55.807S | The delay of an answer is at most 36525 days, and no execution lasts longer than a year, but it was PT2562047788015H12M55.807S",
                "PT0.0009S | The delay of an answer is a whole number of milliseconds, as the virtual clock counts them, but was PT0.0009S",
            })
    void a_delay_that_cannot_pass_is_refused_where_it_is_said(Duration delay, String message) {
        StateMachineHarness task = StateMachineHarness.create(TASK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.mock("Call").returnsAfter(delay, "{}"))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0.0009S | A move of the clock is a whole number of milliseconds, as the virtual clock counts them, but was PT0.0009S",
                "PT2562047788015215H30M7S | A move of the clock is at most 36525 days, and no execution lasts longer than a year, but it was PT2562047788015215H30M7S",
            })
    void the_clock_refuses_a_move_that_it_cannot_make(Duration duration, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.clock().advanceBy(duration))
                .withMessage(message);
    }

    @Test
    void the_clock_stays_within_years_of_four_digits() {
        String range = " between 0000-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z, but was told to do so at ";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.clock().advanceTo(Instant.MAX))
                .withMessage("The clock moves" + range + "+1000000000-12-31T23:59:59.999999999Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HarnessOptions.defaults().withStart(Instant.MIN))
                .withMessage("The clock starts" + range + "-1000000000-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1960-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z"})
    void an_execution_before_1970_has_a_start_and_a_stop(String start) {
        Execution execution = StateMachineHarness.create(
                        PASS, HarnessOptions.defaults().withStart(Instant.parse(start)))
                .run();

        assertThat(execution.stoppedAt()).isEqualTo(start).isEqualTo(execution.startedAt());
        assertThat(execution.history().toJson()).contains("ExecutionSucceeded");
    }

    @Test
    void a_million_heartbeats_wait_as_one_timer() {
        StateMachineHarness callback = StateMachineHarness.create(CALLBACK);
        callback.mock("Ask").callbackSucceedsAfter(Duration.ofHours(1), "{}").withHeartbeatsEvery(Duration.ofMillis(1));

        Execution execution = callback.start();

        assertThat(callback.clock().pendingTimers()).hasSizeLessThan(6);
        callback.clock().advanceBy(Duration.ofSeconds(5));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution.notes().all()).hasSize(5_000);
    }

    @Test
    void a_timeout_comes_before_an_answer_of_the_same_instant() {
        StateMachineHarness task = StateMachineHarness.create(TASK);
        task.mock("Call").returnsAfter(Duration.ofSeconds(60), "{}");

        assertThat(task.run().error()).isEqualTo("States.Timeout");
    }

    @Test
    void a_missed_heartbeat_comes_before_a_heartbeat_of_the_same_instant() {
        StateMachineHarness callback = StateMachineHarness.create(CALLBACK);
        callback.mock("Ask")
                .callbackSucceedsAfter(Duration.ofHours(1), "{}")
                .withHeartbeatsEvery(Duration.ofSeconds(60));

        assertThat(callback.run().error()).isEqualTo("States.Timeout");
    }
}
