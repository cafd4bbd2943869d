package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredResultsTest {
    private static final StateMachine INVOKES = StateMachine.parse("order.asl.json", """
            {"StartAt": "ChargeCard", "States": {"ChargeCard": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge-card"}}}}""");

    private static final StateMachine CALLS = StateMachine.parse("order.asl.json", """
            {"StartAt": "ChargeCard", "States": {"ChargeCard": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge-card"}}}""");

    /** What the function returns. */
    record Receipt(String receiptId, List<Line> lines) {
        /** A part of it. */
        record Line(int cents) {}
    }

    private static StateMachineHarness harness(StateMachine machine) {
        return StateMachineHarness.create(machine, HarnessOptions.defaults().withResult("charge-card", Receipt.class));
    }

    @Test
    void a_mock_that_returns_a_field_that_the_type_does_not_have_is_refused() {
        StateMachineHarness harness = harness(INVOKES);
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        assertThatThrownBy(() -> harness.run("{}"))
                .isInstanceOf(MockException.class)
                .hasMessageStartingWith(
                        "The mocked response to the call made by ChargeCard (attempt 1) is not the result"
                                + " that was declared for charge-card.")
                .hasMessageContaining("/receipt is no field that was declared: did you mean \"receiptId\"?");
    }

    @Test
    void a_result_of_another_type_at_any_depth_is_refused() {
        StateMachineHarness harness = harness(CALLS);
        harness.mockLambda("charge-card")
                .returns("{\"receiptId\": \"r-1\", \"lines\": [{\"cents\": 1}, {\"cents\": \"2\"}]}");

        assertThatThrownBy(() -> harness.run("{}"))
                .isInstanceOf(MockException.class)
                .hasMessageContaining("/lines/1/cents is a string, and a number was declared");
    }

    @Test
    void a_field_that_is_always_there_may_be_null_and_must_not_be_missing() {
        StateMachineHarness nulls = harness(CALLS);
        nulls.mockLambda("charge-card").returns("{\"receiptId\": null, \"lines\": []}");
        assertThat(nulls.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        StateMachineHarness lacking = harness(CALLS);
        lacking.mockLambda("charge-card").returns("{\"receiptId\": \"r-1\"}");
        assertThatThrownBy(() -> lacking.run("{}"))
                .isInstanceOf(MockException.class)
                .hasMessageContaining("/lines was declared as always there, and is not there");
    }

    @Test
    void a_failure_and_a_mock_that_is_not_validated_are_taken() {
        StateMachineHarness fails = harness(CALLS);
        fails.mockLambda("charge-card").fails("Boom", "because");
        assertThat(fails.run("{}").status()).isEqualTo(ExecutionStatus.FAILED);

        StateMachineHarness free = harness(CALLS);
        free.mockLambda("charge-card").withFieldValidation(FieldValidation.NONE).returns("{\"other\": 1}");
        assertThat(free.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
}
