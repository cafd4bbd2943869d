package io.github.asltestkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.mutation.Operators;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which mistakes are made of a definition, which are left out, and where they are. */
class MutantsTest {

    private static final String TASK = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                    %s
                    "Next": "B"},
              "B": {"Type": "Pass", "Next": "C"},
              "C": {"Type": "Succeed"}}}""";

    private static StateMachine machine(String definition) {
        return StateMachine.parse("test.asl.json", definition);
    }

    private static StateMachine task(String fields) {
        return machine(TASK.formatted(fields));
    }

    private static List<String> ids(StateMachine machine) {
        return machine.mutants().all().stream().map(Mutant::id).toList();
    }

    private static List<String> ids(StateMachine machine, String operator) {
        return machine.mutants().all().stream()
                .filter(mutant -> mutant.operator().equals(operator))
                .map(Mutant::id)
                .toList();
    }

    private static final StateMachine CHOICE = machine("""
            {"StartAt": "Pick", "States": {
              "Pick": {"Type": "Choice", "Choices": [
                {"Variable": "$.n", "NumericLessThan": 3, "Next": "Few"},
                {"Variable": "$.kind", "StringEquals": "a", "Next": "Many"},
                {"Variable": "$.kind", "StringEquals": "b", "Next": "Few"},
                {"And": [{"Variable": "$.ok", "BooleanEquals": true},
                         {"Variable": "$.at", "TimestampGreaterThanEquals": "2024-01-01T00:00:00Z"}], "Next": "Many"},
                {"Not": {"Variable": "$.x", "IsPresent": true}, "Next": "Many"}],
                "Default": "Few"},
              "Few": {"Type": "Succeed"}, "Many": {"Type": "Succeed"}}}""");

    @Test
    void rules_are_negated_dropped_and_asked_the_other_way_round() {
        assertThat(ids(CHOICE, "RuleNegated"))
                .containsExactly(
                        "Pick: negate Choices[0]",
                        "Pick: negate Choices[1]",
                        "Pick: negate Choices[2]",
                        "Pick: negate Choices[3]",
                        "Pick: negate Choices[4]");
        assertThat(ids(CHOICE, "RuleDropped")).hasSize(5).contains("Pick: drop Choices[4]");
        assertThat(ids(CHOICE, "RulesSwapped"))
                .containsExactly(
                        "Pick: ask Choices[1] before Choices[0]",
                        "Pick: ask Choices[3] before Choices[2]",
                        "Pick: ask Choices[4] before Choices[3]");
        assertThat(CHOICE.mutants().equal())
                .containsEntry(
                        "Pick: ask Choices[2] before Choices[1]",
                        "the two rules compare the same variable with different values, and are never both true");
        assertThat(ids(CHOICE, "RuleJunction")).containsExactly("Pick: Or instead of And in Choices[3]");
        assertThat(ids(CHOICE, "DefaultDropped")).containsExactly("Pick: drop Default");
        assertThat(ids(CHOICE, "NextTarget"))
                .contains("Pick: Default Many instead of Few", "Pick: Next of Choices[0] Many instead of Few");
    }

    @Test
    void comparisons_move_by_their_boundary_and_have_other_constants() {
        assertThat(ids(CHOICE, "ComparisonBoundary"))
                .containsExactly(
                        "Pick: NumericLessThanEquals instead of NumericLessThan in Choices[0]",
                        "Pick: TimestampGreaterThan instead of TimestampGreaterThanEquals in Choices[3]");
        assertThat(ids(CHOICE, "ComparisonConstant"))
                .containsExactly(
                        "Pick: NumericLessThan 4 instead of 3 in Choices[0]",
                        "Pick: StringEquals a~ instead of a in Choices[1]",
                        "Pick: StringEquals b~ instead of b in Choices[2]",
                        "Pick: TimestampGreaterThanEquals 2024-01-01T00:00:01Z instead of 2024-01-01T00:00:00Z"
                                + " in Choices[3]");
    }

    @Test
    void a_negated_rule_leads_on_where_it_did_not() {
        String matchesNone = "{\"n\": 9, \"kind\": \"z\", \"ok\": false, \"x\": 1}";

        assertThat(path(CHOICE, "{\"n\": 1}")).containsExactly("Pick", "Few");
        assertThat(path(CHOICE, matchesNone)).containsExactly("Pick", "Few");
        assertThat(path(CHOICE.withMutant("Pick: negate Choices[4]"), matchesNone))
                .containsExactly("Pick", "Many");
    }

    private static List<String> path(StateMachine machine, String input) {
        Execution execution = run(machine, input);
        return ExecutionInspection.of(execution.history(), execution.definition(), execution.dataFlow())
                .path();
    }

    private static Execution run(StateMachine machine, String input) {
        return StateMachineHarness.create(machine).run(input);
    }

    @Test
    void retriers_are_dropped_and_each_of_their_numbers_is_another() {
        StateMachine machine = task("""
                "Retry": [{"ErrorEquals": ["X", "Y"], "IntervalSeconds": 5, "MaxAttempts": 4, "MaxDelaySeconds": 20},
                          {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1, "BackoffRate": 1.5, "JitterStrategy": "FULL"}],
                """);

        assertThat(ids(machine))
                .containsSubsequence(
                        "A: drop Retry[0]",
                        "A: drop Retry[1]",
                        "A: forget X in Retry[0]",
                        "A: forget Y in Retry[0]",
                        "A: MaxAttempts 5 instead of 4 in Retry[0]",
                        "A: MaxAttempts 2 instead of 1 in Retry[1]",
                        "A: MaxAttempts 3 instead of 4 in Retry[0]",
                        "A: IntervalSeconds 10 instead of 5 in Retry[0]",
                        "A: IntervalSeconds 2 instead of 1 in Retry[1]",
                        "A: BackoffRate 1 instead of 2 in Retry[0]",
                        "A: drop MaxDelaySeconds of Retry[0]",
                        "A: JitterStrategy FULL instead of NONE in Retry[0]",
                        "A: JitterStrategy NONE instead of FULL in Retry[1]")
                .doesNotContain("A: MaxAttempts 0 instead of 1 in Retry[1]");
        assertThat(machine.mutants().equal())
                .containsEntry(
                        "A: BackoffRate 1 instead of 1.5 in Retry[1]",
                        "the interval grows with the second retry, and there is no second one");
    }

    @Test
    void a_retrier_that_never_retries_matters_only_before_another() {
        StateMachine machine = task("""
                "Retry": [{"ErrorEquals": ["X"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"], "MaxAttempts": 0}],
                """);

        assertThat(ids(machine, "RetrierDropped")).containsExactly("A: drop Retry[0]");
        assertThat(machine.mutants().equal())
                .containsKeys(
                        "A: drop Retry[1]",
                        "A: IntervalSeconds 2 instead of 1 in Retry[0]",
                        "A: BackoffRate 1 instead of 2 in Retry[0]",
                        "A: JitterStrategy FULL instead of NONE in Retry[1]");
    }

    @Test
    void a_bound_on_the_delay_that_no_interval_reaches_makes_no_difference() {
        StateMachine machine = task("""
                "Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 5, "MaxAttempts": 3, "MaxDelaySeconds": 20}],
                """);

        assertThat(machine.mutants().equal())
                .containsEntry(
                        "A: drop MaxDelaySeconds of Retry[0]",
                        "no interval of the Retrier is longer than MaxDelaySeconds");
    }

    @Test
    void a_catcher_makes_no_difference_if_a_later_one_does_the_same_for_its_errors() {
        StateMachine machine = machine("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                        "Catch": [{"ErrorEquals": ["X", "Y"], "ResultPath": "$.e", "Next": "C"},
                                  {"ErrorEquals": ["Y", "Z"], "ResultPath": "$.e", "Next": "C"},
                                  {"ErrorEquals": ["Q"], "ResultPath": "$.other", "Next": "C"},
                                  {"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "C"}],
                        "Next": "C"},
                  "C": {"Type": "Succeed"}}}""");

        assertThat(ids(machine, "CatcherDropped"))
                .containsExactly("A: drop Catch[0]", "A: drop Catch[1]", "A: drop Catch[2]", "A: drop Catch[3]");
        assertThat(ids(machine, "ErrorForgotten"))
                .containsExactly("A: forget X in Catch[0]", "A: forget Y in Catch[1]", "A: forget Z in Catch[1]");
        assertThat(machine.mutants().equal())
                .containsEntry(
                        "A: forget Y in Catch[0]",
                        "a later Catcher catches the same errors, leads to the same state and does the same on the way");
    }

    @Test
    void a_catcher_makes_no_difference_before_one_that_catches_all_to_the_same_state() {
        StateMachine machine = machine("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                        "Catch": [{"ErrorEquals": ["X", "Y"], "Next": "C"}, {"ErrorEquals": ["States.ALL"], "Next": "C"}],
                        "Next": "C"},
                  "C": {"Type": "Succeed"}}}""");

        assertThat(ids(machine, "CatcherDropped")).containsExactly("A: drop Catch[1]");
        assertThat(ids(machine, "ErrorForgotten")).isEmpty();
    }

    @Test
    void catchers_are_dropped_forget_errors_and_lead_to_success() {
        StateMachine machine = machine("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                        "Catch": [{"ErrorEquals": ["X", "States.TaskFailed"], "ResultPath": "$.e", "Next": "C"},
                                  {"ErrorEquals": ["States.ALL"], "ResultPath": "$", "Next": "C"}],
                        "Next": "B"},
                  "B": {"Type": "Pass", "Next": "C"},
                  "C": {"Type": "Succeed"}}}""");

        assertThat(ids(machine))
                .contains(
                        "A: drop Catch[0]",
                        "A: drop Catch[1]",
                        "A: forget States.TaskFailed in Catch[0]",
                        "A: Catch[0] leads to B instead of C",
                        "A: drop ResultPath of Catch[0]");
        assertThat(machine.mutants().equal())
                .containsEntry(
                        "A: forget X in Catch[0]", "another name of the same ErrorEquals matches the same errors")
                .containsEntry(
                        "A: drop ResultPath of Catch[1]", "it selects all that there is, as does a state without it");
    }

    @Test
    void time_limits_waits_and_patterns_change() {
        assertThat(
                        ids(
                                task(
                                        "\"TimeoutSeconds\": 60, \"HeartbeatSeconds\": 20, \"Parameters\": {\"FunctionName\": \"f\"},")))
                .contains(
                        "A: TimeoutSeconds 120 instead of 60",
                        "A: drop TimeoutSeconds",
                        "A: HeartbeatSeconds 40 instead of 20",
                        "A: drop HeartbeatSeconds",
                        "A: drop .waitForTaskToken");
        assertThat(ids(machine("""
                        {"StartAt": "W", "TimeoutSeconds": 100, "States": {
                          "W": {"Type": "Wait", "Seconds": 5, "Next": "X"},
                          "X": {"Type": "Wait", "Timestamp": "2024-03-01T00:00:00Z", "End": true}}}""")))
                .containsExactly(
                        "TimeoutSeconds 200 instead of 100",
                        "drop TimeoutSeconds",
                        "W: Seconds 10 instead of 5",
                        "X: Timestamp 2024-03-01T00:00:01Z instead of 2024-03-01T00:00:00Z");
    }

    @Test
    void maps_run_one_item_after_the_other_and_tolerate_nothing() {
        String map = """
                {"StartAt": "M", "States": {
                  "M": {"Type": "Map", "MaxConcurrency": %s, %s
                        "ItemProcessor": {%s "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}},
                        "End": true}}}""";
        assertThat(ids(machine(map.formatted("50", "", ""))))
                .contains("M: MaxConcurrency 1 instead of 50")
                .doesNotContain("M: drop MaxConcurrency");
        assertThat(ids(machine(map.formatted("1", "", "")))).contains("M: drop MaxConcurrency");
        assertThat(ids(machine(map.formatted(
                        "50",
                        "\"ToleratedFailurePercentage\": 5,",
                        "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"},"))))
                .contains("M: drop MaxConcurrency", "M: ToleratedFailurePercentage 0 instead of 5");
    }

    @Test
    void fields_and_paths_are_dropped() {
        StateMachine machine = task("""
                "InputPath": "$", "ResultPath": null, "OutputPath": "$.x",
                "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token", "list": [{"a": 1}]}},
                "ResultSelector": {"y.$": "$.y"}, "Assign": {"v": 1, "w": {"x": 2}},""");

        assertThat(ids(machine, "FieldDropped"))
                .containsExactly(
                        "A: drop field FunctionName",
                        "A: drop field Payload",
                        "A: drop field Payload.token",
                        "A: drop field Payload.list",
                        "A: drop field Payload.list[0].a",
                        "A: drop field y of ResultSelector",
                        "A: drop field v of Assign",
                        "A: drop field w of Assign",
                        "A: drop field w.x of Assign");
        assertThat(ids(machine, "SelectionDropped")).containsExactly("A: drop Parameters", "A: drop ResultSelector");
        assertThat(ids(machine, "PathDropped")).containsExactly("A: drop ResultPath", "A: drop OutputPath");
        assertThat(machine.mutants().equal()).containsKey("A: drop InputPath");
    }

    private static final StateMachine JSONATA = machine("""
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Pass",
                    "Output": {"sum": "{% $states.input.a + 2 * -1 %}",
                               "big": "{% $states.input.a >= 10 and $states.input.or != 'x' ? 'yes' : \\"no\\" %}",
                               "made": "{% {'key': true, 'other': $states.input.list[0]} %}",
                               "sorted": "{% $states.input.list^(>x).$replace(y, /a+b/, '') %}"},
                    "Next": "P"},
              "P": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.sum < 3 %}", "Next": "Z"}], "Default": "Z"},
              "Z": {"Type": "Succeed", "Output": "{% $states.input %}"}}}""");

    @Test
    void expressions_change_by_one_token_that_is_no_name_and_no_regular_expression() {
        assertThat(ids(JSONATA, "JsonataArithmetic"))
                .containsExactly("A: - instead of + in Output.sum", "A: / instead of * in Output.sum");
        assertThat(ids(JSONATA, "JsonataLogic")).containsExactly("A: or instead of and in Output.big");
        assertThat(ids(JSONATA, "JsonataComparison"))
                .containsExactly(
                        "A: > instead of >= in Output.big",
                        "A: = instead of != in Output.big",
                        "P: <= instead of < in Choices[0].Condition");
        assertThat(ids(JSONATA, "JsonataConstant"))
                .containsExactly(
                        "A: 3 instead of 2 in Output.sum",
                        "A: 2 instead of 1 in Output.sum",
                        "A: 11 instead of 10 in Output.big",
                        "A: 'x~' instead of 'x' in Output.big",
                        "A: 'yes~' instead of 'yes' in Output.big",
                        "A: \"no~\" instead of \"no\" in Output.big",
                        "A: false instead of true in Output.made",
                        "A: 1 instead of 0 in Output.made",
                        "A: '~' instead of '' in Output.sorted",
                        "P: 4 instead of 3 in Choices[0].Condition");
        assertThat(ids(JSONATA, "RuleNegated")).containsExactly("P: negate Choices[0]");
        assertThat(JSONATA.mutants().equal()).containsKey("Z: drop Output");
    }

    @Test
    void an_expression_with_another_token_is_evaluated() {
        Execution execution = run(
                JSONATA.withMutant("A: - instead of + in Output.sum"),
                "{\"a\": 1, \"or\": \"y\", \"list\": [{\"x\": 1, \"y\": \"aab\"}]}");

        assertThat(execution.output().path("sum").asInt()).isEqualTo(3);
    }

    @Test
    void a_mistake_that_the_loader_refuses_is_stillborn() {
        StateMachine machine = task("\"Parameters\": {\"FunctionName\": \"f\"},");

        assertThat(machine.mutants().stillborn())
                .contains("A: End instead of Next B", "B: Next A instead of C", "B: End instead of Next C");
        assertThat(ids(machine)).doesNotContainAnyElementsOf(machine.mutants().stillborn());
    }

    @Test
    void what_an_express_workflow_may_not_do_is_stillborn() {
        String definition = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "f"}, "TimeoutSeconds": 5, "End": true}}}""";

        assertThat(ids(machine(definition).withType(StateMachineType.EXPRESS)))
                .isNotEmpty()
                .isSubsetOf(ids(machine(definition)));
    }

    @Test
    void a_mutant_keeps_the_places_of_the_original() {
        Definition definition = CHOICE.withMutant("Pick: drop Choices[0]").definition();

        assertThat(definition.locate("/States/Pick/Choices/0/Next").line()).isEqualTo(4);
        assertThat(definition.locate("/States/Pick/Choices/2/And/1").line()).isEqualTo(7);
        assertThat(CHOICE.withMutant("Pick: ask Choices[1] before Choices[0]")
                        .definition()
                        .locate("/States/Pick/Choices/0/Variable")
                        .line())
                .isEqualTo(4);
    }

    @Test
    void a_mutant_says_what_part_of_the_file_it_replaces() {
        StateMachine machine = machine("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {
                      "FunctionName": "f",
                      "Payload": {"quote": "a \\"b\\" }"}
                    }, "End": true}}}""");

        assertThat(machine.mutants().all())
                .filteredOn(mutant -> mutant.operator().endsWith("Dropped"))
                .extracting(mutant -> mutant.line() + ":" + mutant.column() + " to " + mutant.endLine() + ":"
                        + mutant.endColumn() + " " + mutant.id())
                .containsExactly(
                        "4:7 to 4:26 A: drop field FunctionName",
                        "5:7 to 5:40 A: drop field Payload",
                        "5:19 to 5:39 A: drop field Payload.quote",
                        "3:5 to 6:6 A: drop Parameters");
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** What is in the file after a report's reader puts the replacement in its place is what the mutant's tests are run with. */
    @Test
    void a_replacement_in_its_place_gives_the_definition_of_the_mutant() {
        String text = """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 1, "Next": "B"},
                    {"Variable": "$.n", "NumericLessThan": 9, "Next": "C"}],
                    "Default": "C"},
                  "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                    "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}],
                    "Next": "C"},
                  "C": {"Type": "Wait", "Seconds": 5, "End": true}}}""";
        StateMachine machine = machine(text);
        List<String> lines = text.lines().toList();

        assertThat(machine.mutants().all())
                .filteredOn(mutant -> !mutant.replacement().isEmpty())
                .extracting(Mutant::id)
                .contains(
                        "A: NumericGreaterThanEquals instead of NumericGreaterThan in Choices[0]",
                        "A: ask Choices[1] before Choices[0]",
                        "B: End instead of Next C",
                        "B: JitterStrategy FULL instead of NONE in Retry[0]");
        assertThat(machine.mutants().all())
                .filteredOn(mutant -> !mutant.replacement().isEmpty())
                .allSatisfy(mutant -> {
                    String replaced = String.join("\n", lines.subList(0, mutant.line() - 1)) + "\n"
                            + lines.get(mutant.line() - 1).substring(0, mutant.column() - 1) + mutant.replacement()
                            + lines.get(mutant.endLine() - 1).substring(mutant.endColumn() - 1) + "\n"
                            + String.join("\n", lines.subList(mutant.endLine(), lines.size()));
                    assertThat(tree(replaced))
                            .as(mutant.id())
                            .isEqualTo(tree(machine.withMutant(mutant.id())
                                    .definition()
                                    .json()
                                    .toString()));
                });
    }

    @Test
    void a_definition_in_YAML_has_mutants_with_places_too() {
        StateMachine machine = StateMachine.parse("wait.asl.yaml", """
                StartAt: W
                States:
                  W:
                    Type: Wait
                    Seconds: 5
                    End: true
                """);

        assertThat(machine.mutants().all())
                .extracting(
                        mutant -> mutant.line() + ":" + mutant.column() + "-" + mutant.endColumn() + " " + mutant.id())
                .containsExactly("5:14-15 W: Seconds 10 instead of 5");
    }

    @Test
    void an_unknown_mutant_is_refused() {
        assertThatThrownBy(() -> CHOICE.withMutant("Pick: laugh"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.asl.json has no mutant \"Pick: laugh\"");
    }

    @Test
    void every_operator_is_met_by_a_test_of_this_class() {
        Set<String> met = new TreeSet<>();
        Stream.of(
                        CHOICE,
                        JSONATA,
                        task(
                                "\"TimeoutSeconds\": 60, \"ResultPath\": null, \"Parameters\": {\"FunctionName\": \"f\"},"),
                        task(
                                "\"Retry\": [{\"ErrorEquals\": [\"X\", \"Y\"], \"MaxAttempts\": 9, \"MaxDelaySeconds\": 2}],"))
                .forEach(machine -> machine.mutants().all().forEach(mutant -> met.add(mutant.operator())));
        met.addAll(List.of("CatcherDropped", "CatcherToSuccess", "WaitDoubled", "MaxConcurrency", "ToleranceZero"));
        met.add("NextToEnd"); // most of what it makes is stillborn

        assertThat(met).containsExactlyInAnyOrderElementsOf(Operators.names());
    }

    @Test
    void the_mutants_of_a_definition_are_always_the_same() {
        assertThat(JSONATA.mutants().all()).isEqualTo(JSONATA.mutants().all());
        assertThat(ids(CHOICE)).doesNotHaveDuplicates();
    }
}
