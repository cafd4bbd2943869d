package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an Express workflow can do, and for how long. */
class ExpressTest {

    private static StateMachine express(String definition) {
        return StateMachine.parse("e.asl.json", definition).withType(StateMachineType.EXPRESS);
    }

    @Test
    void an_execution_has_five_minutes() {
        StateMachineHarness harness = StateMachineHarness.create(express(
                "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 301, \"End\": true}}}"));

        Execution execution = harness.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_call_that_is_never_answered_is_given_up_with_the_execution() {
        StateMachineHarness harness = StateMachineHarness.create(express("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "End": true}}}"""));
        harness.mock("A").neverAnswers();

        assertThat(harness.run().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }

    @Test
    void its_executions_have_ARNs_of_their_own_and_no_redrives() {
        StateMachineHarness harness = StateMachineHarness.create(express("""
                {"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass",
                  "Output": "{% $states.context.Execution %}", "End": true}}}"""));

        Execution execution = harness.startExecution("e", "n", "{}");

        assertThat(execution.arn()).matches("arn:aws:states:us-east-1:123456789012:express:e:n:[0-9a-f-]{36}");
        assertThat(execution.output().has("RedriveCount")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "arn:aws:states:::batch:submitJob.sync;Express state machine does not support '.sync' service integration",
                "arn:aws:states:::states:startExecution.sync:2;Express state machine does not support '.sync' service"
                        + " integration",
                "arn:aws:states:::lambda:invoke.waitForTaskToken;Express state machine does not support"
                        + " '.waitForTaskToken' service integration ",
                "arn:${AWS::Partition}:states:::ecs:runTask.sync;Express state machine does not support '.sync' service"
                        + " integration",
                "arn:aws:states:us-east-1:123456789012:activity:a;Express state machine does not support Activity ARN"
            })
    void it_is_refused_what_takes_longer_than_a_request(String resource, String message) {
        String definition = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "TimeoutSeconds": 60, "Resource": "%s",
                  "Parameters": {"Token.$": "$$.Task.Token"}, "End": true}}}""".formatted(resource);

        assertThatThrownBy(() -> express(definition))
                .isInstanceOfSatisfying(InvalidDefinitionException.class, refused -> {
                    Diagnostic found = refused.diagnostics().get(0);
                    assertThat(found.message()).isEqualTo(message);
                    assertThat(found.location().pointer()).isEqualTo("/States/A/Resource");
                });
    }

    @Test
    void it_is_refused_a_distributed_Map() {
        assertThatThrownBy(() -> express("""
                {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}"""))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("Express state machine does not support 'DISTRIBUTED' Map state");
    }
}
