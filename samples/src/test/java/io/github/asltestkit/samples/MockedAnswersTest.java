package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second half of a mock: what happens to the calls. */
@StateMachineTest("reserve.asl.json")
class MockedAnswersTest {
    private static final String TEA = "{\"lines\": [{\"sku\": \"tea\", \"quantity\": 2}]}";

    @BeforeEach
    void confirmed(StateMachineHarness harness) {
        harness.mock("Confirm").lenient().returns("{\"MessageId\": \"m-1\"}");
    }

    record Reserved(String warehouse) {}

    record Line(String sku, int quantity) {}

    // tag::values[]
    @Test
    void a_value_is_text_a_map_a_record_or_a_file(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock")
                .returns("{\"warehouse\": \"Riga\"}")
                .thenReturns(Map.of("warehouse", "Oslo"))
                .thenReturns(new Reserved("Genoa"))
                .thenReturnsResource("responses/reserved.json")
                .thenReturns(Path.of("src/test/resources/responses/reserved.json"));

        assertThat(harness.run(TEA)).output().isEqualTo("[\"Riga\"]");
        assertThat(harness.run(TEA)).output().isEqualTo("[\"Oslo\"]");
        assertThat(harness.run(TEA)).output().isEqualTo("[\"Genoa\"]");
        assertThat(harness.run(TEA)).output().isEqualTo("[\"Riga\"]");
        assertThat(harness.run(TEA)).output().isEqualTo("[\"Riga\"]"); // and so will all calls after it
    }
    // end::values[]

    // tag::sequence[]
    @Test
    void twice_locked_then_slow(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock")
                .fails("Stock.Locked", "somebody else is at it")
                .thenFailsAfter(Duration.ofSeconds(5), "Stock.Locked", "still")
                .thenReturnsAfter(Duration.ofSeconds(10), "{\"warehouse\": \"Riga\"}");

        assertThat(harness.run(TEA)).hasSucceeded().hasRunFor(Duration.ofSeconds(1 + 5 + 2 + 10));
    }
    // end::sequence[]

    // tag::function[]
    @Test
    void the_answer_is_computed_from_the_call(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock").answers(Line.class, line -> new Reserved("hall " + line.quantity()));
        harness.mock("Confirm").answers(call -> Map.of("MessageId", call.executionName()));

        assertThat(harness.run(TEA)).output().isEqualTo("[\"hall 2\"]");
    }
    // end::function[]

    // tag::silence[]
    @Test
    void nobody_answers(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock").neverAnswers();

        Execution execution = harness.start(TEA);
        harness.clock().advanceBy(Duration.ofDays(1));

        assertThat(execution).isRunning();
    }
    // end::silence[]
}
