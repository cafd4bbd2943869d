package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.ValidationResult;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.junit.DefinitionLint;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

// tag::lint[]
/** Every definition of the project, validated in CI. */
class DefinitionLintTest {
    @TestFactory
    Stream<DynamicTest> every_definition_is_valid_and_free_of_warnings() {
        return DefinitionLint.in("src/test/resources/definitions").tests();
    }
    // end::lint[]

    // tag::shapes[]
    /** What the function charge-card returns. */
    record Receipt(String receipt) {}

    @TestFactory
    Stream<DynamicTest> every_path_finds_what_it_reads() {
        return DefinitionLint.in("src/test/resources/order.asl.json")
                .withInputSchema("order.asl.json", "schemas/order.schema.json")
                .withResult("charge-card", Receipt.class)
                .tests();
    }
    // end::shapes[]

    // tag::one[]
    @Test
    void a_definition_can_be_asked_about_its_problems() {
        ValidationResult result = StateMachine.validate("broken/targets.asl.json");

        assertThat(result.isValid()).isFalse();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).contains("MISSING_TRANSITION_TARGET");
        assertThat(result.answer().path("result").asText()).isEqualTo("FAIL");
    }
    // end::one[]
}
