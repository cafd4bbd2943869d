package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.UnmockedCallException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which calls a mock answers. */
class MockConditionsTest {
    private static final StateMachine EACH = StateMachine.parse("each.asl.json", """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 1, "End": true,
              "ItemProcessor": {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "arn:aws:lambda:eu-west-1:123456789012:function:charge:live",
                  "Payload": {"sku.$": "$.sku", "lines.$": "$.lines"}},
                "ResultSelector": {"said.$": "$.Payload"}, "OutputPath": "$.said",
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}]}}}}}}""");
    private static final String INPUT = """
            [{"sku": "A", "lines": [{"n": 1}]}, {"sku": "B", "lines": [{"n": 12}, {"n": 2.0}]}]""";

    /** What the two items are answered with, where the mock under test answers {@code yes} and all others {@code no}. */
    private static String said(UnaryOperator<Mock> conditions) {
        StateMachineHarness harness = StateMachineHarness.create(EACH);
        harness.mockLambda("charge").returns("\"no\"");
        conditions.apply(harness.mockLambda("charge")).returns("\"yes\"");
        return String.valueOf(harness.run(INPUT).output());
    }

    @TestFactory
    Stream<DynamicTest> a_condition_chooses_among_the_calls() {
        Map<String, UnaryOperator<Mock>> second = new LinkedHashMap<>();
        second.put(
                "the n-th call of the state in its iteration",
                mock -> mock.onItem(1).onCall(1));
        second.put("the index of the Map item", mock -> mock.onItem(1));
        second.put("a part of the Map item", mock -> mock.onItemContaining(Map.of("sku", "B")));
        second.put("a parameter's text", mock -> mock.withParameter("$.sku", "B"));
        second.put("a parameter's number, by value", mock -> mock.withParameter("$.lines[1].n", 2));
        second.put("a path with a filter", mock -> mock.withParameter("$.lines[?(@.n > 10)]"));
        second.put("a path that finds nothing", mock -> mock.withoutParameter("$.lines[?(@.n == 1)]"));
        second.put("a part of the parameters", mock -> mock.withParameters("{\"sku\": \"B\"}"));
        second.put(
                "a predicate",
                mock -> mock.matching(
                        "two lines", call -> call.payload().path("lines").size() == 2));
        second.put(
                "assertions",
                mock -> mock.withParametersSatisfying(
                        parameters -> assertThat(parameters.at("/sku").asText()).isEqualTo("B")));
        second.put(
                "a Condition of AssertJ",
                mock -> mock.matching(
                        "a B",
                        new Condition<TaskCall>(
                                call -> call.parameters().toString().contains("\"B\""), "a B")::matches));
        second.put(
                "the parameters as a type",
                mock -> mock.matching(Line.class, "sku B", line -> line.sku().equals("B")));
        return second.entrySet().stream()
                .map(condition -> DynamicTest.dynamicTest(
                        condition.getKey(),
                        () -> assertThat(said(condition.getValue())).isEqualTo("[\"no\",\"yes\"]")));
    }

    record Line(String sku) {}

    @Test
    void the_order_of_conditions_means_nothing() {
        assertThat(said(mock -> mock.onItem(1).onAttempt(1).withParameter("$.sku", "B")))
                .isEqualTo(said(
                        mock -> mock.withParameter("$.sku", "B").onAttempt(1).onItem(1)))
                .isEqualTo("[\"no\",\"yes\"]");
        assertThat(said(mock -> mock.named("n").lenient().onItem(0)))
                .isEqualTo(said(mock -> mock.onItem(0).lenient().named("n")))
                .isEqualTo("[\"yes\",\"no\"]");
    }

    @TestFactory
    Stream<DynamicTest> a_mock_is_chosen_by() {
        Map<String, Function<StateMachineHarness, Mock>> selectors = new LinkedHashMap<>();
        selectors.put("the state's name", harness -> harness.mock("Charge"));
        selectors.put("its path", harness -> harness.mock("Each/Charge"));
        selectors.put("its path with an index", harness -> harness.mock("Each[0]/Charge"));
        selectors.put("the resource", harness -> harness.mockResource("arn:aws:states:::lambda:invoke"));
        selectors.put("the function's name", harness -> harness.mockLambda("charge"));
        selectors.put(
                "the function's ARN",
                harness -> harness.mockLambda("arn:aws:lambda:eu-west-1:123456789012:function:charge:live"));
        selectors.put("service and action", harness -> harness.mockService("lambda", "invoke"));
        selectors.put("a predicate", harness -> harness.mockCalls("all", call -> true));
        return selectors.entrySet().stream()
                .map(selector -> DynamicTest.dynamicTest(selector.getKey(), () -> {
                    StateMachineHarness harness = StateMachineHarness.create(EACH);
                    selector.getValue().apply(harness).returns("{\"Payload\": 7}");

                    Execution execution = harness.run("[{\"sku\": \"A\", \"lines\": []}]");

                    assertThat(execution.calls())
                            .singleElement()
                            .satisfies(call -> assertThat(call.mock()).isNotEmpty());
                }));
    }

