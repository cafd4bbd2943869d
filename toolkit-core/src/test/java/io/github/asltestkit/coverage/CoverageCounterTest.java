package io.github.asltestkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionNotes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageCounterTest {
    private static final String TASK = """
            {"StartAt": "Charge", "TimeoutSeconds": 3600, "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "https://q", "MessageBody": {"Token.$": "$$.Task.Token"}},
                "TimeoutSeconds": 600, "HeartbeatSeconds": 60,
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1},
                          {"ErrorEquals": ["Slow"], "IntervalSeconds": 1}],
                "Catch": [{"ErrorEquals": ["Declined"], "Next": "Failed"},
                          {"ErrorEquals": ["States.Timeout"], "Next": "Failed"}],
                "Next": "Done"},
              "Done": {"Type": "Succeed"},
              "Failed": {"Type": "Fail"}}}""";

    private static final String CHOICE = """
            {"QueryLanguage": "JSONata", "StartAt": "Size?", "States": {
              "Size?": {"Type": "Choice",
                "Choices": [{"Condition": "{% $states.input.n > 10 %}", "Next": "Same"},
                            {"Condition": "{% $states.input.n > 5 %}", "Next": "Same"}],
                "Default": "Same"},
              "Same": {"Type": "Succeed"}}}""";

    private static final String NESTED = """
            {"StartAt": "Both", "States": {
              "Both": {"Type": "Parallel", "Next": "Each", "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
                {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": [1, 2], "End": true}}}],
                "ResultPath": null},
              "Each": {"Type": "Map", "ItemsPath": "$.items", "End": true,
                "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}}}}""";

    private static DefinitionCoverage coverage(StateMachineHarness harness) {
        CoverageCounter counter = CoverageCounter.of(harness.stateMachine().definition());
        for (Execution execution : harness.executions()) {
            counter.add(execution.history(), execution.notes());
        }
        return counter.coverage();
    }

    private static StateMachineHarness harness(String definition) {
        return StateMachineHarness.create(StateMachine.parse("a.asl.json", definition));
    }

    /** What was taken, as kind, pointer and hits. */
    private static List<String> taken(DefinitionCoverage coverage) {
        List<CoverageItem> items = coverage.outline().items();
        return IntStream.range(0, items.size())
                .filter(i -> coverage.hits(i) > 0)
                .mapToObj(i -> items.get(i).kind() + " " + items.get(i).pointer() + " " + coverage.hits(i))
                .toList();
    }

    private static List<String> missed(DefinitionCoverage coverage) {
        return coverage.missed().stream().map(CoverageItem::missed).toList();
    }

    @Test
    void each_thing_that_was_never_taken_has_a_sentence() {
        assertThat(missed(coverage(harness(TASK))))
                .containsExactly(
                        "TimeoutSeconds of the state machine never ran out",
                        "Charge was never entered",
                        "TimeoutSeconds of Charge never ran out",
                        "HeartbeatSeconds of Charge was never missed",
                        "Retry[0] of Charge, Busy, was never taken",
                        "Retry[1] of Charge, Slow, was never taken",
                        "Catch[0] of Charge, Declined, was never taken",
                        "Catch[1] of Charge, States.Timeout, was never taken",
                        "Next of Charge, to Done, was never taken",
                        "Done was never entered",
                        "Failed was never entered");
        assertThat(missed(coverage(harness(CHOICE))))
                .containsExactly(
                        "Size? was never entered",
                        "Choices[0] of Size?, to Same, was never true",
                        "Choices[0] of Size?, to Same, was never false",
                        "Choices[1] of Size?, to Same, was never true",
                        "Choices[1] of Size?, to Same, was never false",
                        "Default of Size?, to Same, was never taken",
                        "Same was never entered");
        assertThat(missed(coverage(harness(NESTED))))
                .containsExactly(
                        "Both was never entered",
                        "Branches[0] of Both was never run",
                        "A was never entered",
                        "End of A was never taken",
                        "Branches[1] of Both was never run",
                        "B was never entered",
                        "End of B was never taken",
                        "Next of Both, to Each, was never taken",
                        "Each was never entered",
                        "Each was never run with no item",
                        "Each was never run with one item",
                        "Each was never run with many items",
                        "C was never entered",
                        "End of C was never taken",
                        "End of Each was never taken");
    }

    @Test
    void what_lies_in_a_state_that_was_never_entered_is_not_told_besides() {
        assertThat(coverage(harness(NESTED)).missedOutermost())
                .extracting(CoverageItem::missed)
                .containsExactly("Both was never entered", "Each was never entered");
    }

    @Test
    void rules_that_lead_to_the_same_state_are_told_apart() {
        StateMachineHarness harness = harness(CHOICE);
        harness.run("{\"n\": 7}");
        harness.run("{\"n\": 8}");
        harness.run("{\"n\": 1}");

        assertThat(taken(coverage(harness)))
                .containsExactly(
                        "STATE /States/Size? 3",
                        "CHOICE_RULE_FALSE /States/Size?/Choices/0 3",
                        "CHOICE_RULE /States/Size?/Choices/1 2",
                        "CHOICE_RULE_FALSE /States/Size?/Choices/1 1",
                        "DEFAULT /States/Size?/Default 1",
                        "STATE /States/Same 3");
    }

    @Test
    void without_notes_only_what_is_beyond_doubt_counts() {
        StateMachineHarness harness = harness(CHOICE);
        Execution execution = harness.run("{\"n\": 7}");
        CoverageCounter counter = CoverageCounter.of(execution.definition());
        counter.add(execution.history(), ExecutionNotes.UNKNOWN);

        assertThat(taken(counter.coverage())).containsExactly("STATE /States/Size? 1", "STATE /States/Same 1");
    }

    @Test
    void retriers_catchers_timeouts_and_missed_heartbeats_are_told_apart() {
        StateMachineHarness harness = harness(TASK);
        harness.mock("Charge").accepts();

        Execution slow = harness.start("{}");
        harness.sendTaskFailure(slow.taskToken("Charge"), "Slow", null);
        harness.clock().advanceBy(Duration.ofSeconds(1));
        harness.clock().advanceBy(Duration.ofSeconds(60));
        assertThat(taken(coverage(harness)))
                .containsExactly(
                        "STATE /States/Charge 1",
                        "HEARTBEAT /States/Charge/HeartbeatSeconds 1",
                        "RETRIER /States/Charge/Retry/1 1",
                        "CATCHER /States/Charge/Catch/1 1",
                        "STATE /States/Failed 1");

        Execution silent = harness.start("{}");
        for (int i = 0; i < 20; i++) {
            harness.clock().advanceBy(Duration.ofSeconds(30));
            if (i < 19) {
                harness.sendTaskHeartbeat(silent.taskToken("Charge"));
            }
        }
        assertThat(taken(coverage(harness))).contains("TIMEOUT /States/Charge/TimeoutSeconds 1");
    }

    @Test
    void the_time_of_the_whole_execution_counts_by_itself() {
        StateMachineHarness harness = harness("""
                {"StartAt": "Pause", "TimeoutSeconds": 10, "States": {
                  "Pause": {"Type": "Wait", "Seconds": 20, "End": true}}}""");
        harness.run();

        assertThat(taken(coverage(harness))).containsExactly("TIMEOUT /TimeoutSeconds 1", "STATE /States/Pause 1");
    }

    @Test
    void a_map_with_no_one_and_many_items_and_every_branch() {
        StateMachineHarness harness = harness(NESTED);
        harness.run("{\"items\": []}");
        assertThat(missed(coverage(harness)))
                .containsExactly(
                        "Each was never run with one item",
                        "Each was never run with many items",
                        "C was never entered",
                        "End of C was never taken");
        harness.run("{\"items\": [1]}");
        harness.run("{\"items\": [1, 2, 3]}");

        DefinitionCoverage coverage = coverage(harness);
        assertThat(missed(coverage)).isEmpty();
        assertThat(coverage.ratio()).hasToString("100.0 % (15 of 15)");
        assertThat(taken(coverage)).contains("STATE /States/Each/ItemProcessor/States/C 4");
    }

    @Test
    void no_rule_that_matches_means_that_all_were_false() {
        StateMachineHarness harness = harness("""
                {"StartAt": "Size?", "States": {
                  "Size?": {"Type": "Choice",
                    "Choices": [{"Variable": "$.n", "NumericGreaterThan": 10, "Next": "Done"}]},
                  "Done": {"Type": "Succeed"}}}""");
        harness.run("{\"n\": 1}");

        assertThat(taken(coverage(harness)))
                .containsExactly("STATE /States/Size? 1", "CHOICE_RULE_FALSE /States/Size?/Choices/0 1");
    }

    @Test
    void parts_give_the_same_as_the_whole_in_any_order() {
        StateMachineHarness harness = harness(NESTED);
        Coverage none = one(harness.run("{\"items\": []}"));
        Coverage one = one(harness.run("{\"items\": [1]}"));
        Coverage many = one(harness.run("{\"items\": [1, 2]}"));
        Coverage whole = Coverage.of(List.of(coverage(harness)));

        for (CoverageFormat format : CoverageFormat.values()) {
            String expected = format.text(whole);
            assertThat(format.text(none.plus(one).plus(many))).isEqualTo(expected);
            assertThat(format.text(many.plus(none).plus(one))).isEqualTo(expected);
        }
    }

    private static Coverage one(Execution execution) {
        CoverageCounter counter = CoverageCounter.of(execution.definition());
        counter.add(execution.history(), execution.notes());
        return Coverage.of(List.of(counter.coverage()));
    }
}
