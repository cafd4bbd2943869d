package shop;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.StateMachineTestSupport;
import io.github.asltestkit.junit.WithEndpoint;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

// tag::test[]
@MicronautTest
@StateMachineTest("order.asl.json")
@WithEndpoint
class OrdersTest {
    /** Made before the first test. Each request goes to the endpoint of the test that is running. */
    @Factory
    static class StepFunctionsOfTheTest {
        @Singleton
        @Replaces(SfnClient.class)
        SfnClient stepFunctions() {
            return AwsClients.connect(SfnClient.builder(), StateMachineTestSupport::runningEndpoint).build();
        }
    }

    @Inject
    Orders orders;

    @Test
    void an_order_is_charged_after_an_hour(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        orders.place(7);
        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(harness.executions().get(0)).hasSucceeded().hasRunFor(Duration.ofHours(1));
    }
    // end::test[]

    @Nested
    class OfAnother {
        @Test
        void the_context_is_the_same_and_the_endpoint_another(StateMachineHarness harness) {
            orders.place(8);

            assertThat(harness.executions()).hasSize(1);
        }
    }
}
