package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The hooks of a framework without Jupiter, called as that framework would. */
class WithoutJupiterTest {
    private final HooksOfCucumber hooks = new HooksOfCucumber();

    @Test
    void a_scenario_has_a_harness() {
        hooks.before("order.feature", "a declined card");
        hooks.harness().mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(hooks.harness().run("{\"order\": 7, \"total\": 12}")).failedWith("Payment.Declined");

        hooks.after(false);
    }

    @Test
    void a_mock_that_was_never_called_fails_the_scenario() {
        hooks.before("order.feature", "nothing is ordered");
        hooks.harness().mockLambda("charge-card").returns("{}");

        assertThatThrownBy(() -> hooks.after(false)).hasMessageStartingWith("A mocked response was never used.");
    }
}
