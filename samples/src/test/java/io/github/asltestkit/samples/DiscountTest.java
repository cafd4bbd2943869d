package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A JSONata state machine with variables, end to end. */
@StateMachineTest("discount.asl.json")
class DiscountTest {

    @BeforeEach
    void prices_are_in_euro(StateMachineHarness harness) {
        harness.mockLambda("price").lenient().returns("{\"currency\": \"EUR\"}");
    }

    // tag::large[]
    @Test
    void a_large_order_is_a_tenth_cheaper(StateMachineHarness harness) {
        Execution execution = harness.run("""
                {"items": [{"sku": "a", "price": 30, "quantity": 3}, {"sku": "b", "price": 15.5, "quantity": 1}]}""");

        assertThat(execution).hasSucceeded().tookPath("Read the basket", "Large order?", "Price");
        assertThat(execution).output().isEqualTo("{\"currency\": \"EUR\", \"amount\": 94.95}");
        assertThat(execution).state("Large order?").assigned("rate").isEqualTo(0.1);
    }
    // end::large[]

    @Test
    void a_small_order_costs_what_it_costs(StateMachineHarness harness) {
        Execution execution = harness.run("{\"items\": [{\"sku\": \"a\", \"price\": 30, \"quantity\": 3}]}");

        assertThat(execution).state("Large order?").assigned("rate").isEqualTo(0);
        assertThat(execution).output().node("/amount").isEqualTo(90);
    }

    // tag::error[]
    @Test
    void an_order_without_items_is_an_evaluation_error(StateMachineHarness harness) {
        Execution execution = harness.run("{\"items\": \"none\"}");

        assertThat(execution).hasFailed().failedWith("States.QueryEvaluationError");
        assertThat(execution.cause())
                .contains(
                        "The JSONata expression '$sum($states.input.items.(price * quantity))' specified for the field"
                                + " 'Assign/total' returned nothing (undefined).");
    }
    // end::error[]
}
