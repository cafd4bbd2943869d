package io.github.asltestkit.samples.failing;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.Injected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nobody wrote {@code @StateMachineTest}. */
class UnannotatedFailures {
    @Test
    void a_harness_that_nobody_supplies(StateMachineHarness harness) {
        harness.run("{}");
    }

    @Test
    void another_one(StateMachineHarness harness) {
        harness.run("{}");
    }

    @Nested
    class WithAField {
        @Injected
        private StateMachineHarness harness;

        @Test
        void a_field_that_nobody_sets() {
            harness.run("{}");
        }
    }
}
