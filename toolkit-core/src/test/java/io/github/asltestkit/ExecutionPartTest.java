package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.report.Timeline;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A part of a state machine that is run alone. */
class ExecutionPartTest {
    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", """
            {"QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "charge", "Payload": "{% $states.input %}"},
                "Assign": {"receipt": "{% $states.result.Payload %}"},
                "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "refused", "Next": "Rest"}], "Next": "Rest"},
              "Rest": {"Type": "Wait", "Seconds": 3600, "Next": "Ship"},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "ship", "Payload": {"receipt": "{% $receipt %}"}},
                "Output": "{% $states.result.Payload %}", "Next": "Lines"},
              "Lines": {"Type": "Map", "Items": [1, 2], "End": true, "ItemProcessor": {
                "StartAt": "Line", "States": {"Line": {"Type": "Pass", "End": true}}}}}}"""));

    private static Iterable<String> path(Execution execution) {
        return ExecutionInspection.of(execution.history(), execution.definition())
                .path();
    }

    @Test
    void a_part_starts_at_a_state_with_its_input_and_variables() {
        harness.mockLambda("ship").answers(call -> call.payload());

        Execution execution = harness.part()
                .startingAt("Ship")
                .withVariable("receipt", "\"r-1\"")
                .stoppingAfter("Ship")
                .run("{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).hasToString("{\"receipt\":\"r-1\"}");
        assertThat(path(execution)).containsExactly("Ship");
    }

    @Test
    void a_part_goes_on_to_the_end_of_the_machine() {
        harness.mockLambda("ship").returns("\"s-1\"");

        Execution execution = harness.part()
                .startingAt("Rest")
                .withVariable("receipt", Map.of("id", 1))
                .run("{}");

        assertThat(path(execution)).containsExactly("Rest", "Ship", "Lines");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(harness.calls().list().get(0).call().payload()).hasToString("{\"receipt\":{\"id\":1}}");
    }

    @Test
    void a_part_stops_after_a_state_whose_error_was_caught() {
        harness.mockLambda("charge").fails("Card.Declined", "no");

        Execution execution = harness.part().stoppingAfter("Charge").run("{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).hasToString("\"refused\"");
        assertThat(execution.elapsed()).isZero();
    }

    @Test
    void a_part_can_be_started_and_moved_by_the_clock() {
        Execution execution =
                harness.part().startingAt("Rest").stoppingAfter("Rest").start("{}");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);

        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void the_history_and_the_timeline_of_a_part_say_that_it_is_one() {
        harness.mockLambda("ship").returns("\"s-1\"");
        Execution part =
                harness.part().startingAt("Ship").withVariable("receipt", 1).run("{}");
        harness.mockLambda("charge").returns("\"r-1\"");
        Execution whole = harness.part().run("{}");

        assertThat(part.history().toJson()).contains("\"aslTestkitPart\"", "from Ship, with variables receipt");
        assertThat(Timeline.of(part.history(), part.definition()).text())
                .startsWith("Execution of order.asl.json (a part alone, from Ship, with variables receipt): SUCCEEDED");
        assertThat(whole.history().toJson()).doesNotContain("aslTestkitPart");
        assertThat(ExecutionInspection.of(whole.history()).part()).isNull();
    }

    @Test
    void a_nested_state_and_one_that_is_not_there_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.part().startingAt("Line"))
                .withMessage(
                        "The state \"Line\" of order.asl.json is nested. A part begins and ends with a state at the top;"
                                + " harness.singleState(\"Line\") runs a nested one alone.\n\n"
                                + "  states at the top: Charge\n                     Rest\n                     Ship\n"
                                + "                     Lines\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.part().stoppingAfter("Shipp"))
                .withMessageContaining("order.asl.json has no state \"Shipp\".")
                .withMessageContaining("did you mean: Ship?");
    }
}
