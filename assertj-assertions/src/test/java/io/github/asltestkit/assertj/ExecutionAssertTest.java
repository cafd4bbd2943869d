package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionHistory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionAssertTest {

    @Test
    void an_execution_that_succeeded_after_a_retry() {
        Execution execution = Samples.succeeded();
        assertThat(execution)
                .hasSucceeded()
                .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer")
                .tookPathInOrder("ValidateOrder", "ShipOrder")
                .tookPathMatching(".*ChargeCard -> Ship.*")
                .visited("ChargeCard", "ShipOrder")
                .neverVisited("RefundOrder")
                .visitedTimes("ChargeCard", 1)
                .hasRunFor(Duration.ofSeconds(1));
        assertThat(execution)
                .state("ChargeCard")
                .wasAttempted(2)
                .leadsTo("ShipOrder")
                .hasInput("{\"order\": 7}")
                .hasOutput(Map.of("charged", true, "sum", 12))
                .lasted(Duration.ofSeconds(1))
                .at(0)
                .failedWith("Payment.Declined", "try again")
                .waitedBeforeRetry(Duration.ofSeconds(1))
                .parameters()
                .node("/FunctionName")
                .isEqualTo("charge-card")
                .and()
                .at(1)
                .hasSucceeded()
                .returnToExecution()
                .hasSucceeded();
        assertThat(execution).output().node("/charged").isEqualTo(true);
        assertThat(execution).output().jsonPath("$.sum").isEqualTo(12);
        assertThat(execution)
                .output()
                .isEqualTo("{\"sum\": 12, \"charged\": true}")
                .hasNoNode("/refund");
        assertThat(execution).input().node("/order").isEqualTo(7).and().hasSucceeded();
        assertThat(execution).calls().hasSize(2);
    }

    @Test
    void an_execution_whose_error_was_caught() {
        assertThat(Samples.failed())
                .hasFailed()
                .failedWith("Order.Failed", "no money")
                .state("ChargeCard")
                .wasAttempted(3)
                .failedWith("Payment.Declined")
                .wasCaughtBy("RefundOrder")
                .leadsTo("RefundOrder");
    }

    @Test
    void an_execution_that_waits_for_its_task_token() {
        assertThat(Samples.waiting())
                .isRunning()
                .isWaitingForTaskToken("Push to SQS")
                .hasRunFor(Duration.ofMinutes(9));
    }

    @Test
    void a_missed_heartbeat() {
        assertThat(Samples.silent())
                .failedWith("States.Timeout")
                .hasRunFor(Duration.ofMinutes(10))
                .state("Push to SQS")
                .timedOut()
                .missedHeartbeat()
                .hasFailed();
    }

    @Test
    void branches_and_items_are_told_apart_though_they_interleave() {
        Execution execution = Samples.nested();
        assertThat(execution).tookPath("Each", "Decide", "Done").visitedTimes("Call", 2);
        assertThat(execution)
                .state("Each")
                .hasBranches(2)
                .item(1)
                .tookPath("Both")
                .hasSucceeded()
                .state("Both")
                .branch(0)
                .tookPath("Wait", "After")
                .returnToState()
                .branch(1)
                .tookPath("Call")
                .returnToExecution()
                .state("Each[0]/Both[0]/Wait")
                .lasted(Duration.ofSeconds(5));
        assertThat(execution).state("Each").assigned("count").isEqualTo(2);
    }

    @Test
    void a_stopped_execution() {
        StateMachineHarness harness = Samples.harness("callback.asl.json", Samples.CALLBACK);
        harness.mock("Push to SQS").accepts();
        Execution execution = harness.start("{}");
        harness.stop(execution, "Stopped", "by hand");
        assertThat(execution).isAborted().state("Push to SQS").wasAborted();
    }

    @Test
    void the_same_on_a_history_that_was_written_and_read() {
        ExecutionHistory history =
                ExecutionHistory.parse(Samples.failed().history().toJson());
        assertThat(history)
                .failedWith("Order.Failed", "no money")
                .tookPath("ValidateOrder", "ChargeCard", "RefundOrder", "OrderFailed")
                .hasRunFor(Duration.ofSeconds(3))
                .state("ChargeCard")
                .wasAttempted(3)
                .wasCaughtBy("RefundOrder");
    }

    @Test
    void soft_assertions_report_all_that_fails() {
        AslSoftAssertions softly = new AslSoftAssertions();
        softly.assertThat(Samples.succeeded()).hasFailed().visited("ChargeCard").visited("Nowhere");
        AslAssertions.assertThat(softly.errorsCollected()).hasSize(2);
    }
}
