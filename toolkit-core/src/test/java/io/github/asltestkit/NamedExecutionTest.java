package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.StepFunctionsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Executions with a name of their own, and all executions of a harness at once. */
class NamedExecutionTest {
    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("name.asl.json", """
            {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 60, "Next": "Name"},
              "Name": {"Type": "Pass", "End": true, "Parameters": {"key.$": "$$.Execution.Name"}}}}"""));

    @Test
    void an_execution_has_the_name_that_it_is_given() {
        Execution execution = harness.runNamed("order-7", Map.of("order", 7));

        assertThat(execution.output()).hasToString("{\"key\":\"order-7\"}");
        assertThat(execution.input()).hasToString("{\"order\":7}");
        assertThat(harness.startNamed("order-8", "{}").name()).isEqualTo("order-8");
    }

    @Test
    void a_name_is_refused_as_StartExecution_refuses_it() {
        harness.runNamed("order-7", "{}");

        assertThatThrownBy(() -> harness.runNamed("order-7", "{\"other\": 1}"))
                .isInstanceOf(StepFunctionsException.class)
                .hasMessageContaining("Execution Already Exists");
        assertThatThrownBy(() -> harness.runNamed("a b", "{}")).isInstanceOf(StepFunctionsException.class);
    }

    @Test
    void all_executions_are_run_to_their_end() {
        harness.startNamed("one", "{}");
        harness.startNamed("two", "{}");

        assertThat(harness.runAllToEnd()).isEmpty();
        assertThat(harness.executions()).extracting(Execution::status).containsOnly(ExecutionStatus.SUCCEEDED);
    }
}
