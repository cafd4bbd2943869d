package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.mutation.MutantStatus;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What the failure of a test says of the mutant that it was run with. */
class MutantFailureTest {
    private static final StateMachine LOOP = StateMachine.parse("loop.asl.json", """
            {"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [
              {"Variable": "$.n", "NumericEquals": 1, "Next": "A"}], "Default": "B"}, "B": {"Type": "Succeed"}}}""");

    private static final StateMachine TASK = StateMachine.parse("task.asl.json", """
            {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "f"}, "End": true}}}""");

    private static MutantStatus status(Throwable failure) {
        return MutantFailure.verdict(failure).status();
    }

    private static <T extends Throwable> T thrownBy(T failure, String... classes) {
        StackTraceElement[] trace = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            trace[i] = new StackTraceElement(classes[i], "method", null, 1);
        }
        failure.setStackTrace(trace);
        return failure;
    }

    @Test
    void an_assertion_notices_it_and_its_first_line_says_why() {
        assertThat(MutantFailure.verdict(new AssertionFailedError("\nIt failed.\n\n  why: ...")))
                .satisfies(verdict -> {
                    assertThat(verdict.status()).isEqualTo(MutantStatus.KILLED);
                    assertThat(verdict.reason()).isEqualTo("It failed.");
                });
    }

    @Test
    void a_call_that_nobody_mocked_notices_it() {
        Throwable unmocked =
                catchThrowable(() -> StateMachineHarness.create(TASK).run("{}"));

        assertThat(status(unmocked)).isEqualTo(MutantStatus.KILLED);
        assertThat(MutantFailure.verdict(unmocked).reason()).startsWith("UnmockedCallException: No mocked response");
    }

    @Test
    void the_step_limit_is_a_timeout() {
        Throwable endless = catchThrowable(() -> StateMachineHarness.create(LOOP.withType(StateMachineType.EXPRESS))
                .run("{\"n\": 1}"));

        assertThat(status(endless)).isEqualTo(MutantStatus.TIMEOUT);
    }

    @Test
    void an_accident_of_the_toolkit_is_no_kill() {
        assertThat(status(thrownBy(
                        new NullPointerException(), "java.util.Objects", "io.github.asltestkit.internal.program.Step")))
                .isEqualTo(MutantStatus.TOOLKIT_ERROR);
        assertThat(status(thrownBy(
                        new ClassCastException(),
                        "com.fasterxml.jackson.databind.JsonNode",
                        "io.github.asltestkit.internal.json.JsonText",
                        "shop.OrderTest")))
                .isEqualTo(MutantStatus.TOOLKIT_ERROR);
        assertThat(status(thrownBy(
                        new IllegalStateException("assumption"), "io.github.asltestkit.internal.execution.Engine")))
                .isEqualTo(MutantStatus.TOOLKIT_ERROR);
        assertThat(status(thrownBy(new StackOverflowError(), "io.github.asltestkit.internal.parse.StateReader")))
                .isEqualTo(MutantStatus.TOOLKIT_ERROR);
    }

    @Test
    void an_accident_of_the_test_notices_it() {
        assertThat(status(thrownBy(
                        new NullPointerException("key"),
                        "java.util.TreeMap",
                        "io.github.asltestkit.s3.Bucket",
                        "shop.ImportTest",
                        "io.github.asltestkit.internal.execution.Engine")))
                .isEqualTo(MutantStatus.KILLED);
        assertThat(status(thrownBy(
                        new NullPointerException(),
                        "shop.OrderTest",
                        "io.github.asltestkit.internal.execution.Engine")))
                .isEqualTo(MutantStatus.KILLED);
        assertThat(status(thrownBy(
                        new IllegalStateException("misuse"), "io.github.asltestkit.LiveExecution", "shop.OrderTest")))
                .isEqualTo(MutantStatus.KILLED);
        assertThat(status(thrownBy(new ArithmeticException(), "java.math.BigDecimal", "shop.OrderTest")))
                .isEqualTo(MutantStatus.KILLED);
    }

    @Test
    void what_an_answer_of_the_test_throws_notices_it() {
        StateMachineHarness harness = StateMachineHarness.create(TASK);
        harness.mock("A").answers(call -> {
            throw new UnsupportedOperationException("the test's own");
        });

        Throwable thrown = catchThrowable(() -> harness.run("{}"));

        assertThat(status(thrown)).isEqualTo(MutantStatus.KILLED);
    }
}
