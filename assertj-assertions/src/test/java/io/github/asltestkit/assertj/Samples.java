package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;

/** Executions to assert on. */
final class Samples {
    static final String ORDER = """
            {
              "StartAt": "ValidateOrder",
              "States": {
                "ValidateOrder": {"Type": "Pass", "Next": "ChargeCard"},
                "ChargeCard": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge-card", "Payload.$": "$"},
                  "Retry": [{"ErrorEquals": ["Payment.Declined"], "IntervalSeconds": 1, "MaxAttempts": 2}],
                  "Catch": [
                    {"ErrorEquals": ["Other"], "Next": "OrderFailed"},
                    {"ErrorEquals": ["Payment.Declined"], "Next": "RefundOrder"}
                  ],
                  "Next": "ShipOrder"
                },
                "ShipOrder": {"Type": "Pass", "Next": "NotifyCustomer"},
                "NotifyCustomer": {"Type": "Pass", "End": true},
                "RefundOrder": {"Type": "Pass", "Next": "OrderFailed"},
                "OrderFailed": {"Type": "Fail", "Error": "Order.Failed", "Cause": "no money"}
              }
            }
            """;

    static final String CALLBACK = """
            {
              "StartAt": "Push to SQS",
              "States": {
                "Push to SQS": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "HeartbeatSeconds": 600,
                  "TimeoutSeconds": 3600,
                  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"Token.$": "$$.Task.Token"}},
                  "ResultPath": "$.answer",
                  "End": true
                }
              }
            }
            """;

    static final String NESTED = """
            {
              "StartAt": "Each",
              "States": {
                "Each": {
                  "Type": "Map",
                  "ItemsPath": "$.items",
                  "ItemProcessor": {
                    "StartAt": "Both",
                    "States": {
                      "Both": {
                        "Type": "Parallel",
                        "Branches": [
                          {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 5, "Next": "After"},
                                                         "After": {"Type": "Pass", "End": true}}},
                          {"StartAt": "Call", "States": {"Call": {"Type": "Task",
                             "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}
                        ],
                        "End": true
                      }
                    }
                  },
                  "Assign": {"count": 2},
                  "Next": "Decide"
                },
                "Decide": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$[0][1].MessageId", "StringEquals": "m-1", "Next": "Done"}],
                  "Default": "Lost"
                },
                "Done": {"Type": "Succeed"},
                "Lost": {"Type": "Fail", "Error": "Lost"}
              }
            }
            """;

    private Samples() {}

    static StateMachineHarness harness(String name, String definition) {
        return StateMachineHarness.create(StateMachine.parse(name, definition));
    }

    /** Charged after one retry, then shipped. */
    static Execution succeeded() {
        StateMachineHarness harness = harness("order.asl.json", ORDER);
        harness.mock("ChargeCard")
                .fails("Payment.Declined", "try again")
                .thenReturns("{\"charged\": true, \"sum\": 12.0}");
        return harness.run("{\"order\": 7}");
    }

    /** Declined three times, caught, and ended in a Fail state. */
    static Execution failed() {
        StateMachineHarness harness = harness("order.asl.json", ORDER);
        harness.mock("ChargeCard").fails("Payment.Declined", "no funds");
        return harness.run("{\"order\": 7}");
    }

    /** The message was sent nine minutes ago. */
    static Execution waiting() {
        StateMachineHarness harness = harness("callback.asl.json", CALLBACK);
        harness.mock("Push to SQS").accepts();
        Execution execution = harness.start("{\"order\": 7}");
        harness.clock().advanceBy(Duration.ofMinutes(9));
        return execution;
    }

    /** The token was returned after seven and a half minutes. */
    static Execution completed() {
        StateMachineHarness harness = harness("callback.asl.json", CALLBACK);
        harness.mock("Push to SQS").accepts();
        Execution execution = harness.start("{\"order\": 7}");
        harness.clock().advanceBy(Duration.ofSeconds(450));
        harness.sendTaskSuccess(execution.taskToken("Push to SQS"), "{}");
        return execution;
    }

    /** Nobody returned the token in time. */
    static Execution silent() {
        StateMachineHarness harness = harness("callback.asl.json", CALLBACK);
        harness.mock("Push to SQS").accepts();
        return harness.run("{\"order\": 7}");
    }

    /** Two items, each with a branch that waits and one that calls. */
    static Execution nested() {
        StateMachineHarness harness = harness("nested.asl.json", NESTED);
        harness.mock("Call").returns("{\"MessageId\": \"m-1\"}");
        return harness.run("{\"items\": [1, 2]}");
    }
}
