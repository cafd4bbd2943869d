package shop;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.WithEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

// tag::test[]
@SpringBootTest
@Import(StepFunctionsOfTheTest.class)
@StateMachineTest("order.asl.json")
@WithEndpoint
class OrdersTest {
    @Autowired
    private Orders orders;

    @Test
    void an_order_is_charged_after_an_hour(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        String arn = orders.place(7);
        harness.clock().advanceBy(Duration.ofHours(1));

        Execution execution = harness.executions().get(0);
        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofHours(1));
        assertThat(arn).isEqualTo(execution.arn());
    }
    // end::test[]

    @Test
    void the_context_is_the_same_and_the_endpoint_another(StateMachineHarness harness) {
        orders.place(8);

        assertThat(harness.executions()).hasSize(1);
        assertThat(harness.stateMachineArn()).isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:order");
    }

    // tag::constructor[]
    @Nested
    class WithAConstructor {
        private final Orders orders;
        private final StateMachineHarness harness;

        WithAConstructor(@Autowired Orders orders, StateMachineHarness harness) {
            this.orders = orders;
            this.harness = harness;
        }

        @Test
        void bean_and_harness_come_together() {
            orders.place(9);

            assertThat(harness.executions()).hasSize(1);
        }
    }
    // end::constructor[]
}
