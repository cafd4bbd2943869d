package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** Mistakes of a first week: each message says what to do. */
@StateMachineTest("order.asl.json")
class MistakeFailures {

    private static final String LOOP =
            """
            {"StartAt": "Ask", "States": {
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                      "Parameters": {"FunctionName": "ask"}, "ResultPath": "$.state", "Next": "Ready?"},
              "Ready?": {"Type": "Choice", "Choices": [
                  {"Variable": "$.state", "StringEquals": "READY", "Next": "Done"}], "Default": "Ask"},
              "Done": {"Type": "Succeed"}}}""";

    @Test
    void a_text_parameter_without_an_annotation(String input) {}

    @Test
    void a_mock_of_a_state_that_makes_no_call(StateMachineHarness harness) {
        harness.mock("NotifyCustomer").returns("{}");
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void an_answer_that_cannot_be_serialised(StateMachineHarness harness) {
        harness.mock("ChargeCard").returns(new Object() {
            @SuppressWarnings("unused")
            public Object getSelf() {
                throw new IllegalStateException("no self");
            }
        });
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void an_exception_in_an_answer(StateMachineHarness harness) {
        harness.mock("ChargeCard").answers(call -> {
            throw new IllegalStateException("the answer is broken");
        });
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void a_mock_that_is_not_json(StateMachineHarness harness) {
        harness.mock("ChargeCard").returns("{\"receipt\": r-1}");
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void an_input_that_is_not_json(StateMachineHarness harness) {
        harness.run("{\"order\": 7,}");
    }

    @Test
    @StateMachineTest("ordr.asl.json")
    void a_wrong_name_of_a_file(StateMachineHarness harness) {}

    @Test
    @StateMachineTest("broken/ordr/none.asl.json")
    void a_wrong_name_of_a_file_without_a_near_one(StateMachineHarness harness) {}

    @Test
    @StateMachineTest(definition = LOOP)
    void a_loop_that_does_not_end(StateMachineHarness harness) {
        harness.mock("Ask").returns("\"PENDING\"");
        assertThat(harness.run("{}")).hasSucceeded();
    }

    @Test
    @StateMachineTest(definition = "{\"StartAt\": \"Validate\", \"States\": {\"Validate\": {\"Type\": \"Task\","
            + " \"Resource\": \"${ValidateFn}\", \"End\": true}}}")
    void a_placeholder_without_a_value(StateMachineHarness harness) {
        harness.mockLambda("validate").returns("{}");
        harness.run("{}");
    }

    @Test
    void a_mock_of_a_misspelled_state(StateMachineHarness harness) {
        harness.mock("NotifyCustomr").returns("{}");
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void unused_mocks_beside_a_failure(StateMachineHarness harness) {
        harness.mockLambda("charge-crad").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ChargeCard").fails("Bank.Broken", "no");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
        assertThat(harness.run("{\"order\": 7, \"total\": 9}")).hasSucceeded();
    }

    @Test
    void a_harness_of_an_earlier_test(StateMachineHarness harness) {
        harness.endWith("OrderTest.an_earlier_test");
        harness.run("{\"order\": 7, \"total\": 9}");
    }

    @Test
    void a_machine_that_the_harness_does_not_know(StateMachineHarness harness) {
        harness.startExecution("oder", null, "{}");
    }

    @Test
    void an_action_that_never_ran(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");
        harness.meanwhile().whenEntered("ShipOrder", execution -> assertThat(execution).isRunning());

        harness.run("{\"order\": 7, \"total\": 9}");
    }
}
