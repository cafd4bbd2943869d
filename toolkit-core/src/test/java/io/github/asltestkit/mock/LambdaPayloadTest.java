package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.UnmockedCallException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where a Lambda function is mocked or asked for, its payload is meant, in whichever form it is called. */
class LambdaPayloadTest {
    private static final StateMachine BY_INVOKE = machine("""
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "file-claim", "Payload.$": "$"}, "OutputPath": "$.Payload\"""");
    private static final StateMachine BY_ARN =
            machine("\"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:file-claim\"");
    private static final String CLAIM = "{\"amount\": 5000, \"parties\": [\"kim\"]}";

    private static StateMachine machine(String task) {
        return StateMachine.parse(
                "claim.asl.json",
                "{\"StartAt\": \"File\", \"States\": {\"File\": {\"Type\": \"Task\", \"End\": true, " + task + "}}}");
    }

    record Claim(int amount, List<String> parties) {}

    private static Stream<DynamicTest> inBothForms(java.util.function.Consumer<StateMachineHarness> test) {
        return Map.of("lambda:invoke", BY_INVOKE, "ARN", BY_ARN).entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.getKey(), () -> test.accept(StateMachineHarness.create(form.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_reads_the_payload() {
        return inBothForms(harness -> {
            harness.mockLambda("file-claim")
                    .answers(Claim.class, Claim::amount)
                    .thenAnswers(call -> call.payload().path("parties"));

            assertThat(harness.run(CLAIM).output()).hasToString("5000");
            assertThat(harness.run(CLAIM).output()).hasToString("[\"kim\"]");
        });
    }

    @TestFactory
    Stream<DynamicTest> conditions_are_about_the_payload() {
        return inBothForms(harness -> {
            harness.mockLambda("file-claim")
                    .withParameter("$.amount", 5000)
                    .withParameters("{\"parties\": [\"kim\"]}")
                    .withoutParameter("$.Payload")
                    .withParametersSatisfying(
                            sent -> assertThat(sent.path("amount").intValue()).isEqualTo(5000))
                    .matching(Claim.class, "of kim", claim -> claim.parties().contains("kim"))
                    .returns("\"filed\"");

            assertThat(harness.run(CLAIM).output()).hasToString("\"filed\"");
        });
    }

    @TestFactory
    Stream<DynamicTest> the_journal_is_about_the_payload() {
        return inBothForms(harness -> {
            harness.mockLambda("file-claim").returns("{}");
            Execution execution = harness.run(CLAIM);

            CallJournal calls = harness.calls();
            assertThat(calls.ofLambda("file-claim").withParameter("$.amount", 5000))
                    .hasSize(1);
            assertThat(calls.withParameter("$.amount", 5000).ofLambda("file-claim"))
                    .hasSize(1);
            assertThat(execution.calls().get(0).parametersAs(Claim.class)).isEqualTo(new Claim(5000, List.of("kim")));
            assertThat(execution.calls().get(0).payload()).hasToString("{\"amount\":5000,\"parties\":[\"kim\"]}");
        });
    }

    @Test
    void a_condition_on_the_request_of_lambda_invoke_is_shown_the_payload() {
        StateMachineHarness harness = StateMachineHarness.create(BY_INVOKE);
        harness.mockLambda("file-claim").withParameter("$.Payload.amount", 5000).returns("{}");

        assertThatThrownBy(() -> harness.run(CLAIM))
                .isInstanceOf(UnmockedCallException.class)
                .hasMessageContaining("""
                            mocked response              | call
                            -----------------------------+-----------
                            Lambda function  file-claim  | file-claim
                            Payload.amount   equals 5000 | (nothing)    <<<<< differs

                          Of a Lambda function, parameters are its payload: write $.sku rather than $.Payload.sku.
                        """);
    }

    @Test
    void a_number_and_the_string_of_it_are_told_apart() {
        StateMachineHarness harness = StateMachineHarness.create(BY_ARN);
        harness.mockLambda("file-claim").withParameter("$.amount", "5000").returns("\"number\"");
        harness.mockLambda("file-claim").withParameter("$.amount", "\"5000\"").returns("\"string\"");
        harness.mockLambda("file-claim").withParameter("$.amount", "much").returns("\"word\"");

        assertThat(harness.run("{\"amount\": 5000}").output()).hasToString("\"number\"");
        assertThat(harness.run("{\"amount\": \"5000\"}").output()).hasToString("\"string\"");
        assertThat(harness.run("{\"amount\": \"much\"}").output()).hasToString("\"word\"");
    }

    @Test
    void a_near_miss_says_which_sort_of_value_was_sent() {
        StateMachineHarness harness = StateMachineHarness.create(BY_ARN);
        harness.mockLambda("file-claim").withParameter("$.amount", 5000).returns("{}");

        assertThatThrownBy(() -> harness.run("{\"amount\": \"5000\"}"))
                .hasMessageContaining(
                        "    amount           equals 5000 | \"5000\"       <<<<< differs: a number expected, a string sent\n");
    }

    @Test
    void a_request_read_as_a_type_of_other_fields_is_refused() {
        StateMachineHarness harness = StateMachineHarness.create(BY_INVOKE);
        harness.mock("File").answers(Claim.class, claim -> claim);

        assertThatThrownBy(() -> harness.run(CLAIM))
                .isInstanceOf(MockException.class)
                .hasMessage("""
                The call made by File cannot be read as Claim. The execution was stopped there.

                  parameters: {"FunctionName":"file-claim","Payload":{"amount":5000,"parties":["kim"]}}
                         why: they share no field. The JSON has FunctionName, Payload; Claim has amount, parties
                          at: claim.asl.json:1:40  /States/File

                  Of a Lambda function, harness.mockLambda("file-claim") reads the payload.
                """);
    }
}
