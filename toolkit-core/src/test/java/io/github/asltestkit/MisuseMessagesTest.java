package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.definition.InvalidDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said in the toolkit's own words, and never in those of a library to its programmers. */
class MisuseMessagesTest {
    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("pass.asl.json", """
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}"""));

    @Test
    @SuppressWarnings("NullAway") // What a test does by mistake.
    void a_token_that_is_null_is_refused_with_where_to_get_one() {
        String message =
                "The task token is null. execution.taskToken(state) returns the token of a task that waits; a call"
                        + " without a token passes null to its mock.";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.sendTaskSuccess(null, "{}"))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.sendTaskFailure(null, "E", "c"))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.sendTaskHeartbeat(null))
                .withMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway") // What a test does by mistake.
    void an_input_that_is_null_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.run((String) null))
                .withMessage("The input is null: write \"null\" or \"{}\", or leave it out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": NaN}     | Non-standard token 'NaN'",
                "{\"a\": +1}      | Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs",
                "{\"a\": 01}      | Invalid numeric value: Leading zeroes not allowed",
                "{\"a\": Infinity} | Non-standard token 'Infinity'",
            })
    void an_input_that_is_no_json_is_refused_without_advice_to_programmers_of_parsers(String input, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.run(input))
                .satisfies(refused -> assertThat(refused.getMessage().replace('\n', ' '))
                        .matches("The input is not JSON \\(line 1, column \\d+\\): .*")
                        .contains(why)
                        .contains(" | " + input));
        assertThatThrownBy(() -> StateMachine.parse("m.asl.json", input))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining(why.substring(0, 20))
                .hasMessageNotContaining("`");
    }

    @Test
    void a_long_input_that_is_no_json_is_not_repeated_as_a_whole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.run("x".repeat(200_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!int abc", "!!int 0x", "!!int ''", "!!float .", "!!float x", "!!bool q", "!!int 0o9"})
    void a_tag_before_what_is_no_such_number_is_a_problem_of_the_field(String value) {
        assertThatThrownBy(() -> StateMachine.parse("m.yaml", """
                        StartAt: A
                        States:
                          A: {Type: Wait, Seconds: %s, End: true}
                        """.formatted(value)))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/States/A/Seconds");
    }

    @Test
    void a_variable_that_is_empty_is_a_problem_of_the_definition() {
        assertThatThrownBy(() -> StateMachine.parse("m.asl.json", """
                        {"StartAt": "A", "States": {
                          "A": {"Type": "Choice", "Choices": [{"Variable": "", "IsNull": true, "Next": "B"}]},
                          "B": {"Type": "Succeed"}}}"""))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("Reference path didn't start with '$'")
                .hasMessageContaining("/States/A/Choices/0/Variable");
    }
}
