package io.github.asltestkit.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.BehaviourComparison;
import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BehaviourDiffTest {
    private static final String ORDER = """
            {
              "StartAt": "Large?",
              "States": {
                "Large?": {
                  "Type": "Choice",
                  "Choices": [
                    {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "ApproveByHand"}
                  ],
                  "Default": "ChargeCard"
                },
                "ApproveByHand": {"Type": "Wait", "Seconds": 3600, "Next": "ChargeCard"},
                "ChargeCard": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge", "Payload": {"amount.$": "$.total"}},
                  "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 2, "MaxAttempts": 1}],
                  "Catch": [{"ErrorEquals": ["Bank.Busy"], "ResultPath": "$.error", "Next": "RefundOrder"}],
                  "ResultPath": "$.charge",
                  "Next": "ShipOrder"
                },
                "ShipOrder": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {
                    "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/ship",
                    "MessageBody": {"token.$": "$$.Task.Token"}
                  },
                  "TimeoutSeconds": 3600,
                  "ResultPath": null,
                  "End": true
                },
                "RefundOrder": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "refund", "Payload": {"reason.$": "$.error.Error"}},
                  "ResultPath": null,
                  "End": true
                }
              }
            }
            """;

    private static StateMachine order() {
        return StateMachine.parse("order.asl.json", ORDER);
    }

    private static StateMachine order(UnaryOperator<String> change) {
        String changed = change.apply(ORDER);
        assertThat(changed).isNotEqualTo(ORDER);
        return StateMachine.parse("order.asl.json", changed);
    }

    private static BehaviourDiff diff(UnaryOperator<String> change) {
        return BehaviourDiff.between(order(), order(change)).compare();
    }

    private static Difference only(BehaviourDiff diff) {
        assertThat(diff.differences()).as(diff::toString).hasSize(1);
        return diff.differences().get(0);
    }

    // ---- what is found ---------------------------------------------------------------------------------------

    @Test
    void a_definition_behaves_as_itself() {
        BehaviourDiff diff = BehaviourDiff.between(order(), order()).compare();

        assertThat(diff.hasDifference()).isFalse();
        assertThat(diff.isComplete()).isTrue();
        assertThat(diff.scenarios()).containsKeys(ScenarioKind.GOAL, ScenarioKind.FAULT);
        assertThat(diff.toString()).isEqualTo("order.asl.json: no difference over " + diff.extent() + "\n");
    }

    @Test
    void a_boundary_that_moved_shows_at_the_boundary() {
        Difference difference = only(diff(text -> text.replace("NumericGreaterThan\"", "NumericGreaterThanEquals\"")));

        assertThat(difference.kind()).isEqualTo(DifferenceKind.PATH);
        assertThat(difference.example().name()).isEqualTo("total = 1000");
        assertThat(difference.example().input().toString()).isEqualTo("{\"total\":1000}");
        assertThat(difference.state()).isEqualTo("Large?");
        assertThat(difference.place()).isEqualTo("order.asl.json:4:15  /States/Large?");
        assertThat(difference.change()).isEqualTo("Choices[0].NumericGreaterThan became NumericGreaterThanEquals");
        assertThat(difference.before()).isEqualTo("enters ChargeCard");
        assertThat(difference.after()).isEqualTo("enters ApproveByHand");
    }

    @Test
    void more_attempts_show_where_the_error_comes_always() {
        Difference difference = only(diff(text -> text.replace("\"MaxAttempts\": 1", "\"MaxAttempts\": 3")));

        assertThat(difference.kind()).isEqualTo(DifferenceKind.ATTEMPTS);
        assertThat(difference.example().name()).isEqualTo("ChargeCard fails with Bank.Busy, always");
        assertThat(difference.before()).isEqualTo("2 attempts of ChargeCard");
        assertThat(difference.after()).isEqualTo("4 attempts");
        assertThat(difference.change()).isEqualTo("Retry[0].MaxAttempts: 1 became 3");
    }

    @Test
    void a_longer_interval_is_a_difference_of_time() {
        Difference difference = only(diff(text -> text.replace("\"IntervalSeconds\": 2", "\"IntervalSeconds\": 20")));

        assertThat(difference.kind()).isEqualTo(DifferenceKind.TIME);
        assertThat(difference.state()).isEqualTo("ChargeCard");
    }

    @Test
    void a_timeout_that_is_gone_waits_for_the_quota() {
        Difference difference = only(diff(text -> text.replace("\"TimeoutSeconds\": 3600,", "")));

        assertThat(difference.kind()).isEqualTo(DifferenceKind.STATUS);
        assertThat(difference.example().name()).isEqualTo("ShipOrder is never answered");
        assertThat(difference.before()).isEqualTo("ends after 1h1s as FAILED");
        assertThat(difference.after()).isEqualTo("waits for the quota");
        assertThat(difference.state()).isEqualTo("ShipOrder");
    }

    @Test
    void another_parameter_is_told_by_its_place() {
        Difference difference = only(diff(text -> text.replace("\"amount.$\"", "\"sum.$\"")));

        assertThat(difference.kind()).isEqualTo(DifferenceKind.PARAMETERS);
        assertThat(difference.before()).isEqualTo("ChargeCard is called with $.Payload.amount = 1");
        assertThat(difference.after()).isEqualTo("with $.Payload.amount = (nothing)");
        assertThat(difference.scenarios()).isGreaterThan(5);
    }

    @Test
    void a_call_that_only_one_side_makes_is_a_difference_of_its_own() {
        BehaviourDiff diff = diff(text ->
                text.replace("\"Next\": \"ShipOrder\"", "\"Next\": \"Audit\"").replace("\"ShipOrder\": {", """
                    "Audit": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::lambda:invoke",
                      "Parameters": {"FunctionName": "audit"},
                      "ResultPath": null,
                      "Next": "ShipOrder"
                    },
                    "ShipOrder": {"""));

        Difference difference = diff.differences().get(0);
        assertThat(difference.kind()).isEqualTo(DifferenceKind.CALL);
        assertThat(difference.before()).isEqualTo("makes no such call");
        assertThat(difference.after()).isEqualTo("calls Audit");
        assertThat(difference.state()).isEqualTo("ChargeCard");
        assertThat(difference.change()).isEqualTo("Next: ShipOrder became Audit");
        assertThat(diff.differences())
                .extracting(one -> one.example().name())
                .containsExactly("any input", "Audit fails with Lambda.ServiceException");
    }

    @Test
    void a_new_catcher_is_reached_by_an_error_that_only_the_new_definition_names() {
        Difference difference = only(diff(text -> text.replace(
                "\"Catch\": [", "\"Catch\": [{\"ErrorEquals\": [\"Bank.Closed\"], \"Next\": \"ShipOrder\"}, ")));

        assertThat(difference.kind()).isEqualTo(DifferenceKind.STATUS);
        assertThat(difference.example().name()).isEqualTo("ChargeCard fails with Bank.Closed");
        assertThat(difference.state()).isEqualTo("ChargeCard");
    }

    @Test
    void the_timeout_of_the_machine_is_not_that_of_a_state() {
        Difference difference =
                only(diff(text -> text.replace("{\n  \"StartAt\"", "{\n  \"TimeoutSeconds\": 600,\n  \"StartAt\"")));

        assertThat(difference.state()).isEmpty();
        assertThat(difference.change()).isEqualTo("TimeoutSeconds is new: 600");
    }

    // ---- what is none ----------------------------------------------------------------------------------------

    @Test
    void a_pass_state_that_only_one_side_has_is_billed_and_no_difference() {
        BehaviourDiff diff = diff(text -> text.replace("\"StartAt\": \"Large?\"", "\"StartAt\": \"Begin\"")
                .replace(
                        "\"States\": {\n    \"L",
                        "\"States\": {\n    \"Begin\": {\"Type\": \"Pass\", \"Next\": \"Large?\"},\n    \"L"));

        assertThat(diff.hasDifference()).as(diff::toString).isFalse();
        assertThat(diff.billedDifferently()).isEqualTo(diff.scenarioCount());
        assertThat(diff.toString()).contains("billed for another number of Pass states");
    }

    @Test
    void a_renamed_state_is_none_if_it_is_declared() {
        StateMachine renamed = order(text -> text.replace("ChargeCard", "Charge"));
        BehaviourComparison comparison = BehaviourDiff.between(order(), renamed);

        assertThat(comparison.renamed("ChargeCard", "Charge").compare().hasDifference())
                .isFalse();
        assertThat(comparison.compare().differences())
                .extracting(Difference::kind)
                .containsOnly(DifferenceKind.PATH);
    }

    // ---- answers and inputs ----------------------------------------------------------------------------------

    @Test
    void the_mocks_of_a_test_answer_both_sides() {
        Difference difference = only(BehaviourDiff.between(
                        order(),
                        order(text -> text.replace("\"ResultPath\": \"$.charge\"", "\"ResultPath\": \"$.paid\"")))
                .answeredBy(BehaviourDiffTest::everythingWorks)
                .withInput("a small order", "{\"total\": 5}")
                .failures(0)
                .compare());

        assertThat(difference.kind()).isEqualTo(DifferenceKind.OUTPUT);
        assertThat(difference.example().kind()).isEqualTo(ScenarioKind.INPUT);
        assertThat(difference.example().name()).isEqualTo("a small order");
        assertThat(difference.old().output().at("/charge/Payload/ok").asBoolean())
                .isTrue();
        assertThat(difference.current().output().at("/paid/Payload/ok").asBoolean())
                .isTrue();
    }

    private static void everythingWorks(StateMachineHarness harness) {
        harness.mockLambda("charge").returns("{\"ok\": true}");
        harness.mock("ShipOrder").lenient().callbackSucceedsAfter(java.time.Duration.ofMinutes(5), "{}");
    }

    @Test
    void the_same_comparison_says_the_same() {
        UnaryOperator<String> change = text -> text.replace("\"Seconds\": 3600", "\"Seconds\": 60");

        assertThat(diff(change).toString()).isEqualTo(diff(change).toString());
    }

    @Test
    void a_limit_is_told() {
        BehaviourDiff diff = BehaviourDiff.between(order(), order()).limit(3).compare();

        assertThat(diff.isComplete()).isFalse();
        assertThat(diff.scenarioCount()).isEqualTo(3);
        assertThat(diff.toString()).contains("The limit was reached: there are more scenarios than these 3.");
    }

    @Test
    void what_cannot_be_is_refused_with_the_way_out() {
        BehaviourComparison comparison = BehaviourDiff.between(order(), order());

        assertThatThrownBy(() -> comparison.renamed("ChargeCrad", "ChargeCard"))
                .hasMessage("The old definition order.asl.json has no state \"ChargeCrad\""
                        + " (did you mean \"ChargeCard\"?)");
        assertThatThrownBy(() -> comparison.limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> comparison.failures(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> comparison.withInput("no JSON")).isInstanceOf(IllegalArgumentException.class);
    }
}
