package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.Input;
import io.github.asltestkit.junit.StateMachineTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One machine, many inputs: from text, objects, files, annotations, and JUnit's own sources of arguments. */
@StateMachineTest("order.asl.json")
class ManyOrdersTest {

    // tag::parameterized[]
    @ParameterizedTest
    @CsvSource({"Payment.Declined, 1", "Bank.Busy, 3"})
    void what_the_bank_says_ends_the_order(String error, int attempts, StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails(error, "in the bank's words");

        assertThat(harness.run(Map.of("order", 7, "total", 12)))
                .failedWith(error, "in the bank's words")
                .state("ChargeCard")
                .wasAttempted(attempts);
    }
    // end::parameterized[]

    // tag::input[]
    @Test
    @Input("{\"order\": 7, \"total\": 129.90}")
    void run_without_an_input_takes_that_of_the_annotation(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(harness.run()).input().node("/total").isEqualTo(129.90);
    }

    @Test
    void an_input_comes_from_a_file_too(
            StateMachineHarness harness, @Input(resource = "orders/large.json") JsonNode large) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(harness.run(large)).input().node("/total").isEqualTo(5000);
        assertThat(harness.run(Path.of("src/test/resources/orders/large.json")))
                .input()
                .isEqualTo(large);
    }
    // end::input[]

    // tag::factory[]
    @TestFactory
    Stream<DynamicTest> every_error_is_one_that_the_shop_understands(Supplier<StateMachineHarness> harnesses) {
        return Stream.of("Payment.Declined", "Bank.Busy")
                .map(error -> DynamicTest.dynamicTest(error, () -> {
                    StateMachineHarness harness = harnesses.get();
                    harness.mockLambda("charge-card").fails(error, "no");
                    assertThat(harness.run("{\"order\": 7, \"total\": 12}")).failedWith(error);
                }));
    }
    // end::factory[]

    /** Arguments of the class, beside the harness of the test. */
    @Nested
    @ParameterizedClass
    @ValueSource(ints = {12, 5000})
    class OfEachTotal {
        private final int total;
        private final StateMachineHarness harness;

        OfEachTotal(int total, StateMachineHarness harness) {
            this.total = total;
            this.harness = harness;
        }

        @Test
        void a_declined_card_ends_the_order(StateMachineHarness same) {
            harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

            assertThat(harness.run(Map.of("order", 7, "total", total))).failedWith("Payment.Declined");
            assertThat(same.executions()).hasSize(1);
        }
    }
}
