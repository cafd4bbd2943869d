package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first half of a mock: which calls. The lines of the order are items of a Map state. */
@StateMachineTest("reserve.asl.json")
class MockedCallsTest {
    private static final String ORDER = """
            {"lines": [{"sku": "tea", "quantity": 2}, {"sku": "pot", "quantity": 1}, {"sku": "cup", "quantity": 12}]}""";

    @BeforeEach
    void confirmed(StateMachineHarness harness) {
        harness.mock("Confirm").returns("{\"MessageId\": \"m-1\"}");
    }

    // tag::whose[]
    @Test
    void whose_calls(StateMachineHarness harness) {
        harness.mock("Reserve").lenient().returns("{\"Payload\": {\"warehouse\": \"by the state's name\"}}");
        harness.mock("EachLine/Reserve").lenient().returns("{\"Payload\": {\"warehouse\": \"by its path\"}}");
        harness.mockResource("arn:aws:states:::lambda:invoke")
                .lenient()
                .returns("{\"Payload\": {\"warehouse\": \"by ARN\"}}");
        harness.mockService("lambda", "invoke").lenient().returns("{\"Payload\": {\"warehouse\": \"by service\"}}");
        harness.mockCalls(
                        "of the lambda service",
                        call -> call.resource().service().equals("lambda"))
                .lenient()
                .returns("{\"Payload\": {\"warehouse\": \"by a predicate\"}}");
        harness.mockLambda("reserve-stock").returns("{\"warehouse\": \"by the function's name\"}");
        harness.mock("EachLine[2]/Reserve").returns("{\"Payload\": {\"warehouse\": \"by the path of one item\"}}");

        assertThat(harness.run(ORDER))
                .output()
                .isEqualTo("[\"by the function's name\", \"by the function's name\", \"by the path of one item\"]");
    }
    // end::whose[]

    // tag::parameters[]
    @Test
    void calls_told_apart_by_what_they_send(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock").withParameter("$.sku", "tea").returns("{\"warehouse\": \"Riga\"}");
        harness.mockLambda("reserve-stock")
                .withParameters(Map.of("sku", "pot", "quantity", 1))
                .returns("{\"warehouse\": \"Oslo\"}");
        harness.mockLambda("reserve-stock")
                .withParametersSatisfying(parameters ->
                        assertThat(parameters.at("/quantity").intValue()).isBetween(10, 20))
                .returns("{\"warehouse\": \"Genoa\"}");

        assertThat(harness.run(ORDER)).output().isEqualTo("[\"Riga\", \"Oslo\", \"Genoa\"]");
    }
    // end::parameters[]

    // tag::which[]
    @Test
    void calls_told_apart_by_attempt_and_item(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock").returns("{\"warehouse\": \"Riga\"}");
        harness.mockLambda("reserve-stock").onItem(1).onAttempt(1).fails("Stock.Locked", "somebody else is at it");
        harness.mockLambda("reserve-stock")
                .onItemContaining("{\"sku\": \"cup\"}")
                .returns("{\"warehouse\": \"Genoa\"}");

        Execution execution = harness.run(ORDER);

        assertThat(execution).output().isEqualTo("[\"Riga\", \"Riga\", \"Genoa\"]");
        assertThat(execution).state("EachLine[1]/Reserve").wasAttempted(2);
    }
    // end::which[]

    // tag::execution[]
    @Test
    void calls_of_one_execution(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock").returns("{\"warehouse\": \"Riga\"}");
        harness.mockLambda("reserve-stock").inExecution("rush").returns("{\"warehouse\": \"Oslo\"}");
        String tea = "{\"lines\": [{\"sku\": \"tea\", \"quantity\": 2}]}";

        assertThat(harness.startExecution("reserve", "rush", tea)).output().isEqualTo("[\"Oslo\"]");
        assertThat(harness.startExecution("reserve", "calm", tea)).output().isEqualTo("[\"Riga\"]");
    }
    // end::execution[]
}
