package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Soft assertions go on, wherever in a chain something failed. */
class AslSoftAssertionsTest {
    private final AslSoftAssertions softly = new AslSoftAssertions();

    private void collected(int number) {
        assertThat(softly.errorsCollected()).hasSize(number);
    }

    @Test
    void what_a_chain_leads_to_fails_softly_too() {
        softly.assertThat(Samples.failed())
                .hasSucceeded()
                .state("ChargeCard")
                .wasAttempted(2)
                .wasCaughtBy("RefundOrder")
                .at(0)
                .failedWith("Other")
                .waitedBeforeRetry(Duration.ofSeconds(1))
                .parameters()
                .node("/FunctionName")
                .isEqualTo("other")
                .and()
                .returnToExecution()
                .neverVisited("OrderFailed");
        collected(5);
    }

    @Test
    void a_chain_that_leads_nowhere_fails_once_and_goes_on_where_it_came_from() {
        softly.assertThat(Samples.succeeded())
                .state("Nowhere")
                .wasAttempted(2)
                .hasInput("{}")
                .satisfies(visit -> assertThat(visit.name()).isEmpty())
                .at(3)
                .failedWith("Other", "cause")
                .parameters()
                .node("/x")
                .isEqualTo(1)
                .and()
                .returnToState()
                .item(0)
                .tookPath("A")
                .state("B")
                .hasSucceeded()
                .returnToExecution()
                .hasFailed()
                .hasSucceeded();
        collected(2);
        assertThat(softly.errorsCollected().get(0)).hasMessageContaining("State Nowhere was expected to be entered");
    }

    @Test
    void assertions_of_assertj_at_the_end_of_a_chain_are_soft() {
        softly.assertThat(Samples.succeeded()).elapsed().hasSeconds(4).hasSeconds(1);
        softly.assertThat(Samples.succeeded()).state("ChargeCard").duration().hasSeconds(9);
        softly.assertThat(Samples.succeeded()).state("Nowhere").duration().hasSeconds(9);
        softly.assertThat(Samples.succeeded()).calls().hasSize(7);
        softly.assertThat(Samples.succeeded()).output().node("/sum").asNumber().isNegative();
        softly.assertThat(Samples.succeeded()).output().node("/sum").asText().startsWith("x");
        softly.assertThat(Samples.failed()).output().node("/sum").asText().startsWith("x");
        collected(7);
    }

    @Test
    void inherited_assertions_are_soft_and_descriptions_are_kept() {
        softly.assertThat(Samples.succeeded())
                .as("order 7")
                .satisfies(execution -> assertThat(execution.name()).isEmpty())
                .state("ChargeCard")
                .lasted(Duration.ZERO);
        assertThat(softly.errorsCollected())
                .hasSize(2)
                .last()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("[order 7] ChargeCard lasted");
    }

    @Test
    void every_entry_point_is_soft() {
        Execution execution = Samples.failed();
        ExecutionInspection inspection = ExecutionInspection.of(execution.history(), execution.definition());
        softly.assertThat(execution.history())
                .hasSucceeded()
                .ofDefinition(execution.definition())
                .isRunning();
        softly.assertThat(inspection.visits("ChargeCard").get(0))
                .wasAttempted(1)
                .returnToExecution()
                .failedWith("Order.Failed");
        softly.assertThat(inspection.visits("ChargeCard").get(0).attempts().get(0))
                .hasSucceeded();
        softly.assertThat(execution.calls().get(0)).wasMadeOnAttempt(3);
        softly.assertThat(Samples.waiting().pendingTasks().get(0)).isAttempt(2);
        softly.assertThat(execution.input()).isEqualTo(7);
        softly.assertThat(CoverageCounter.of(execution.definition()).coverage()).isComplete();
        softly.assertThatDiagnostics(() -> StateMachine.parse("x.asl.json", "{}"))
                .isEmpty();
        softly.assertThat(Samples.waiting()).pendingTask("Push to SQS").isDueAfter(Duration.ZERO);
        softly.assertThat(execution)
                .call("Nobody")
                .wasMadeOnAttempt(2)
                .returnToExecution()
                .isRunning();
        collected(12);
    }

    @Test
    void all_that_failed_is_reported_together() {
        assertThatThrownBy(() -> AslSoftAssertions.assertAslSoftly(soft -> {
                    soft.assertThat(Samples.succeeded()).hasFailed();
                    soft.assertThat(Samples.succeeded()).state("ChargeCard").wasAttempted(1);
                }))
                .hasMessageContaining("was expected to fail, but it succeeded")
                .hasMessageContaining("ChargeCard was not attempted as often as expected");
    }
}
