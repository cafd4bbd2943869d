package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.SingleState;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests of one state that are meant to fail. */
@StateMachineTest("order.asl.json")
class OneStateFailures {

    private static SingleState charge(StateMachineHarness harness) {
        return harness.singleState("ChargeCard").withInput("{\"order\": 7, \"total\": 12}");
    }

    @Test
    void an_exhausted_retrier(StateMachineHarness harness) {
        assertThat(charge(harness).withError("Bank.Busy").withRetries(2).run()).retriesAfter(Duration.ofSeconds(8));
    }

    @Test
    void another_step_of_the_data_flow(StateMachineHarness harness) {
        assertThat(charge(harness)
                        .withResult("{\"Payload\": {\"receipt\": 1}}")
                        .run())
                .inspected("afterResultSelector")
                .isEqualTo("{\"receipt\": \"r-1\"}");
    }

    @Test
    void a_result_that_the_service_cannot_give() {
        SingleState.ofState("""
                        {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": true,
                         "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:s"}}""")
                .withResult("{\"executionArn\": \"arn\"}")
                .run();
    }

    @Test
    void a_task_that_nobody_answers(StateMachineHarness harness) {
        charge(harness).run();
    }

    @Test
    void a_state_that_is_not_there(StateMachineHarness harness) {
        harness.singleState("ChargeCart");
    }
}
