package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.mock.MockConfigFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachineLoadingTest {

    @Test
    void a_template_on_the_class_path_finds_the_file_beside_it() {
        StateMachine machine = StateMachine.load("loading/template.yaml");

        assertThat(machine.name()).isEqualTo("Orders");
        assertThat(machine.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(machine.definition().json().at("/States/Pause/Seconds").intValue())
                .isEqualTo(5);
        assertThat(machine.definition().locate("/States/Done").place()).isEqualTo("machines/orders.asl.json:5:13");
    }

    @Test
    void a_file_that_does_not_exist_says_where_it_was_looked_for() {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.load("loading/none.asl.json"))
                .withMessageStartingWith("There is no definition loading/none.asl.json\n"
                        + "  looked for a class-path resource loading/none.asl.json\n  and a file ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b.asl.json", "a\0b", "x\ud800.json"})
    void a_file_that_no_file_system_can_have_is_one_that_does_not_exist(String name) {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.load(name))
                .withMessageStartingWith("There is no definition " + Text.ascii(name) + "\n");
        assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> StateMachine.logicalIds(name));
        assertThat(StateMachine.validate(name).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("DEFINITION_NOT_FOUND");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> MockConfigFile.load(name))
                .withMessage("There is no mock configuration file " + Text.ascii(name)
                        + ", neither on the class path nor on disk");
    }

    @Test
    void a_long_name_of_a_file_is_not_repeated_as_a_whole() {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.load("x".repeat(100_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(5_000));
    }

    @Test
    void all_problems_stand_in_the_message() {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.parse(
                        "m.asl.json",
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Past\", \"Next\": \"B\"}}}",
                        DefinitionOptions.defaults()))
                .withMessage("""
                        m.asl.json is not a valid state machine definition: 3 errors

                        ERROR m.asl.json:1:43: SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass,
                              Succeed, Fail, Choice, Parallel, Map] (did you mean "Pass"?)
                         | {"StartAt": "A", "States": {"A": {"Type": "Past", "Next": "B"}}}
                         | ..........................................^
                           at /States/A/Type
                        ERROR m.asl.json:1:59: MISSING_TRANSITION_TARGET: Missing 'Next' target: B
                         | {"StartAt": "A", "States": {"A": {"Type": "Past", "Next": "B"}}}
                         | ..........................................................^
                           at /States/A/Next
                        ERROR m.asl.json:1:28: MISSING_END_STATE: Workflow has no terminal state
                         | {"StartAt": "A", "States": {"A": {"Type": "Past", "Next": "B"}}}
                         | ...........................^
                           at /States
                        """);
    }
}
