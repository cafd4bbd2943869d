package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class JsonFailures {
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    @Test
    void a_number_where_a_string_was_expected(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": 5000}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run(INPUT)).output().node("/charge/receipt").isEqualTo("\"5000\"");
    }

    @Test
    void a_string_where_a_number_was_expected(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"5000\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run(INPUT)).output().node("/charge/receipt").isEqualTo("5000");
    }

    @Test
    void a_condition_on_a_string_that_is_a_number(StateMachineHarness harness) {
        harness.mockLambda("charge-card").withParameter("$.order", "\"7\"").returns("{\"receipt\": \"r-1\"}");

        harness.run(INPUT);
    }

    record Claim(int amountInCents, List<String> parties) {}

    @Test
    void a_type_that_shares_no_field_with_the_call(StateMachineHarness harness) {
        harness.mock("ChargeCard").answers(Claim.class, claim -> "{}");

        harness.run(INPUT);
    }
}
