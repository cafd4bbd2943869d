package io.github.asltestkit.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.DataFlow;
import org.junit.jupiter.api.Test;

/** What is known of each attempt, and of what a state saw before it. */
class AttemptStepsTest {

    private static ExecutionInspection inspect(String states, String input, String... errors) {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("steps.asl.json", "{\"StartAt\": \"A\", \"States\": {" + states + "}}"));
        if (errors.length > 0) {
            harness.mockLambda("f").fails(errors[0], "one").thenReturns("{\"n\": 2}");
        }
        Execution execution = harness.run(input);
        return ExecutionInspection.of(
                execution.history(), execution.definition(), execution.dataFlow(), execution.notes());
    }

    @Test
    void each_attempt_has_its_own_steps() {
        ExecutionInspection inspection = inspect("""
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Parameters": {"FunctionName": "f", "Payload": {"retries.$": "$$.State.RetryCount"}},
                  "Retry": [{"ErrorEquals": ["Busy"]}]}""", "{}", "Busy");
        DataFlow flow = inspection.dataFlow();
        long entered = inspection.visits().get(0).enteredEventId();

        assertThat(flow.of(entered, 1)
                        .get("afterParameters")
                        .at("/Payload/retries")
                        .intValue())
                .isZero();
        assertThat(flow.of(entered, 1)).doesNotContainKey("result");
        assertThat(flow.of(entered, 2)
                        .get("afterParameters")
                        .at("/Payload/retries")
                        .intValue())
                .isEqualTo(1);
        assertThat(flow.of(entered)).isEqualTo(flow.of(entered, 2)).containsKey("result");
        assertThat(flow.of(entered, 3)).isEmpty();
        assertThat(flow.of(entered + 1)).isEmpty();
    }

    @Test
    void the_variables_that_a_state_sees_are_those_before_it() {
        ExecutionInspection inspection = inspect("""
                "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "B"},
                "B": {"Type": "Pass", "Assign": {"x": 2, "y": 3}, "End": true}""", "{}");

        assertThat(inspection.visits().get(0).seenVariables()).isEmpty();
        assertThat(inspection.visits().get(1).seenVariables().toString()).isEqualTo("{x=1}");
        assertThat(inspection.visits().get(1).variables().toString()).isEqualTo("{x=2, y=3}");
    }

    @Test
    void a_fail_state_with_a_literal_error_has_the_cause_that_its_path_gave() {
        ExecutionInspection inspection = inspect("""
                "A": {"Type": "Fail", "Error": "Order.Refused", "CausePath": "$.why"}""", "{\"why\": \"no funds\"}");

        assertThat(inspection.visits().get(0).error()).isEqualTo("Order.Refused");
        assertThat(inspection.visits().get(0).cause()).isEqualTo("no funds");
    }
}
