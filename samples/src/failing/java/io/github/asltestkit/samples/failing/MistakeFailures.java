package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** Mistakes of a first week: each message says what to do. */
@StateMachineTest("order.asl.json")
class MistakeFailures {

    @Test
    void a_text_parameter_without_an_annotation(String input) {}

    @Test
    void a_mock_that_is_not_json(StateMachineHarness harness) {
        harness.mock("ChargeCard").returns("{\"receipt\": r-1}");
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void an_input_that_is_not_json(StateMachineHarness harness) {
        harness.run("{\"order\": 7,}");
    }

    @Test
    @StateMachineTest("ordr.asl.json")
    void a_wrong_name_of_a_file(StateMachineHarness harness) {}

    @Test
    @StateMachineTest("broken/ordr/none.asl.json")
    void a_wrong_name_of_a_file_without_a_near_one(StateMachineHarness harness) {}

    @Test
    void unused_mocks_beside_a_failure(StateMachineHarness harness) {
        harness.mockLambda("charge-crad").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ChargeCard").fails("Bank.Broken", "no");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
        assertThat(harness.run("{\"order\": 7, \"total\": 9}")).hasSucceeded();
    }
}
