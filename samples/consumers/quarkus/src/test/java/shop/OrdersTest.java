package shop;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.Injected;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.WithEndpoint;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// tag::test[]
@QuarkusTest
@StateMachineTest("order.asl.json")
@WithEndpoint
class OrdersTest {
    @Inject
    Orders orders;

    @Injected
    StateMachineHarness harness;

    @Test
    void an_order_is_charged_after_an_hour() {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        orders.place(7);
        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(harness.executions().get(0)).hasSucceeded().hasRunFor(Duration.ofHours(1));
    }
    // end::test[]

    @Test
    void the_application_is_the_same_and_the_endpoint_another(StateMachineHarness same) {
        orders.place(8);

        assertThat(same.executions()).hasSize(1);
    }
}
