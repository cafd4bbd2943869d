package io.github.asltestkit.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How branches end when one of them fails, which no event of the others tells. */
class BranchOutcomeTest {
    private static final String MACHINE = """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Quick", "States": {"Quick": {"Type": "Pass", "End": true}}},
              {"StartAt": "Halfway", "States": {"Halfway": {"Type": "Pass", "Next": "Long"},
                "Long": {"Type": "Wait", "Seconds": 60, "End": true}}},
              {"StartAt": "Soon", "States": {"Soon": {"Type": "Wait", "Seconds": 1, "Next": "Break"},
                "Break": {"Type": "Fail", "Error": "Broken"}}}]}}}""";

    private static List<VisitOutcome> outcomes(ExecutionInspection inspection) {
        return inspection.visits("Both").get(0).branches().stream()
                .map(Branch::outcome)
                .toList();
    }

    @Test
    void a_branch_that_had_come_to_its_end_succeeded_though_another_failed() {
        Execution execution = StateMachineHarness.create(StateMachine.parse("both.asl.json", MACHINE))
                .run("{}");

        assertThat(outcomes(ExecutionInspection.of(execution.history(), execution.definition())))
                .isEqualTo(outcomes(ExecutionInspection.of(execution.history())))
                .containsExactly(VisitOutcome.SUCCEEDED, VisitOutcome.ABORTED, VisitOutcome.FAILED);
    }

    @Test
    void a_branch_that_had_come_to_its_end_succeeded_though_the_execution_was_stopped() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("both.asl.json", MACHINE));
        Execution execution = harness.start("{}");

        harness.stop(execution, null, null);

        assertThat(outcomes(ExecutionInspection.of(execution.history(), execution.definition())))
                .containsExactly(VisitOutcome.SUCCEEDED, VisitOutcome.ABORTED, VisitOutcome.ABORTED);
    }
}
