package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.time.PendingTimer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** A message that is retried, a person who approves, a pause, and a loop around all of it. */
    private static final String ORDER = """
            {"StartAt": "Send", "TimeoutSeconds": 86400, "States": {
              "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": 60,
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3}], "Next": "Approve"},
              "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "HeartbeatSeconds": 600, "TimeoutSeconds": 3600,
                "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "Next": "Cool down"},
              "Cool down": {"Type": "Wait", "Seconds": 30, "Next": "Again?"},
              "Again?": {"Type": "Choice", "Choices": [{"Variable": "$.again", "BooleanEquals": true, "Next": "Send"}],
                "Default": "Done"},
              "Done": {"Type": "Succeed"}}}""";

    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));

    private Execution start() {
        harness.mock("Send").fails("Busy", "later").thenReturnsAfter(Duration.ofSeconds(2), "{}");
        harness.mock("Approve").lenient().accepts();
        return harness.start();
    }

    // ---- the clock -----------------------------------------------------------------------------------------------

    @Test
    void pending_timers_say_what_is_due_when_and_why() {
        Execution execution = start();
        assertThat(harness.clock().pendingTimers())
                .extracting(PendingTimer::due, PendingTimer::reason)
                .containsExactly(
                        tuple(3, "retry of Send by Retry[0], attempt 2"),
                        tuple(86400, "TimeoutSeconds 86400 of the execution " + execution.name()),
                        tuple(366 * 86400 - 86400, "the one-year quota of " + execution.name()));

        harness.clock().advanceToNextEvent();
        assertThat(harness.clock().pendingTimers())
                .extracting(PendingTimer::due, PendingTimer::reason)
                .startsWith(
                        tuple(3 + 2, "scripted answer to Send, attempt 2"),
                        tuple(3 + 60, "TimeoutSeconds 60 of Send, attempt 2"));

        harness.clock().advanceToNextEvent();
        assertThat(harness.clock().pendingTimers())
                .extracting(PendingTimer::due, PendingTimer::reason)
                .startsWith(
                        tuple(5 + 600, "HeartbeatSeconds 600 of Approve, attempt 1"),
                        tuple(5 + 3600, "TimeoutSeconds 3600 of Approve, attempt 1"));

        harness.sendTaskSuccess(execution.taskToken("Approve"), "{\"again\": false}");
        assertThat(harness.clock().pendingTimers())
                .extracting(PendingTimer::due, PendingTimer::reason)
                .startsWith(tuple(5 + 30, "Wait state Cool down"));
    }

    private static Tuple tuple(long seconds, String reason) {
        return Tuple.tuple(START.plusSeconds(seconds), reason);
    }

    @Test
    void the_clock_moves_by_a_time_to_an_instant_or_to_the_next_event() {
        start();

        assertThat(harness.clock().advanceToNextEvent()).isTrue();
        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ofSeconds(3));
        harness.clock().advanceBy(Duration.ofMillis(1500));
        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ofMillis(4500));
        harness.clock().advanceTo(START.plusSeconds(60));
        assertThat(harness.clock().instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void without_any_timer_there_is_no_next_event() {
        assertThat(harness.clock().advanceToNextEvent()).isFalse();
        assertThat(harness.clock().elapsed()).isZero();
    }

    @Test
    void the_clock_does_not_go_back() {
        assertThatThrownBy(() -> harness.clock().advanceBy(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The clock only moves on, but was told to advance by PT-1S");
        assertThatThrownBy(() -> harness.clock().advanceTo(START.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The clock only moves on: it shows 2024-01-01T00:00:00Z, but was told to advance to"
                        + " 2023-12-31T23:59:59Z");
    }

    @Test
    void code_under_test_reads_the_clock_as_one_of_java_time() {
        Clock clock = harness.clock().asClock();
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);

        harness.clock().advanceBy(Duration.ofHours(23).plusMinutes(30));

        assertThat(clock.instant()).isEqualTo(harness.clock().instant());
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(LocalDate.now(clock.withZone(ZoneId.of("Europe/Berlin")))).isEqualTo(LocalDate.of(2024, 1, 2));
    }

    // ---- run until -----------------------------------------------------------------------------------------------

    @Test
    void time_is_skipped_until_a_state_is_entered_and_no_further() {
        Execution execution = start();

        assertThat(harness.runUntil(execution).stateEntered("Approve")).isSameAs(execution);

        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ofSeconds(3 + 2));
        assertThat(harness.runUntil(execution).stateEntered("Send")).isSameAs(execution);
        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ofSeconds(3 + 2));
    }

    @Test
    void time_is_skipped_until_a_state_is_entered_again() {
        Execution execution = start();
        String token = harness.runUntil(execution).tokenIssued("Approve");
        harness.sendTaskSuccess(token, "{\"again\": true}");

        harness.runUntil(execution).stateEntered("Send", 2);

        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ofSeconds(3 + 2 + 30));
        assertThat(harness.runUntil(execution).tokenIssued("Approve")).isNotEqualTo(token);
    }

    @Test
    void time_is_skipped_until_a_condition_holds() {
        Execution execution = start();

        harness.runUntil(execution).condition("two calls", it -> it.calls().size() == 2);

        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void a_state_within_a_map_is_named_by_its_path() {
        StateMachineHarness ofMap = StateMachineHarness.create(StateMachine.parse("map.asl.json", """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 1, "End": true,
                  "ItemProcessor": {"StartAt": "Rest", "States": {
                    "Rest": {"Type": "Wait", "Seconds": 10, "End": true}}}}}}"""));
        Execution execution = ofMap.start("[1, 2, 3]");

        ofMap.runUntil(execution).stateEntered("Each[2]/Rest");

        assertThat(ofMap.clock().elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void an_execution_that_ends_before_says_how() {
        harness.mock("Send").fails("Broken", "for good");
        Execution execution = harness.start();

        assertThatThrownBy(() -> harness.runUntil(execution).stateEntered("Approve"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Execution of order.asl.json ended before that happened.

                          expected: Approve entered
                           but was: FAILED with Broken at +0s
                              path: Send
                        """);
    }

    @Test
    void an_execution_that_waits_for_what_no_timer_brings_says_for_what() {
        StateMachineHarness ofCallback = StateMachineHarness.create(StateMachine.parse("callback.asl.json", """
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Next": "Done",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}, "Done": {"Type": "Succeed"}}}"""));
        ofCallback.mock("Ask").accepts();
        Execution execution = ofCallback.start();

        assertThatThrownBy(
                        () -> ofCallback.runUntil(execution).condition("the end of it", it -> it.stoppedAt() != null))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Execution of callback.asl.json is waiting for something no timer can bring about.

                           expected: the end of it
                            but was: RUNNING at +0s
                               path: Ask
                          waits for: Ask, attempt 1

                        End the task from the test (sendTaskSuccess, a job's succeed, an Activity's worker), or script its end
                        with the mock (callbackSucceedsAfter, jobSucceedsAfter).""");
        assertThat(ofCallback.clock().elapsed()).isZero();
    }

    @Test
    void a_state_that_is_not_there_is_named_with_the_one_that_was_meant() {
        Execution execution = start();

        assertThatThrownBy(() -> harness.runUntil(execution).tokenIssued("Aprove"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order.asl.json has no state \"Aprove\": did you mean \"Approve\"?\n\n"
                        + "  states: Send, Approve, Cool down, Again?, Done");
    }
}
