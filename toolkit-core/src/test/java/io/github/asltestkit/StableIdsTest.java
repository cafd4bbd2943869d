package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.accepts;
import static io.github.asltestkit.ScriptedWorld.fails;
import static io.github.asltestkit.ScriptedWorld.json;
import static io.github.asltestkit.ScriptedWorld.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state added elsewhere changes no id, no token, no random value and no jitter. */
class StableIdsTest {
    private static final String DEFINITION = """
            {'StartAt': 'Draw', 'QueryLanguage': 'JSONata', 'States': {
              'Draw': {'Type': 'Pass', 'Output': {'uuid': '{% $uuid() %}', 'random': '{% $random() %}'}, 'Next': 'Both'},
              'Both': {'Type': 'Parallel', 'Arguments': {'uuid': '{% $uuid() %}'}, 'Next': 'Again?',
                'Output': {'uuid': '{% $uuid() %}', 'branches': '{% $states.result %}'}, 'Branches': [
                {'StartAt': 'Other', 'States': {
                  'Other': {'Type': 'Pass', 'Output': {'other': '{% $uuid() %}'}, 'End': true}}},
                {'StartAt': 'Busy', 'States': {
                  'Busy': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Next': 'Ask',
                    'Arguments': {'FunctionName': 'f', 'Payload': '{% $uuid() %}'},
                    'Retry': [{'ErrorEquals': ['Busy'], 'IntervalSeconds': 100, 'JitterStrategy': 'FULL'}]},
                  'Ask': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
                    'Arguments': {'QueueUrl': 'q', 'MessageBody': '{% $states.context.Task.Token %}'}, 'Output': '{% $uuid() %}',
                    'End': true}}},
                {'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'Items': [1, 2, 3], 'End': true,
                  'ItemProcessor': {'StartAt': 'Child', 'States': {
                    'Child': {'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution', 'End': true,
                      'Arguments': {'StateMachineArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:nested'}}}}}}},
                {'StartAt': 'Spread', 'States': {'Spread': {'Type': 'Map', 'Items': [1, 2], 'End': true,
                  'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},
                    'StartAt': 'Drawn', 'States': {'Drawn': {'Type': 'Pass', 'Output': '{% $uuid() %}', 'End': true}}}}}}]},
              'Again?': {'Type': 'Choice', 'Choices': [{'Condition': '{% false %}', 'Next': 'Both'}], 'Default': 'Last'},
              'Last': {'Type': 'Pass', 'Output': {'last': '{% $uuid() %}', 'before': '{% $states.input %}'}, 'End': true}}}""";

    /** The definition with one more state. */
    private static String with(String addedState) {
        return switch (addedState) {
            case "before" -> added("'StartAt': 'Draw'", "'StartAt': 'New'", "'New': {'Type': 'Pass', 'Next': 'Draw'}");
            case "after" ->
                added("input %}'}, 'End': true}", "input %}'}, 'Next': 'New'}", "'New': {'Type': 'Succeed'}");
            case "beside" ->
                added(
                        "'Choices': [",
                        "'Choices': [{'Condition': '{% false %}', 'Next': 'New'}, ",
                        "'New': {'Type': 'Pass', 'Next': 'Last'}");
            case "in another branch" ->
                DEFINITION
                        .replace("'StartAt': 'Other'", "'StartAt': 'New'")
                        .replace("'Other': {", "'New': {'Type': 'Pass', 'Next': 'Other'}, 'Other': {");
            case "in another branch, that draws" ->
                DEFINITION
                        .replace("'StartAt': 'Other'", "'StartAt': 'New'")
                        .replace(
                                "'Other': {",
                                "'New': {'Type': 'Pass', 'Assign': {'x': '{% $uuid() %}'}, 'Next': 'Other'}, 'Other': {");
            case "in another branch, that waits" ->
                DEFINITION
                        .replace("'StartAt': 'Other'", "'StartAt': 'New'")
                        .replace("'Other': {", "'New': {'Type': 'Wait', 'Seconds': 1, 'Next': 'Other'}, 'Other': {");
            default -> throw new IllegalArgumentException(addedState);
        };
    }

    private static String added(String place, String changed, String state) {
        return DEFINITION.replace(place, changed).replaceFirst("'Draw': \\{", state + ", 'Draw': {");
    }

