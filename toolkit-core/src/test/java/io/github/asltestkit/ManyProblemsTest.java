package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of problems at once are found in a moment, and told in a message that a person can read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ManyProblemsTest {
    private static final int MANY = 10_000;
    private static final int LONGEST_MESSAGE = 30_000;

    static Stream<String> definitionsWithThousandsOfProblems() {
        String targets = many(i ->
                "\"StateWithALongName" + i + "\": {\"Type\": \"Pass\", \"Next\": \"StateWithALongNome" + i + "\"}");
        String types = many(i -> "\"S" + i + "\": {\"Type\": \"Pas\"}");
        String fields = many(i -> "\"Parametersx" + i + "\": 1");
        return Stream.of(
                "{\"StartAt\": \"S0\", \"States\": {" + targets + ", \"Z\": {\"Type\": \"Succeed\"}}}",
                "{\"StartAt\": \"S0\", \"States\": {" + types + "}}",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true, " + fields + "}}}",
                "StartAt: S0\nStates:\n"
                        + many(i -> "  S" + i + ": {Type: Pas}").replace(", ", "\n"));
    }

    private static String many(java.util.function.IntFunction<String> one) {
        return IntStream.range(0, MANY).mapToObj(one).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @MethodSource("definitionsWithThousandsOfProblems")
    void all_of_them_are_values_and_the_first_fifty_stand_in_the_message(String definition) {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.parse(definition.startsWith("{") ? "m.asl.json" : "m.yaml", definition))
                .satisfies(refused -> {
                    assertThat(refused.diagnostics()).hasSizeGreaterThanOrEqualTo(MANY);
                    assertThat(refused.getMessage())
                            .hasSizeLessThan(LONGEST_MESSAGE)
                            .containsPattern("\nand \\d+ more errors(?: and \\d+ more warnings?)?\n$");
                    assertThat(refused.diagnostics().stream().filter(it -> it.hint() != null))
                            .as("those that say what was probably meant")
                            .hasSizeBetween(1, 100);
                });
    }

    @Test
    void errors_stand_in_the_message_before_warnings() {
        String warnings = many(i -> "\"W" + i
                + "\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\","
                + " \"Next\": \"" + (i + 1 == MANY ? "Z" : "W" + (i + 1)) + "\"}");

        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.parse(
                        "m.yaml",
                        "{\"StartAt\": \"W0\", \"States\": {" + warnings.replace("},", "},\n")
                                + ", \"Z\": {\"Type\": \"Succeed\", \"Nope\": 1}}}"))
                .satisfies(refused -> {
                    assertThat(refused.getMessage())
                            .hasSizeLessThan(LONGEST_MESSAGE)
                            .contains("ERROR m.yaml")
                            .contains("Field 'Nope' is not supported")
                            .endsWith(" more warnings\n");
                    assertThat(refused.diagnostics().stream().filter(Diagnostic::isError))
                            .hasSize(1);
                });
    }

    @Test
    void a_definition_that_CreateStateMachine_refuses_for_its_length_is_refused_in_its_words() {
        String machine =
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true, \"Result\": \"%s\"}}}";

        assertThat(StateMachine.parse("m.asl.json", machine.formatted("x".repeat(1_048_000)))
                        .diagnostics())
                .isEmpty();
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.parse("m.asl.json", machine.formatted("x".repeat(1_048_576))))
                .withMessage("""
                        m.asl.json is not a valid state machine definition: 1 error

                        ERROR m.asl.json: DEFINITION_TOO_LONG: Value at 'definition' failed to satisfy constraint: Member must have length less
                              than or equal to 1048576 (it has 1048645 characters)
                        """);
    }

    @Test
    void a_long_name_is_not_repeated_as_a_whole() {
        String name = "x".repeat(40_000);

        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachine.parse(
                        "m.asl.json",
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"" + name + "\"}, \""
                                + name + "y\": {\"Type\": \"Succeed\"}}}"))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(LONGEST_MESSAGE));
    }

    @Test
    void of_a_thousand_states_a_message_lists_the_first() {
        StateMachine machine = StateMachine.parse(
                "m.asl.json",
                "{\"StartAt\": \"State0\", \"States\": {"
                        + IntStream.range(0, 1_000)
                                .mapToObj(i ->
                                        "\"State" + i + "\": {\"Type\": \"Pass\", \"Next\": \"State" + (i + 1) + "\"}")
                                .collect(Collectors.joining(", "))
                        + ", \"State1000\": {\"Type\": \"Succeed\"}}}");
        StateMachineHarness harness = StateMachineHarness.create(machine);
        Execution execution = harness.start();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> harness.singleState("Nope"))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("states: State0, State1, ")
                        .endsWith(" more")
                        .hasSizeLessThan(1_500));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> harness.runUntil(execution).stateEntered("Nope"))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).endsWith(" more").hasSizeLessThan(1_500));
    }
}
