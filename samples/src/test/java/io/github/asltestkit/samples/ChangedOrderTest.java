package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.diff.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a change of the order's definition changes. */
class ChangedOrderTest {
    // tag::asserted[]
    private static void everythingWorks(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").lenient().returns("{\"MessageId\": \"m-1\"}");
    }

    @Test
    void the_change_touches_the_card_and_the_shipment_only() {
        BehaviourDiff diff = BehaviourDiff.between(
                        StateMachine.load("order.asl.json"), StateMachine.load("order-impatient.asl.json"))
                .answeredBy(ChangedOrderTest::everythingWorks)
                .withInput("an order", "{\"order\": 7, \"total\": 129.90}")
                .compare();

        assertThat(diff).differsOnlyIn("ChargeCard", "ShipOrder");
    }
    // end::asserted[]

    // tag::renamed[]
    @Test
    void a_state_that_was_renamed_and_production_as_it_was() {
        BehaviourDiff diff = BehaviourDiff.between(
                        StateMachine.load("order-impatient.asl.json"), StateMachine.load("order-renamed.asl.json"))
                .renamed("ChargeCard", "TakePayment")
                .withRecordings("src/test/resources/recordings/order")
                .compare();

        for (Difference difference : diff.differences()) {
            assertThat(difference.state()).isEqualTo("TakePayment");
        }
    }
    // end::renamed[]

    /** The page shows what a comparison prints. */
    @Test
    void the_page_shows_the_text() throws IOException {
        BehaviourDiff diff = BehaviourDiff.between(
                        StateMachine.load("order.asl.json"), StateMachine.load("order-impatient.asl.json"))
                .compare();

        assertThat(Files.readString(Path.of("../docs/behaviour-diff.md"))).contains("```\n" + diff + "```\n");
    }
}
