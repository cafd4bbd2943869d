package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.Injected;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.time.PendingTimer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Time is the test's: skipped, moved step by step, asked what it will bring. */
@StateMachineTest(value = "packing.asl.json", startInstant = "2024-12-24T16:00:00Z")
class TimeTest {

    // tag::until[]
    @Test
    void the_carrier_is_called_when_the_last_parcel_is_padded(StateMachineHarness harness) {
        harness.mockLambda("pack").returns("{\"fragile\": true}");
        harness.mock("Fetch").accepts();
        Execution execution = harness.start("{\"parcels\": [\"a\", \"b\", \"c\"]}");

        String token = harness.runUntil(execution).tokenIssued("Fetch");
        assertThat(execution).isRunning().hasRunFor(Duration.ofSeconds(90 + 90)); // two at a time

        harness.clock().advanceBy(Duration.ofHours(2));
        harness.sendTaskSuccess(token, "{\"carrier\": \"kim\"}");
        assertThat(execution).hasSucceeded();
    }
    // end::until[]

    // tag::entered[]
    @Test
    void the_third_parcel_waits_for_its_turn(StateMachineHarness harness) {
        harness.mockLambda("pack").returns("{\"fragile\": true}");
        harness.mock("Fetch").lenient().accepts();
        Execution execution = harness.start("{\"parcels\": [\"a\", \"b\", \"c\"]}");

        harness.runUntil(execution).stateEntered("Each parcel[2]/Pack");
        assertThat(execution).hasRunFor(Duration.ofSeconds(90));

        harness.runUntil(execution).condition("three calls", it -> it.calls().size() == 3);
        assertThat(execution).hasRunFor(Duration.ofSeconds(90));
    }
    // end::entered[]

    // tag::timers[]
    @Test
    void the_clock_says_what_is_due_and_why(StateMachineHarness harness) {
        harness.mockLambda("pack").returnsAfter(Duration.ofSeconds(5), "{\"fragile\": true}");
        Execution execution = harness.start("{\"parcels\": [\"a\"]}");

        assertThat(harness.clock().pendingTimers())
                .startsWith(new PendingTimer(
                        Instant.parse("2024-12-24T16:00:05Z"), "scripted answer to Each parcel[0]/Pack, attempt 1"));

        harness.clock().advanceToNextEvent();
        assertThat(harness.clock().pendingTimers())
                .extracting(PendingTimer::reason)
                .containsExactly(
                        "Wait state Each parcel[0]/Pad",
                        "TimeoutSeconds 86400 of the execution " + execution.name(),
                        "the one-year quota of " + execution.name());
    }
    // end::timers[]

    // tag::clock[]
    /** Code under test: closes at five. */
    record Carrier(Clock clock) {
        boolean isOpen() {
            return clock.instant().isBefore(Instant.parse("2024-12-24T17:00:00Z"));
        }
    }

    @Test
    void code_under_test_has_the_same_time(StateMachineHarness harness, @Injected Clock clock) {
        harness.mock("Fetch").accepts();
        Execution execution = harness.start("{\"parcels\": []}");
        Carrier carrier = new Carrier(clock);
        assertThat(carrier.isOpen()).isTrue();

        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(execution).isWaitingForTaskToken("Fetch");
        assertThat(carrier.isOpen()).isFalse();
    }
    // end::clock[]
}
