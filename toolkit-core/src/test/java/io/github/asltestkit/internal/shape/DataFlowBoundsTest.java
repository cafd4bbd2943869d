package io.github.asltestkit.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.definition.Definition;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Whatever a definition holds, the pass comes to its end in few steps; none of these would without its bounds. */
class DataFlowBoundsTest {
    private static final int STATES = 10_000;

    private static List<Flaw> flaws(int states, IntFunction<String> state) {
        StringBuilder text = new StringBuilder("{'StartAt': 'S0', 'States': {");
        for (int i = 0; i < states; i++) {
            text.append("'S").append(i).append("': {").append(state.apply(i)).append("}, ");
        }
        text.append("'S").append(states).append("': {'Type': 'Pass', 'InputPath': '$.last.no', 'End': true}}}");
        Definition definition = DataFlowTest.parse(text.toString());
        return DataFlow.of(definition, Knowledge.NONE).flaws();
    }

    private static String next(int i) {
        return "'Next': 'S" + (i + 1) + "'";
    }

    @Test
    void ten_thousand_results_are_put_into_one_payload() {
        assertThat(flaws(STATES, i -> "'Type': 'Pass', 'Result': {'n': 1}, 'ResultPath': '$.r" + i + "', " + next(i)))
                .isEmpty();
    }

    @Test
    void what_is_known_lives_through_ten_thousand_states() {
        assertThat(flaws(
                        STATES,
                        i -> i == 0
                                ? "'Type': 'Pass', 'Result': {'last': {'yes': 1}}, " + next(i)
                                : "'Type': 'Wait', 'Seconds': 1, " + next(i)))
                .singleElement()
                .satisfies(flaw ->
                        assertThat(((Flaw.NeverThere) flaw).way().turns()).hasSize(STATES + 1));
    }

    @Test
    void ten_thousand_variables_are_assigned() {
        assertThat(flaws(STATES, i -> "'Type': 'Pass', 'Assign': {'v" + i + ".$': '$'}, " + next(i)))
                .isEmpty();
    }

    @Test
    void a_payload_that_doubles_or_deepens_in_each_state_is_given_up() {
        assertThat(flaws(STATES, i -> "'Type': 'Pass', 'Parameters': {'a.$': '$', 'b.$': '$'}, " + next(i)))
                .hasSizeLessThan(2);
        assertThat(flaws(STATES, i -> "'Type': 'Pass', 'Parameters': {'before.$': '$'}, " + next(i)))
                .hasSizeLessThan(2);
    }

    @Test
    void each_state_leads_to_all_by_its_rules_and_catchers() {
        int many = 60;
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i <= many; i++) {
            rules.append(i == 0 ? "" : ", ")
                    .append("{'Variable': '$.x', 'NumericEquals': ")
                    .append(i);
            rules.append(", 'Next': 'S").append(i).append("'}");
        }
        assertThat(flaws(many, i -> "'Type': 'Choice', 'Choices': [" + rules + "], 'Default': 'S" + many + "'"))
                .isEmpty();
    }

    @Test
    void of_thousands_of_faults_with_long_ways_some_are_told() {
        assertThat(flaws(
                        STATES,
                        i -> i == 0
                                ? "'Type': 'Pass', 'Result': {'last': {'yes': 1}}, " + next(i)
                                : i % 2 == 0
                                        ? "'Type': 'Pass', 'InputPath': '$.no', 'End': true"
                                        : "'Type': 'Choice', 'Choices': [{'Variable': '$.last.yes', 'NumericLessThanPath': '$$.State.RetryCount', 'Next': 'S"
                                                + (i + 1) + "'}], 'Default': 'S" + Math.min(STATES, i + 2) + "'"))
                .filteredOn(Flaw.NeverThere.class::isInstance)
                .hasSizeBetween(1, STATES / 2 - 1);
    }

    @Test
    void ten_thousand_states_share_one_handler() {
        assertThat(flaws(
                        STATES,
                        i ->
                                "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'ResultPath': '$.r', 'Catch': [{'ErrorEquals': ['States.ALL'], 'ResultPath': '$.e"
                                        + i % 50 + "', 'Next': 'S" + STATES + "'}], " + next(i)))
                .isEmpty();
    }

    @Test
    void loops_within_loops_come_to_rest() {
        assertThat(flaws(
                        1_000,
                        i -> i % 2 == 0
                                ? "'Type': 'Pass', 'Parameters': {'n.$': '$', 'l.$': 'States.Array($)', 'k" + i
                                        + "': 1}, " + next(i)
                                : "'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'S" + i / 2
                                        + "'}, {'Variable': '$.x', 'IsString': true, 'Next': 'S0'}], 'Default': 'S"
                                        + (i + 1) + "'"))
                .isNotNull();
    }

    @Test
    void maps_within_maps_with_a_loop_in_each_come_to_rest() {
        String inner = "{'StartAt': 'E', 'States': {'E': {'Type': 'Succeed'}}}";
        for (int i = 0; i < 60; i++) {
            inner = "{'StartAt': 'P" + i + "', 'States': {'P" + i
                    + "': {'Type': 'Pass', 'Parameters': {'list.$': 'States.Array($)', 'deep.$': '$'}, 'Next': 'M" + i
                    + "'}, 'M" + i + "': {'Type': 'Map', 'ItemsPath': '$.list', 'ItemProcessor': " + inner
                    + ", 'ResultPath': '$.r', 'Next': 'C" + i + "'}, 'C" + i
                    + "': {'Type': 'Choice', 'Choices': [{'Variable': '$.r', 'IsNull': true, 'Next': 'P" + i
                    + "'}], 'Default': 'E" + i + "'}, 'E" + i + "': {'Type': 'Succeed'}}}";
        }
        assertThat(DataFlow.of(DataFlowTest.parse(inner), Knowledge.NONE).flaws())
                .isEmpty();
    }
}
