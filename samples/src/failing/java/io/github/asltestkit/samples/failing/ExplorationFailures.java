package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Explorations that are meant to find something: the order as it was before one of them mended it. */
@StateMachineTest("explore/keeps-the-money.asl.json")
class ExplorationFailures {
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    private static void everythingWorks(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
    }

    // tag::order[]
    @Test
    void money_for_nothing(StateMachineHarness harness) {
        everythingWorks(harness);

        assertThat(harness.explore(INPUT))
                .always(
                        "who paid has the goods or the money",
                        run -> run.calls().ofState("ChargeCard").succeeded() == 0
                                || run.hasSucceeded()
                                || run.visited("RefundOrder"));
    }
    // end::order[]

    @Test
    void a_sample_in_place_of_all_runs(StateMachineHarness harness) {
        everythingWorks(harness);

        assertThat(harness.explore(INPUT).failures(2).limit(30)).isComplete();
    }

    @Test
    void a_bound_of_zero(StateMachineHarness harness) {
        everythingWorks(harness);

        harness.explore(INPUT).failures(0);
    }

    @Test
    void an_input_that_is_no_json(StateMachineHarness harness) {
        everythingWorks(harness);

        harness.explore("{\"order\": 7");
    }

    @Test
    void a_call_that_nobody_mocked(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        assertThat(harness.explore(INPUT)).neverWaitsForTheQuota();
    }

    @Test
    void a_mock_with_a_state_of_its_own(StateMachineHarness harness) {
        List<String> charged = new ArrayList<>();
        harness.mockLambda("charge-card").answers(call -> {
            charged.add(call.payload().path("order").asText());
            return "{\"receipt\": \"r-1\"}";
        });

        harness.explore(INPUT);
    }
}
