package io.github.asltestkit.samples.failing;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** A field that somebody forgot to annotate with {@code @Injected}. */
@StateMachineTest("order.asl.json")
class ForgottenFailures {
    private StateMachineHarness harness;

    @Test
    void a_field_without_an_annotation() {
        harness.run("{}");
    }
}
