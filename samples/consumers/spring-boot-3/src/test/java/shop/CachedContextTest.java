package shop;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.WithEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Another class that takes the context from Spring's cache. */
@SpringBootTest
@Import(StepFunctionsOfTheTest.class)
class CachedContextTest {
    @Autowired
    private Orders orders;

    @Test
    @WithEndpoint
    @StateMachineTest("order.asl.json")
    void the_client_follows_into_another_class(StateMachineHarness harness) {
        orders.place(7);

        assertThat(harness.executions()).hasSize(1);
    }

    @Test
    void without_an_endpoint_the_client_refuses() {
        assertThatThrownBy(() -> orders.place(7)).hasStackTraceContaining("No test with @WithEndpoint is running");
    }
}
