package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.TestGenerator;
import io.github.asltestkit.generate.GeneratedTests;
import io.github.asltestkit.generate.Unreached;
import io.github.asltestkit.junit.StateMachineTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that write themselves: what no test takes yet, and a first class for a definition that has no test at all. */
class GenerateTest {
    private static final Path SOURCES = Path.of("src/generated/java");
    private static final String CLASS = "io.github.asltestkit.samples.generated.OrderPathsTest";

    // tag::uncovered[]
    @Test
    @StateMachineTest("order.asl.json")
    void what_no_test_takes_yet(StateMachineHarness harness) {
        PaidOrderTest.everythingWorks(harness);

        GeneratedTests found = TestGenerator.of(harness)
                .startingFrom("{\"order\": 7, \"total\": 129.90}")
                .uncoveredBy(PaidOrderTest.class)
                .find();

        found.writeTo(SOURCES, CLASS); // only with -Dasl.testkit.generate=true
        assertThat(found.unreached()).isEmpty();
    }
    // end::uncovered[]

    @Test
    @StateMachineTest("order.asl.json")
    void the_class_that_is_there_is_what_is_generated(StateMachineHarness harness) {
        PaidOrderTest.everythingWorks(harness);

        GeneratedTests found = TestGenerator.of(harness)
                .startingFrom("{\"order\": 7, \"total\": 129.90}")
                .uncoveredBy(PaidOrderTest.class)
                .find();

        assertThat(SOURCES.resolve(CLASS.replace('.', '/') + ".java")).hasContent(found.source(CLASS));
        assertThat(found.summary()).isEqualTo(SUMMARY);
    }

    private static final String SUMMARY = """
            order.asl.json: 3 tests take 14 of 14 coverage items
              charge_card_fails_with_bank_busy_and_refund_order_follows
              charge_card_fails_with_unforeseen_and_refund_order_follows
              ship_order_fails_with_unforeseen_and_refund_order_follows
            """;

    // tag::reasons[]
    @Test
    void what_cannot_be_reached_has_its_reason() {
        StateMachine machine = StateMachine.load("patience.asl.json");

        GeneratedTests found = TestGenerator.of(machine).find();

        assertThat(found.unreached())
                .extracting(Unreached::toString)
                .containsExactly("Retry[0] of Ask, Bank.Closed, was never taken: its MaxAttempts is 0");
    }
    // end::reasons[]
}
