package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** State transitions billed, and virtual time. */
class MoneyAndTimeTest {

    @Test
    void each_state_entered_and_each_retry_is_billed() {
        assertThat(Samples.succeeded()).hasBilledStateTransitions(4 + 1);
        assertThat(Samples.failed()).hasBilledStateTransitions(4 + 2);
        // Each, Decide and Done once; Both, Wait, After and Call once for each of two items
        assertThat(Samples.nested()).hasBilledStateTransitions(3 + 2 * 4);
    }

    @Test
    void a_redrive_is_billed_and_so_is_what_it_runs_again() {
        StateMachineHarness harness = Samples.harness("callback.asl.json", Samples.CALLBACK);
        harness.mock("Push to SQS").fails("Sqs.Down", "later").thenCallbackSucceedsAfter(Duration.ZERO, "{}");
        Execution execution = harness.run();
        assertThat(execution).hasFailed().hasBilledStateTransitions(1);
        harness.redrive(execution);
        harness.runToEnd(execution);
        assertThat(execution).hasSucceeded().hasBilledStateTransitions(1 + 1 + 1);
        fails(() -> assertThat(execution).hasBilledStateTransitions(2), """
                Execution of callback.asl.json is not billed for the expected number of state transitions.

                  expected: 2
                   but was: 3

                  Push to SQS: 1 entered, 1 retried
                     redrives: 1

                  why: a state transition is each state that was entered, each retry, and each redrive""");
    }

    @Test
    void another_number_of_state_transitions() {
        fails(() -> assertThat(Samples.failed()).hasBilledStateTransitions(4), """
                Execution of order.asl.json is not billed for the expected number of state transitions.

                  expected: 4
                   but was: 6

                  ValidateOrder: 1 entered
                     ChargeCard: 1 entered, 2 retried
                    RefundOrder: 1 entered
                    OrderFailed: 1 entered

                  why: a state transition is each state that was entered, each retry, and each redrive""");
    }

    @Test
    void an_express_workflow_is_not_billed_by_state_transitions() {
        StateMachine machine = StateMachine.parse(
                        "quick.asl.json", "{\"StartAt\": \"Go\", \"States\": {\"Go\": {\"Type\": \"Succeed\"}}}")
                .withType(StateMachineType.EXPRESS);
        Execution execution = StateMachineHarness.create(machine).run();
        fails(() -> assertThat(execution).hasBilledStateTransitions(1), """
                Execution of quick.asl.json is not billed by state transitions: its state machine is EXPRESS.

                  expected: 1 state transition
                   but was: billed by requests, duration and memory""");
    }

    @Test
    void time_goes_on_as_assertj_does_with_durations() {
        assertThat(Samples.failed()).elapsed().isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(Samples.failed()).state("ChargeCard").duration().hasSeconds(3);
        assertThat(Samples.nested()).hasSpentIn("Wait", Duration.ofSeconds(10)).hasSpentIn("Call", Duration.ZERO);
    }

    @Test
    void more_time_in_a_state_over_all_its_stays() {
        fails(() -> assertThat(Samples.nested()).hasSpentIn("Wait", Duration.ofSeconds(5)), """
                Execution of nested.asl.json spent 5s more in Wait than expected, in virtual time.

                  expected: 5s
                   but was: 10s

                  entry 1: +0s Each[0]/Both[0]/Wait for 5s
                  entry 2: +0s Each[1]/Both[0]/Wait for 5s

                  at: nested.asl.json:13:54  /States/Each/ItemProcessor/States/Both/Branches/0/States/Wait""");
    }

    @Test
    void the_duration_of_a_stay_that_has_not_ended() {
        fails(() -> assertThat(Samples.waiting()).state("Push to SQS").duration(), """
                Push to SQS has not ended.

                  expected: an end
                   but was: entered at +0s

                  why: Push to SQS waits for its task token (entered at +0s)
                   at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void assertj_says_what_the_duration_is_of() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        assertThat(Samples.failed()).as("order 7").elapsed().hasSeconds(4))
                .hasMessageStartingWith("[order 7: virtual time of the execution]");
    }
}
