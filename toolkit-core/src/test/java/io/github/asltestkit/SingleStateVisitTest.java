package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A visit of a whole execution shows what the same state shows alone, with the same input, variables and outcome. */
class SingleStateVisitTest {
    private static final StateMachine JSONPATH = StateMachine.parse("paths.asl.json", """
            {"StartAt": "Prepare", "States": {
              "Prepare": {"Type": "Pass", "Parameters": {"rows.$": "$.rows", "n.$": "$.n"}, "ResultPath": "$.prepared",
                "OutputPath": "$.prepared", "Assign": {"first.$": "$.rows[0]"}, "Next": "Constant"},
              "Constant": {"Type": "Pass", "Result": {"x": 1}, "ResultPath": "$.constant", "Next": "Decide"},
              "Decide": {"Type": "Choice", "InputPath": "$", "Default": "No",
                "Choices": [{"Variable": "$.n", "NumericGreaterThan": 0, "Next": "Pause", "Assign": {"chosen": true}}]},
              "No": {"Type": "Fail"},
              "Pause": {"Type": "Wait", "SecondsPath": "$.n", "OutputPath": "$", "Next": "Call"},
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "InputPath": "$.rows",
                "Parameters": {"FunctionName": "f", "Payload": {"first.$": "$[0]", "var.$": "$first"}},
                "ResultSelector": {"got.$": "$.Payload"}, "ResultPath": "$.call", "Assign": {"got.$": "$.got"},
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1}], "Next": "Caught"},
              "Caught": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q",
                "MessageBody": "b"}, "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error",
                  "Assign": {"why.$": "$.Error"}, "Next": "Each"}], "Next": "Each"},
              "Each": {"Type": "Map", "ItemsPath": "$.rows", "MaxConcurrency": 2,
                "ItemSelector": {"row.$": "$$.Map.Item.Value", "index.$": "$$.Map.Item.Index"},
                "ItemProcessor": {"StartAt": "Inner", "States": {"Inner": {"Type": "Pass",
                  "Parameters": {"row.$": "$.row", "item.$": "$$.Map.Item.Index"}, "End": true}}},
                "ResultSelector": {"all.$": "$"}, "ResultPath": "$.each", "Next": "Spread"},
              "Spread": {"Type": "Map", "ItemsPath": "$.rows", "ToleratedFailureCount": 1, "ToleratedFailurePercentage": 50,
                "ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"n.$": "$.n"}},
                "ItemSelector": {"row.$": "$$.Map.Item.Value"},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                  "StartAt": "Child", "States": {"Child": {"Type": "Pass", "End": true}}},
                "ResultPath": "$.spread", "Next": "Both"},
              "Both": {"Type": "Parallel", "Parameters": {"n.$": "$.n"}, "ResultPath": "$.both",
                "Branches": [{"StartAt": "Left", "States": {"Left": {"Type": "Pass", "Assign": {"left": 1},
                  "Parameters": {"n.$": "$.n", "got.$": "$got"}, "End": true}}}], "Next": "Done"},
              "Done": {"Type": "Succeed", "InputPath": "$.both", "OutputPath": "$[0]"}}}""");

