package io.github.asltestkit.proof;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.Stays;
import io.github.asltestkit.mock.FieldValidation;
import java.util.ArrayList;
import java.util.List;

/** A machine with a state of each kind in both languages, and executions that take all of its turns. */
final class Shop {
    static final String DEFINITION = """
            {"StartAt": "Prices", "States": {
              "Prices": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "ResultPath": "$.prices",
                "ItemSelector": {"index.$": "$$.Map.Item.Index", "sku.$": "$$.Map.Item.Value.sku"},
                "ItemProcessor": {"StartAt": "Price", "States": {
                  "Price": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price",
                    "End": true}}},
                "Next": "Total"},
              "Total": {"Type": "Pass", "QueryLanguage": "JSONata", "Next": "Large?",
                "Assign": {"total": "{% $sum($states.input.prices) %}"},
                "Output": {"order": "{% $states.input.order %}", "total": "{% $sum($states.input.prices) %}"}},
              "Large?": {"Type": "Choice", "InputPath": "$", "Default": "Charge",
                "Choices": [{"Variable": "$.total", "NumericGreaterThan": 100, "Next": "Approve"}]},
              "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/approvals",
                  "MessageBody": {"token.$": "$$.Task.Token", "execution.$": "$$.Execution.Name"}},
                "ResultPath": "$.approval", "Next": "Charge"},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload": {"order.$": "$.order", "amount.$": "$total"}},
                "ResultSelector": {"receipt.$": "$.Payload.receipt"}, "ResultPath": "$.charge",
                "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 3, "MaxAttempts": 2, "BackoffRate": 2},
                          {"ErrorEquals": ["Bank.Slow"], "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["Bank.Closed"], "Next": "Refused"},
                          {"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refused"}],
                "Next": "Ship"},
              "Ship": {"Type": "Parallel", "ResultSelector": {"parcel.$": "$[0]"}, "ResultPath": "$.shipped",
                "Branches": [
                  {"StartAt": "Pack", "States": {"Pack": {"Type": "Task", "QueryLanguage": "JSONata",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {"FunctionName": "pack", "Payload": "{% $states.input.order %}"},
                    "Output": "{% $states.result.Payload %}", "End": true}}},
                  {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 1, "End": true}}}],
                "Next": "Done"},
              "Refused": {"Type": "Fail", "Error": "Order.Refused", "Cause": "The bank refused."},
              "Done": {"Type": "Succeed"}}}""";

    private Shop() {}

    static StateMachine machine() {
        return StateMachine.parse("shop.asl.json", DEFINITION);
    }

    /** A small order that is charged at the third attempt. */
    static List<Stay> busy() {
        StateMachineHarness harness = harness(7);
        harness.mockLambda("charge")
                .fails("Bank.Busy", "too many customers")
                .thenFails("Bank.Busy", "still too many")
                .thenReturns("{\"receipt\": \"r-1\"}");
        harness.mockLambda("pack").returns("{\"parcel\": \"p-1\"}");
        return stays(harness.run(order()));
    }

    /** A large order that somebody approves, and that the bank refuses. */
    static List<Stay> refused() {
        StateMachineHarness harness = harness(90);
        harness.mockLambda("charge").fails("Bank.Insolvent", "no money left");
        Execution execution = harness.start(order());
        harness.sendTaskSuccess(execution.taskToken("Approve"), "{\"by\": \"Ada\"}");
        harness.runToEnd(execution);
        return stays(execution);
    }

    private static StateMachineHarness harness(int price) {
        StateMachineHarness harness = StateMachineHarness.create(machine());
        harness.mock("Price").returns(String.valueOf(price));
        harness.mock("Approve")
                .lenient()
                .withFieldValidation(FieldValidation.NONE)
                .accepts();
        return harness;
    }

    private static String order() {
        return "{\"order\": \"o-1\", \"items\": [{\"sku\": \"apple\"}, {\"sku\": \"pear\"}]}";
    }

    private static List<Stay> stays(Execution execution) {
        return Stays.of(execution);
    }

    static List<Stay> all() {
        List<Stay> all = new ArrayList<>(busy());
        all.addAll(refused());
        return all;
    }
}
