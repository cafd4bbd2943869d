package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.mock.MockException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a harness says to who asks it for what it cannot do. */
class HarnessMisuseTest {
    private static final StateMachine WAIT = StateMachine.parse("wait.asl.json", """
            {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}""");

    @Test
    void an_execution_of_another_harness_is_refused_by_all_that_would_move_its_clock() {
        Execution other = StateMachineHarness.create(WAIT).start();

        refuses(other, StateMachineHarness::runToEnd);
        refuses(other, StateMachineHarness::runUntil);
        refuses(other, StateMachineHarness::redrive);
        refuses(other, (harness, execution) -> harness.stop(execution, null, null));
        assertThat(other.elapsed()).isEqualTo(Duration.ZERO);
    }

    private static void refuses(Execution execution, BiConsumer<StateMachineHarness, Execution> call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(StateMachineHarness.create(WAIT), execution))
                .withMessage("The execution " + execution.name()
                        + " of wait is not one of this harness: it has a clock of its"
                        + " own. Ask the harness that started it.");
    }

    @ParameterizedTest
    @MethodSource("whatSkipsTime")
    void time_cannot_be_skipped_in_the_answer_to_a_call(Consumer<StateMachineHarness> skip) {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("task.asl.json", """
                {"StartAt": "Task", "States": {"Task": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "f"}, "TimeoutSeconds": 60, "End": true}}}"""));
        harness.add(WAIT);
        harness.mock("Task").answers(call -> {
            skip.accept(harness);
            return Map.of();
        });

        assertThatThrownBy(harness::run)
                .isInstanceOf(MockException.class)
                .hasMessageContaining(
                        "threw: java.lang.IllegalStateException: Time cannot be skipped while a call is answered.\n")
                .cause()
                .hasMessage("""
                        Time cannot be skipped while a call is answered.

                        Let the mock say when the call is answered (returnsAfter, callbackSucceedsAfter), start an execution with start(...)
                        and let the test run it to its end, or move the clock in the test.""");
        assertThat(harness.clock().elapsed()).isEqualTo(Duration.ZERO);
    }

    static Stream<Consumer<StateMachineHarness>> whatSkipsTime() {
        return Stream.of(
                harness -> harness.clock().advanceBy(Duration.ofSeconds(1)),
                harness -> harness.clock().advanceTo(harness.clock().instant()),
                harness -> harness.clock().advanceToNextEvent(),
                StateMachineHarness::run,
                harness -> harness.runNamed("other", "{}"),
                StateMachineHarness::runAllToEnd,
                harness -> harness.runToEnd(harness.executions().get(0)),
                harness -> harness.runUntil(harness.executions().get(0)).stateEntered("Task"));
    }

    @Test
    void what_an_answer_starts_stops_or_reports_happens_after_the_step_at_hand() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("task.asl.json", """
                {"StartAt": "Task", "States": {"Task": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "f"}, "End": true}}}"""));
        harness.add(WAIT);
        harness.mock("Task").answers(call -> {
            Execution started = harness.startExecution("wait", "started", "{}");
            harness.stop(harness.startExecution("wait", "stopped", "{}"), "Enough", null);
            return Map.of("started", started.history().events().size());
        });

        harness.run();

        assertThat(harness.runAllToEnd()).isEmpty();
        assertThat(harness.executions().stream().map(it -> it.status().name()))
                .containsExactly("SUCCEEDED", "SUCCEEDED", "ABORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901a"})
    void an_account_has_twelve_digits(String account) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HarnessOptions.defaults().withAccount(account))
                .withMessage(
                        "account \"" + account + "\" is not an account: write twelve digits, such as 123456789012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frankfurt", "eu-central", "EU-CENTRAL-1"})
    void a_region_has_the_form_of_one(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HarnessOptions.defaults().withRegion(region))
                .withMessage("region \"" + region + "\" is not a region: write one such as eu-central-1");
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, aws", "cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void a_region_has_its_partition(String region, String partition) {
        HarnessOptions options = HarnessOptions.defaults().withRegion(region);

        assertThat(StateMachineHarness.create(WAIT, options).start().arn())
                .startsWith("arn:" + partition + ":states:" + region + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b"})
    void a_machine_cannot_have_a_name_that_the_service_refuses(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> WAIT.withName(name));
        assertThatIllegalArgumentException().isThrownBy(() -> WAIT.withName("x".repeat(81)));
    }
}