    private static final StateMachine JSONATA = StateMachine.parse("expressions.asl.json", """
            {"QueryLanguage": "JSONata", "StartAt": "Prepare", "States": {
              "Prepare": {"Type": "Pass", "Output": {"rows": "{% $states.input.rows %}", "n": 3},
                "Assign": {"first": "{% $states.input.rows[0] %}"}, "Next": "Decide"},
              "Decide": {"Type": "Choice", "Default": "No",
                "Choices": [{"Condition": "{% $states.input.n > 0 %}", "Next": "Pause", "Assign": {"chosen": true}}]},
              "No": {"Type": "Fail"},
              "Pause": {"Type": "Wait", "Seconds": "{% $states.input.n %}", "Next": "Call"},
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "f", "Payload": "{% $first %}"}, "Assign": {"got": "{% $states.result.Payload %}"},
                "Output": "{% $states.input %}", "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1}], "Next": "Caught"},
              "Caught": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {"QueueUrl": "q",
                "MessageBody": "b"}, "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.input %}",
                  "Assign": {"why": "{% $states.errorOutput.Error %}"}, "Next": "Each"}], "Next": "Each"},
              "Each": {"Type": "Map", "Items": "{% $states.input.rows %}",
                "ItemSelector": {"row": "{% $states.context.Map.Item.Value %}"},
                "ItemProcessor": {"StartAt": "Inner", "States": {"Inner": {"Type": "Pass",
                  "Output": {"row": "{% $states.input.row %}", "got": "{% $got %}"}, "End": true}}},
                "Output": "{% $merge([$states.input, {'each': $states.result}]) %}", "Next": "Spread"},
              "Spread": {"Type": "Map", "Items": "{% $states.input.rows %}", "ToleratedFailureCount": "{% 1 %}",
                "ItemBatcher": {"MaxItemsPerBatch": 2},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                  "StartAt": "Child", "States": {"Child": {"Type": "Pass", "End": true}}}, "Next": "Both"},
              "Both": {"Type": "Parallel", "Arguments": {"n": 1}, "Next": "Done",
                "Branches": [{"StartAt": "Left", "States": {"Left": {"Type": "Pass", "Assign": {"left": 1}, "End": true}}}]},
              "Done": {"Type": "Succeed", "Output": "{% $why %}"}}}""");

    @TestFactory
    Stream<DynamicTest> every_visit_shows_what_its_state_shows_alone() {
        return Stream.of(JSONPATH, JSONATA).flatMap(SingleStateVisitTest::visits);
    }

    private static Stream<DynamicTest> visits(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("Call").fails("Busy", null).thenReturns("{\"Payload\": 42}");
        harness.mock("Caught").fails("SQS.AmazonSQSException", "no queue");
        Execution execution = harness.run("{\"rows\": [5, 6, 7], \"n\": 3}");
        ExecutionInspection inspection =
                ExecutionInspection.of(execution.history(), execution.definition(), execution.dataFlow());
        assertThat(execution.status()).hasToString("SUCCEEDED");
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> compared = new TreeSet<>();
        for (StateVisit visit : inspection.allVisits()) {
            if (visit.branch().index() == 0) {
                compared.add(visit.name());
                tests.add(DynamicTest.dynamicTest(
                        execution.definition().source().name() + " " + visit.path(), () -> compare(machine, visit)));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "all types of states are among them",
                () -> assertThat(compared)
                        .contains(
                                "Prepare", "Decide", "Pause", "Call", "Caught", "Each", "Inner", "Spread", "Both",
                                "Done")));
        return tests.stream();
    }

    private static void compare(StateMachine machine, StateVisit visit) {
        SingleState test = SingleState.of(machine, visit.name()).withInput(visit.input());
        Map<String, JsonNode> seen = new LinkedHashMap<>(visit.variables());
        visit.assigned().keySet().forEach(seen::remove);
        if (!seen.isEmpty()) {
            test = test.withVariables(seen);
        }
        switch (visit.type()) {
            case TASK ->
                test = visit.error() == null
                        ? test.withResult(visit.attempts()
                                .get(visit.attempts().size() - 1)
                                .output())
                        : test.withError(visit.error(), visit.cause());
            case MAP, PARALLEL -> test = test.withResult(visit.inspected("result"));
            default -> {
                // Runs as it is.
            }
        }
        SingleStateResult alone = test.run();

        alone.inspectionData().fieldNames().forEachRemaining(field -> {
            if (!field.equals("errorDetails")) {
                assertThat(visit.inspected(field)).as(field).isEqualTo(alone.inspected(field));
            }
        });
        assertThat(visit.output()).isEqualTo(alone.output());
        assertThat(visit.error()).isEqualTo(alone.error());
        assertThat(visit.catcherIndex()).isEqualTo(alone.catchIndex());
    }

    @Test
    void a_state_that_was_retried_shows_the_steps_of_its_last_attempt_alone() {
        StateMachine machine = StateMachine.parse("retried.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f"},
                  "Output": "{% $error('not this one') %}",
                  "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}]}}}""");
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("Call").returns("{\"Payload\": 1}").thenFails("Down", null);

        Execution execution = harness.run("{}");

        ExecutionInspection inspection =
                ExecutionInspection.of(execution.history(), execution.definition(), execution.dataFlow());
        assertThat(inspection.visits("Call").get(0).inspectionData().keySet()).doesNotContain("result");
    }
}
