package io.github.asltestkit.report;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of many tests of some executions each, and its report: the main class of a JVM with little memory. */
final class ManyTests {
    private static final String ORDER = """
            {"StartAt": "Validate", "States": {
              "Validate": {"Type": "Pass", "Parameters": {"order.$": "$.order"}, "ResultPath": "$.validated", "Next": "Charge"},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload.$": "$.order"},
                "Retry": [{"ErrorEquals": ["Bank.Busy"]}], "ResultPath": "$.charge", "Next": "Paid?",
                "Catch": [{"ErrorEquals": ["Bank.Closed"], "Next": "Refused"}]},
              "Paid?": {"Type": "Choice", "Default": "Refused", "Choices": [
                {"Variable": "$.charge.charged", "BooleanEquals": true, "Next": "Ship"}]},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {"QueueUrl": "q", "MessageBody.$": "$.order"}, "End": true},
              "Refused": {"Type": "Fail", "Error": "Refused"}}}""";

    private ManyTests() {}

    /** Arguments: the folder, and how many tests. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), 10);
        System.out.println("written in a heap of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
    }

    /** Writes a report into a folder below the given one: {@code report/index.html}. */
    static void write(Path folder, int tests, int executions) throws IOException {
        StateMachine order = StateMachine.parse("order.asl.json", ORDER);
        Path runs = folder.resolve("many" + RunReport.RUN_FILE);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(runs));
                RunRecorder recorder = new RunRecorder(out, DefinitionNames.AS_GIVEN)) {
            for (int i = 0; i < tests; i++) {
                boolean failed = i % 1_000 == 7;
                TestedBy test = new TestedBy(
                        "shop|[class:shop.Order" + i % 100 + "Test]/[method:an_order_of_" + i + "_items_is_shipped()]",
                        "com.example.shop.orders.Order" + i % 100 + "Test",
                        "an_order_of_" + i + "_items_is_shipped_to_the_customer",
                        failed ? TestedBy.Status.FAILED : TestedBy.Status.PASSED,
                        failed ? "Execution took a different path than expected.\n\n  expected path: Ship" : null,
                        i);
                recorder.add(test, List.of(order.definition()), executions(order, i, executions, failed));
            }
        }
        RunReport.read(List.of(runs)).write(folder.resolve("report"));
    }

    private static List<ExecutedRun> executions(StateMachine order, int test, int executions, boolean failed) {
        StateMachineHarness harness = StateMachineHarness.create(order);
        if (failed) {
            harness.mock("Charge").fails("Bank.Closed", "at night");
        } else {
            harness.mock("Charge").fails("Bank.Busy", "try again").thenReturns("{\"charged\": true}");
        }
        harness.mock("Ship").returns("{\"MessageId\": \"1\"}");
        List<ExecutedRun> runs = new ArrayList<>();
        for (int i = 0; i < executions; i++) {
            Execution execution = harness.run("{\"order\": {\"number\": " + test + ", \"item\": " + i + "}}");
            runs.add(new ExecutedRun(
                    execution.name(),
                    order.name(),
                    execution.definition(),
                    execution.definition(),
                    execution.history(),
                    execution.dataFlow(),
                    execution.notes()));
        }
        return runs;
    }
}
