package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.mock.FieldValidation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Step Functions adds to a request, and which responses it takes for a failure. */
class RequestsAndResponsesTest {

    private static StateMachineHarness harness(String resource, String parameters) {
        return StateMachineHarness.create(
                StateMachine.parse("call.asl.json", """
                        {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:states:::%s", "Parameters": %s}}}""".formatted(resource, parameters)),
                HarnessOptions.defaults().withFieldValidation(FieldValidation.NONE));
    }

    private static JsonNode sent(Execution execution) {
        return execution.calls().get(0).call().parameters();
    }

    private static JsonNode scheduled(Execution execution) {
        return execution.history().events().stream()
                .filter(event -> event.type().apiName().equals("TaskScheduled"))
                .findFirst()
                .orElseThrow()
                .details()
                .json("parameters");
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(HistoryEvent::type)
                .map(type -> type.apiName())
                .toList();
    }

    // ---- what is added ---------------------------------------------------------------------------------------

    @Test
    void a_task_of_ECS_that_is_waited_for_is_started_by_Step_Functions() {
        StateMachineHarness harness = harness("ecs:runTask.sync", "{\"TaskDefinition\": \"render\"}");
        harness.mock("Call").jobSucceedsAfter(Duration.ofHours(1), "{}");

        Execution execution = harness.run();

        assertThat(sent(execution))
                .isEqualTo(scheduled(execution))
                .hasToString("{\"TaskDefinition\":\"render\",\"StartedBy\":\"AWS Step Functions\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ecs:runTask      | {'TaskDefinition':'t'}",
                "ecs:runTask.sync | {'TaskDefinition':'t','StartedBy':'me'}"
            })
    void nothing_is_added_to_one_that_is_not_waited_for_nor_where_the_definition_says_it(
            String resource, String parameters) {
        StateMachineHarness harness = harness(resource, parameters.replace('\'', '"'));
        if (resource.endsWith(".sync")) {
            harness.mock("Call").jobSucceedsAfter(Duration.ofHours(1), "{}");
        } else {
            harness.mock("Call").returns("{\"Tasks\": [], \"Failures\": []}");
        }

        Execution execution = harness.run();

        assertThat(sent(execution).toString().replace('"', '\'')).isEqualTo(parameters);
        assertThat(scheduled(execution)).isEqualTo(sent(execution));
    }

    @Test
    void an_event_tells_EventBridge_of_its_execution_and_state_machine_which_the_history_does_not_show() {
        StateMachineHarness harness = harness(
                "events:putEvents",
                "{\"Entries\": [{\"Source\": \"a\"}, {\"Source\": \"b\", \"Resources\": [\"arn:own\"]}]}");
        harness.mock("Call").returns("{\"Entries\": [], \"FailedEntryCount\": 0}");

        Execution execution = harness.run();

        String machine = execution.arn().replaceFirst(":execution:([^:]+):.*", ":stateMachine:$1");
        assertThat(sent(execution).at("/Entries/0/Resources"))
                .hasToString("[\"" + execution.arn() + "\",\"" + machine + "\"]");
        assertThat(sent(execution).at("/Entries/1/Resources"))
                .hasToString("[\"arn:own\",\"" + execution.arn() + "\",\"" + machine + "\"]");
        assertThat(scheduled(execution))
                .hasToString("{\"Entries\":[{\"Source\":\"a\"},{\"Source\":\"b\",\"Resources\":[\"arn:own\"]}]}");
    }

    @Test
    void a_job_of_MediaConvert_that_is_waited_for_is_tagged() {
        StateMachineHarness harness = harness(
                "mediaconvert:createJob.sync", "{\"Role\": \"r\", \"Settings\": {}, \"Tags\": {\"team\": \"a\"}}");
        harness.mock("Call").jobSucceedsAfter(Duration.ofHours(1), "{}");

        Execution execution = harness.run();

        assertThat(sent(execution).path("Tags"))
                .hasToString("{\"team\":\"a\",\"ManagedByService\":\"AWSStepFunctions\"}");
        assertThat(scheduled(execution).path("Tags")).hasToString("{\"team\":\"a\"}");
    }

    // ---- answers that are failures ----------------------------------------------------------------------------

    @Test
    void entries_that_EventBridge_did_not_take_fail_the_task() {
        String response = "{\"Entries\":[{\"ErrorCode\":\"MalformedDetail\"}],\"FailedEntryCount\":1}";
        StateMachineHarness harness = harness("events:putEvents", "{\"Entries\": [{}]}");
        harness.mock("Call").returns(response);

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("EventBridge.FailedEntry");
        assertThat(execution.cause()).isEqualTo(response);
        assertThat(types(execution)).contains("TaskFailed").doesNotContain("TaskSucceeded");
    }

    @Test
    void a_task_that_ECS_could_not_place_fails_where_it_is_waited_for() {
        String response = "{\"Tasks\":[],\"Failures\":[{\"Reason\":\"RESOURCE:MEMORY\"}]}";
        StateMachineHarness harness = harness("ecs:runTask.sync", "{\"TaskDefinition\": \"render\"}");
        harness.mock("Call").accepts(response);

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("AmazonECS.Unknown");
        assertThat(execution.cause()).isEqualTo(response);
        assertThat(types(execution)).contains("TaskSubmitFailed").doesNotContain("TaskSubmitted");

        StateMachineHarness requestResponse = harness("ecs:runTask", "{\"TaskDefinition\": \"render\"}");
        requestResponse.mock("Call").returns(response);
        assertThat(requestResponse.run().output()).hasToString(response);
    }
}