    private static Map<String, Object> facts(String definition) {
        ScriptedWorld world = new ScriptedWorld()
                .answer("Busy", fails("Busy"), fails("Busy"), succeeds("1"))
                .answer("Ask", accepts());
        StateMachine nested = StateMachine.parse("nested.asl.json", """
                {"StartAt": "Nested", "States": {"Nested": {"Type": "Succeed"}}}""").withName("nested");
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("m.asl.json", definition.replace('\'', '"')), HarnessOptions.defaults(), world);
        harness.add(nested);
        Execution execution = harness.run("{}");
        harness.sendTaskSuccess(execution.taskToken("Ask"), "{}");

        Map<String, Object> facts = new TreeMap<>();
        facts.put("output", execution.output());
        facts.put(
                "waits",
                execution.history().events().stream()
                        .filter(event -> event.type() == HistoryEventType.LAMBDA_FUNCTION_SCHEDULED
                                || event.type() == HistoryEventType.TASK_SCHEDULED)
                        .map(HistoryEvent::timestamp)
                        .map(at -> Duration.between(execution.startedAt(), at))
                        .toList());
        facts.put("calls", world.calls.stream().map(TaskCall::parameters).toList());
        facts.put(
                "tokens",
                world.calls.stream()
                        .map(call -> String.valueOf(call.taskToken()))
                        .toList());
        facts.put(
                "executions",
                harness.executions().stream().map(Execution::name).sorted().toList());
        facts.put("map runs", harness.mapRuns().stream().map(MapRun::arn).toList());
        facts.put(
                "children",
                harness.mapRuns().stream()
                        .flatMap(run -> run.items().stream())
                        .map(child -> child.name() + " " + child.output())
                        .toList());
        return facts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before",
                "after",
                "beside",
                "in another branch",
                "in another branch, that draws",
                "in another branch, that waits"
            })
    void a_state_added_elsewhere_changes_none_of_them(String addedState) {
        String changed = with(addedState);

        assertThat(changed).isNotEqualTo(DEFINITION);
        assertThat(facts(changed)).isEqualTo(facts(DEFINITION));
    }

    @Test
    void each_visit_each_attempt_and_each_redrive_has_a_token_of_its_own() {
        ScriptedWorld world = new ScriptedWorld().answer("Ask", accepts());
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("m.asl.json", """
                        {"StartAt": "Ask", "States": {
                          "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                            "Parameters": {"QueueUrl": "q", "MessageBody": "?"}, "Next": "Again?",
                            "Retry": [{"ErrorEquals": ["Again"], "MaxAttempts": 1}]},
                          "Again?": {"Type": "Choice", "Default": "Ask",
                            "Choices": [{"Variable": "$.done", "IsPresent": true, "Next": "Done"}]},
                          "Done": {"Type": "Succeed"}}}"""), HarnessOptions.defaults(), world);
        Execution execution = harness.run();
        harness.sendTaskSuccess(execution.taskToken("Ask"), "{}");
        harness.sendTaskFailure(execution.taskToken("Ask"), "Again", null);
        harness.runToEnd(execution);
        harness.sendTaskFailure(execution.taskToken("Ask"), "Enough", null);
        harness.redrive(execution);
        harness.sendTaskFailure(execution.taskToken("Ask"), "Enough", null);
        harness.redrive(execution);

        List<String> tokens = world.calls.stream()
                .map(call -> String.valueOf(call.taskToken()))
                .toList();
        assertThat(tokens).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void the_values_that_a_parallel_state_draws_before_and_after_its_branches_are_different_ones() {
        Execution execution = StateMachineHarness.create(StateMachine.parse("m.asl.json", """
                {"StartAt": "Both", "QueryLanguage": "JSONata", "States": {
                  "Both": {"Type": "Parallel", "Arguments": {"before": "{% $uuid() %}"}, "End": true,
                    "Output": {"before": "{% $states.result[0].before %}", "after": "{% $uuid() %}"},
                    "Branches": [{"StartAt": "Draw", "States": {
                      "Draw": {"Type": "Pass", "Output": {"before": "{% $states.input.before %}", "own": "{% $uuid() %}"},
                        "End": true}}}]}}}"""))
                .run();

        assertThat(json(String.valueOf(execution.output())).path("after"))
                .isNotEqualTo(json(String.valueOf(execution.output())).path("before"));
    }
}
