package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A state machine that runs another one, for real or mocked. */
@StateMachineTest("checkout.asl.json")
class NestedMachineTest {

    // tag::real[]
    @Test
    void the_payment_runs_on_the_same_clock(StateMachineHarness harness) {
        harness.add(StateMachine.load("payment.asl.json"));
        harness.mock("Ask the bank").callbackSucceedsAfter(Duration.ofMinutes(5), "{\"receipt\": \"r-1\"}");

        Execution checkout = harness.run("{\"amount\": 12}");

        assertThat(checkout).hasSucceeded().hasRunFor(Duration.ofMinutes(5));
        assertThat(checkout).output().isEqualTo("{\"receipt\": \"r-1\"}");
        Execution payment = harness.executions().get(1);
        assertThat(payment).hasSucceeded().input().node("/amount").isEqualTo(12);
    }
    // end::real[]

    // tag::abort[]
    @Test
    void a_payment_that_takes_too_long_is_stopped_with_its_checkout(StateMachineHarness harness) {
        harness.add(StateMachine.load("payment.asl.json"));
        harness.mock("Ask the bank").accepts();

        Execution checkout = harness.run("{\"amount\": 12}");

        assertThat(checkout).failedWith("States.Timeout").hasRunFor(Duration.ofHours(1));
        assertThat(harness.executions().get(1)).isAborted();
    }
    // end::abort[]

    // tag::runs-on[]
    @Test
    void a_payment_runs_on_when_its_checkout_may_not_stop_it(StateMachineHarness harness) {
        harness.add(StateMachine.load("payment.asl.json"));
        harness.mock("Ask the bank").callbackSucceedsAfter(Duration.ofHours(2), "{\"receipt\": \"r-1\"}");
        harness.mock("Pay").runsForReal().whoseCancelFails("not authorized to perform: states:StopExecution");

        Execution checkout = harness.run("{\"amount\": 12}");

        assertThat(checkout).failedWith("States.Timeout").hasRunFor(Duration.ofHours(1));
        assertThat(checkout).call("Pay").couldNotBeCancelled("not authorized to perform: states:StopExecution");
        assertThat(harness.runToEnd(harness.executions().get(1))).hasSucceeded();
    }
    // end::runs-on[]

    // tag::mocked[]
    @Test
    void or_the_payment_is_mocked_like_any_call(StateMachineHarness harness) {
        harness.mock("Pay").jobFailsAfter(Duration.ofSeconds(3), "States.TaskFailed", "{\"Status\": \"FAILED\"}");

        assertThat(harness.run("{\"amount\": 12}")).failedWith("NotPaid");
    }
    // end::mocked[]
}
