package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.junit.FurtherMachine;
import io.github.asltestkit.junit.Injected;
import io.github.asltestkit.junit.Input;
import io.github.asltestkit.junit.Machine;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A machine that runs another one, and annotations that ask for impossible things. */
@StateMachineTest("checkout.asl.json")
@FurtherMachine("payment.asl.json")
class MachineFailures {

    @Test
    void a_nested_execution_that_failed(StateMachineHarness harness) {
        harness.mock("Ask the bank").callbackFailsAfter(Duration.ofMinutes(5), "Declined", "no funds");

        assertThat(harness.run("{\"amount\": 12}")).hasSucceeded();
    }

    @Test
    void another_input_of_the_nested_execution(StateMachineHarness harness) {
        harness.mock("Ask the bank").callbackSucceedsAfter(Duration.ofMinutes(5), "{\"receipt\": \"r-1\"}");
        harness.run("{\"amount\": 12}");

        Execution payment = harness.executions().get(1);
        assertThat(payment).input().node("/amount").isEqualTo(13);
    }

    @Test
    void a_machine_that_nobody_named(@Machine("payments") StateMachine payments) {
        assertThat(payments).isNotNull();
    }

    @Test
    void a_parameter_of_another_type(@Injected Duration patience) {
        assertThat(patience).isPositive();
    }

    @Test
    @Input("{amount: 12}")
    void an_input_that_is_not_json(StateMachineHarness harness) {
        harness.run();
    }

    @Test
    @StateMachineTest(value = "checkout.asl.json", startInstant = "Christmas")
    void a_start_that_is_no_instant(StateMachineHarness harness) {
        harness.run("{\"amount\": 12}");
    }

    @Test
    @StateMachineTest(value = "callback.asl.json", type = StateMachineType.EXPRESS)
    void a_callback_in_an_express_workflow(StateMachineHarness harness) {
        harness.run("{\"order\": 7}");
    }

    @Test
    @StateMachineTest("discount.asl.json")
    void another_value_of_a_variable(StateMachineHarness harness) {
        harness.mock("Price").returns("{\"Payload\": {\"currency\": \"EUR\"}}");

        assertThat(harness.run("{\"items\": [{\"sku\": \"a\", \"price\": 30, \"quantity\": 4}]}"))
                .state("Large order?")
                .assigned("rate")
                .isEqualTo(0.2);
    }

    @Test
    @StateMachineTest("order.asl.json")
    void other_parameters_of_a_call(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run("{\"order\": 7, \"total\": 12}"))
                .call("ChargeCard")
                .parameters()
                .node("/Payload/amount")
                .isEqualTo(13);
    }
}
