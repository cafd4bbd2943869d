package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A harness that is used after its test. */
class EndedTestTest {
    /** As a test class would keep it by mistake: in a static field. */
    static final List<Execution> KEPT = new ArrayList<>();

    static final List<StateMachineHarness> HARNESSES = new ArrayList<>();

    @StateMachineTest("pass.asl.json")
    static class KeepsItsHarness {
        @Test
        void first_test(StateMachineHarness harness) {
            HARNESSES.add(harness);
            KEPT.add(harness.run("{}"));
        }
    }

    @BeforeEach
    void run() {
        KEPT.clear();
        HARNESSES.clear();
        Runs.run(KeepsItsHarness.class);
    }

    @Test
    void what_would_go_on_is_refused_naming_the_test() {
        StateMachineHarness harness = HARNESSES.get(0);
        List<ThrowingCallable> uses = List.of(
                () -> harness.run("{}"),
                () -> harness.start("{}"),
                () -> harness.mock("Pass"),
                () -> harness.mockLambda("f"),
                () -> harness.mocks().mock("Pass"),
                () -> harness.add(StateMachine.parse(
                        "other", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":" + " \"Succeed\"}}}")),
                () -> harness.api().call("StopExecution", JsonNodeFactory.instance.objectNode()),
                harness::http,
                () -> harness.clock().advanceToNextEvent(),
                () -> harness.runUntil(KEPT.get(0)),
                () -> harness.stop(KEPT.get(0), null, null),
                () -> harness.sendTaskHeartbeat("token"),
                () -> harness.singleState("Pass"),
                harness::endpoint);

        assertThat(uses)
                .allSatisfy(use -> assertThatIllegalStateException()
                        .isThrownBy(use)
                        .withMessage("The harness of KeepsItsHarness.first_test was used after that test had ended.\n\n"
                                + "  Each test has a harness of its own: take it as a parameter of the test, or as an"
                                + " @Injected field that is not static."));
    }

    @Test
    void what_happened_can_be_read_on() {
        assertThat(KEPT.get(0).status()).hasToString("SUCCEEDED");
        assertThat(HARNESSES.get(0).executions()).isEqualTo(KEPT);
        assertThat(HARNESSES.get(0).calls()).isEmpty();
    }
}
