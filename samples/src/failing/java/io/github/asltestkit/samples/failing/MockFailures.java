package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.MockConfig;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mocks that contradict their call, and calls that were not made. */
@StateMachineTest("order.asl.json")
class MockFailures {
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    @Test
    void a_part_of_the_parameters_differs(StateMachineHarness harness) {
        harness.mockLambda("charge-card")
                .named("small orders")
                .withParameters(Map.of("amount", 12))
                .returns("{\"receipt\": \"r-1\"}");

        harness.run(INPUT);
    }

    @Test
    void a_field_that_the_service_does_not_have(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MesageId\": \"m-1\"}");

        harness.run(INPUT);
    }

    @Test
    void a_job_that_is_none(StateMachineHarness harness) {
        harness.mockLambda("charge-card").jobNeverEnds();

        harness.run(INPUT);
    }

    @Test
    void a_mock_without_an_answer(StateMachineHarness harness) {
        harness.mockLambda("charge-card").onAttempt(1);

        harness.run(INPUT);
    }

    @Test
    void a_later_mock_took_the_calls(StateMachineHarness harness) {
        harness.mockLambda("charge-card").onAttempt(1).fails("Bank.Busy", "later");
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        harness.run(INPUT);
    }

    @Test
    void a_call_that_was_not_made(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");
        harness.run(INPUT);

        assertThat(harness.calls().ofLambda("charge-card").withParameter("$.order", 8))
                .wasMadeOnce();
    }

    @Test
    @MockConfig(value = "order-mocks.json", testCase = "BusyBnak")
    void a_test_case_that_the_file_does_not_have(StateMachineHarness harness) {
        harness.run(INPUT);
    }
}
