package io.github.asltestkit;

import java.util.Map;

/** Loops that never wait, run with the options that a test has if it says nothing; the JVM has little memory. */
public final class EndlessLoops {
    private static final Map<String, String> MACHINES =
            Map.of("a task that is answered at once", """
                    {"StartAt": "Poll", "States": {
                      "Poll": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                        "Parameters": {"FunctionName": "f", "Payload.$": "$"}, "ResultSelector": {"status.$": "$.Payload.status"},
                        "ResultPath": "$.job", "Next": "Done?"},
                      "Done?": {"Type": "Choice", "Default": "Poll",
                        "Choices": [{"Variable": "$.job.status", "StringEquals": "DONE", "Next": "End"}]},
                      "End": {"Type": "Succeed"}}}""", "a wait of no time", """
                    {"StartAt": "Pause", "States": {
                      "Pause": {"Type": "Wait", "Seconds": 0, "Next": "Done?"},
                      "Done?": {"Type": "Choice", "Default": "Pause",
                        "Choices": [{"Variable": "$.none", "IsPresent": true, "Next": "End"}]},
                      "End": {"Type": "Succeed"}}}""", "new data in each round", """
                    {"StartAt": "Make", "QueryLanguage": "JSONata", "States": {
                      "Make": {"Type": "Pass", "Output": {"list": "{% [1..20].{'a': $} %}"}, "Next": "Done?"},
                      "Done?": {"Type": "Choice", "Default": "Make",
                        "Choices": [{"Condition": "{% $states.input.none = 1 %}", "Next": "End"}]},
                      "End": {"Type": "Succeed"}}}""");

    private EndlessLoops() {}

    public static void main(String[] arguments) {
        MACHINES.forEach((name, definition) -> {
            StateMachineHarness harness = StateMachineHarness.create(
                    StateMachine.parse("loop.asl.json", definition).withType(StateMachineType.EXPRESS));
            if (definition.contains("Poll")) {
                harness.mock("Poll").returns("{\"Payload\": {\"status\": \"PENDING\"}}");
            }
            try {
                harness.run("{\"order\": {\"lines\": [1, 2, 3]}}");
            } catch (IllegalStateException endless) {
                System.out.println(name + ": " + endless.getMessage());
            }
        });
    }
}
