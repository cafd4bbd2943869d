package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Replay;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.ReplayTest;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.ReplayResult;
import io.github.asltestkit.replay.TestScript;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What production did goes on working: recorded executions, run again on the definition of today. */
@StateMachineTest("order.asl.json")
class RecordedOrderTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/recordings/order");

    // tag::folder[]
    @ReplayTest("recordings/order")
    void production_goes_on_as_it_did() {}
    // end::folder[]

    // tag::more[]
    @ReplayTest(value = "recordings/order", ignoring = "ChargeCard $.Payload.amount")
    void nobody_waits_longer_than_a_minute(ReplayResult replay) {
        assertThat(replay.replayed().visits("ChargeCard")).hasSize(1);
    }
    // end::more[]

    // tag::code[]
    @Test
    void a_state_was_renamed_since() {
        StateMachine today = StateMachine.load("order-renamed.asl.json");
        Recording recording = Recording.read(RECORDINGS.resolve("busy-bank.json"));

        Replay.of(today, recording).renamed("ChargeCard", "TakePayment").verify();
    }
    // end::code[]

    // tag::script[]
    @Test
    void a_recording_becomes_a_test_to_start_from() {
        Recording recording = Recording.read(RECORDINGS.resolve("busy-bank.json"));

        String source = TestScript.of(recording, "order.asl.json", "com.example", "BusyBankTest");

        assertThat(source)
                .contains("harness.mock(\"ChargeCard\")", ".fails(\"Bank.Busy\", \"try later\")", ".thenReturns(");
    }
    // end::script[]

    // tag::golden[]
    @Test
    void the_path_of_a_declined_order_was_approved(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}")).tookApprovedPath("declined");
    }
    // end::golden[]
}