    @Test
    void an_execution_is_told_by_its_name() {
        StateMachineHarness harness = StateMachineHarness.create(EACH);
        harness.mock("Charge").returns("{\"Payload\": \"any\"}");
        harness.mock("Charge").inExecution("special").returns("{\"Payload\": \"special\"}");
        String one = "[{\"sku\": \"A\", \"lines\": []}]";

        assertThat(harness.startExecution("each", "special", one).output()).hasToString("[\"special\"]");
        assertThat(harness.startExecution("each", "other", one).output()).hasToString("[\"any\"]");
    }

    @Test
    void an_attempt_is_one_of_a_visit() {
        StateMachineHarness harness = StateMachineHarness.create(EACH);
        harness.mock("Charge").returns("{\"Payload\": \"again\"}");
        harness.mock("Charge").onAttempt(1).fails("Busy", null);

        assertThat(harness.run(INPUT).output()).hasToString("[\"again\",\"again\"]");
    }

    // ---- what cannot be said -----------------------------------------------------------------------------------

    @Test
    void conditions_that_no_call_can_have_together_are_refused() {
        Mock mock = StateMachineHarness.create(EACH).mock("Charge");

        assertThatThrownBy(() -> mock.onAttempt(1).onAttempt(2))
                .hasMessage(
                        "No call matches this mock of Charge: attempt cannot be 1 and 2. Use a second mock for that");
        assertThatThrownBy(() -> mock.withParameters("{\"a\": {\"b\": 1}}").withParameter("$.a.b", 2))
                .hasMessage("No call matches this mock of Charge: a.b cannot be 1 and 2. Use a second mock for that");
        assertThatThrownBy(() -> mock.named("a").named("b"))
                .hasMessage("This mock of Charge is named \"a\" already, and cannot be \"b\" too");
        assertThatThrownBy(() -> mock.onItem(-1)).hasMessage("The first item is 0, but it was -1");
        assertThatThrownBy(() -> mock.onCall(0)).hasMessage("The first call is 1, but it was 0");
    }

    @Test
    void what_is_no_path_is_refused_where_it_is_said() {
        Mock mock = StateMachineHarness.create(EACH).mock("Charge");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mock.withParameter("Payload.sku", 1))
                .withMessage("\"Payload.sku\" is not a path into the parameters of a call, such as $.order.sku");
        assertThatIllegalArgumentException().isThrownBy(() -> mock.withParameter("$.["));
        assertThatIllegalArgumentException().isThrownBy(() -> mock.withoutParameter(""));
    }

    @Test
    void after_the_answer_nothing_more_can_be_said_of_which_calls() {
        List<UnaryOperator<Mock>> words = List.of(
                mock -> mock.onAttempt(1),
                mock -> mock.named("n"),
                Mock::lenient,
                mock -> mock.withFieldValidation(FieldValidation.NONE));
        for (UnaryOperator<Mock> word : words) {
            Mock mock = StateMachineHarness.create(EACH).mock("Charge");
            mock.returns("{}");

            assertThatThrownBy(() -> word.apply(mock))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("This mock of Charge has its answer already: say ")
                    .hasMessageEndingWith(" before the answer");
        }
    }

    @Test
    void a_second_answer_is_no_second_sentence() {
        Mock mock = StateMachineHarness.create(EACH).mock("Charge");
        mock.returns("{}");

        assertThatThrownBy(() -> mock.fails("A", "B"))
                .hasMessage(
                        "This mock of Charge already has its answer: continue with then..., or mock the call again");
    }

    @Test
    void the_mock_that_was_given_last_answers() {
        StateMachineHarness harness = StateMachineHarness.create(EACH);
        harness.mock("Charge").returns("{\"Payload\": 1}");
        harness.mock("Charge").returns("{\"Payload\": 2}");

        assertThat(harness.run(INPUT).output()).hasToString("[2,2]");
    }

    @Test
    void a_condition_that_fails_to_look_is_the_tests_own_failure() {
        StateMachineHarness harness = StateMachineHarness.create(EACH);
        harness.mock("Charge")
                .matching(Line.class, "sku A", payload -> payload.sku().equals("A"))
                .returns("{}");

        assertThat(catchThrowable(() -> harness.run(INPUT))).isNotNull().isNotInstanceOf(UnmockedCallException.class);
    }
}
