package shop;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class OrderTest {

    @Test
    void a_busy_bank_is_asked_again_after_two_seconds(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("AwaitParcel").callbackSucceedsAfter(Duration.ofMinutes(5), "{\"signedBy\": \"Kim\"}");

        Execution execution = harness.run("{\"order\": 7, \"total\": 129.90}");

        assertThat(execution)
                .hasSucceeded()
                .tookPath("ChargeCard", "AwaitParcel", "Delivered")
                .hasRunFor(Duration.ofMinutes(5).plusSeconds(2));
        assertThat(execution).state("ChargeCard").wasAttempted(2);
    }

    @Test
    void a_silent_courier_times_out_after_ten_minutes(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("AwaitParcel").accepts();

        Execution execution = harness.start("{\"order\": 7, \"total\": 129.90}");
        harness.clock().advanceBy(Duration.ofMinutes(9));
        assertThat(execution).isRunning().isWaitingForTaskToken("AwaitParcel");
        harness.clock().advanceBy(Duration.ofMinutes(1));

        assertThat(execution).failedWith("States.Timeout").hasRunFor(Duration.ofMinutes(10));
    }
}
