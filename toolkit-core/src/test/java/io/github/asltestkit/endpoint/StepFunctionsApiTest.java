package io.github.asltestkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.StepFunctionsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the recordings of the API do not show: the whole of its validation, paging, aliases, redrive, workers. */
class StepFunctionsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:";
    private static final String PASS = "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String WAIT =
            "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}";

    private final StateMachineHarness harness = StateMachineHarness.empty(HarnessOptions.defaults());

    private JsonNode call(String operation, String request) {
        try {
            return harness.api().call(operation, JSON.readTree(request.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(request, e);
        }
    }

    private String create(String name, String definition, String more) {
        ObjectNode request = JSON.createObjectNode();
        request.put("name", name).put("definition", definition).put("roleArn", "arn:aws:iam::123456789012:role/r");
        try {
            request.setAll((ObjectNode) JSON.readTree("{" + more.replace('\'', '"') + "}"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(more, e);
        }
        return harness.api()
                .call("CreateStateMachine", request)
                .path("stateMachineArn")
                .asText();
    }

    private void refused(String operation, String request, String code, String detail) {
        StepFunctionsException refused =
                catchThrowableOfType(StepFunctionsException.class, () -> call(operation, request));
        assertThat(refused).as(operation + " " + request).isNotNull();
        assertThat(refused.code() + ": " + refused.detail()).isEqualTo(code + ": " + detail);
    }

    @Test
    void an_update_that_changes_nothing_names_the_revision_that_is_current() {
        String arn = create("m", PASS, "");
        String same = "{'stateMachineArn': '" + arn + "', 'roleArn': 'arn:aws:iam::123456789012:role/r'}";
        assertThat(call("UpdateStateMachine", same).has("revisionId")).isFalse();

        JsonNode changed = call(
                "UpdateStateMachine",
                "{'stateMachineArn': '" + arn + "', 'roleArn': 'arn:aws:iam::123456789012:role/s'}");
        JsonNode again = call(
                "UpdateStateMachine",
                "{'stateMachineArn': '" + arn + "', 'roleArn': 'arn:aws:iam::123456789012:role/s'}");

        assertThat(again.path("revisionId")).isEqualTo(changed.path("revisionId"));
        assertThat(again.path("revisionId").asText()).isNotEmpty();
    }

    @Test
    void the_history_of_what_is_no_arn_is_that_of_an_execution_that_does_not_exist() {
        refused(
                "GetExecutionHistory",
                "{'executionArn': 'nonsense'}",
                "ExecutionDoesNotExist",
                "Execution Does Not Exist: 'nonsense'");
    }

    // ---- validation ------------------------------------------------------------------------------------------

    @Test
    void every_constraint_that_a_request_breaks_is_named_at_once() {
        refused(
                "CreateStateMachine",
                "{'name': '', 'type': 'FAST', 'tags': [{'key': ''}], 'loggingConfiguration': {'level': 'LOUD'}}",
                "ValidationException",
                "6 validation errors detected: Value '' at 'name' failed to satisfy constraint: Member must have length"
                        + " greater than or equal to 1; Value null at 'definition' failed to satisfy constraint: Member"
                        + " must not be null; Value null at 'roleArn' failed to satisfy constraint: Member must not be"
                        + " null; Value 'FAST' at 'type' failed to satisfy constraint: Member must satisfy enum value"
                        + " set: [STANDARD, EXPRESS]; Value 'LOUD' at 'loggingConfiguration.level' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [ALL, ERROR, FATAL, OFF]; Value '' at"
                        + " 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or"
                        + " equal to 1");
    }

    @Test
    void a_secret_value_is_not_repeated_in_the_message() {
        refused(
                "SendTaskFailure",
                "{'taskToken': 't', 'error': '" + "e".repeat(257) + "'}",
                "ValidationException",
                "1 validation error detected: Value at 'error' failed to satisfy constraint: Member must have length"
                        + " less than or equal to 256");
    }

    @Test
    void a_value_of_another_type_cannot_be_read() {
        refused(
                "ListStateMachines",
                "{'maxResults': 'ten'}",
                "SerializationException",
                "STRING_VALUE can not be converted to an Integer");
        refused("StartExecution", "[]", "SerializationException", "START_ARRAY can not be converted to a structure");
    }

    @Test
    void an_operation_that_there_is_not_is_named() {
        assertThatExceptionOfType(StepFunctionsException.class)
                .isThrownBy(() -> call("LaunchRocket", "{}"))
                .withMessageStartingWith("UnknownOperationException: Step Functions has no operation LaunchRocket;");
    }

    @Test
    void an_arn_of_another_kind_is_refused() {
        refused(
                "StopExecution",
                "{'executionArn': '" + ARN + "stateMachine:m'}",
                "InvalidArn",
                "Invalid Arn: 'Resource type not valid in this context: stateMachine'");
        refused("StartExecution", "{'stateMachineArn': 'm'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: m'");
        refused(
                "DescribeExecution",
                "{'executionArn': '" + ARN + "execution:m:gone'}",
                "ExecutionDoesNotExist",
                "Execution Does Not Exist: '" + ARN + "execution:m:gone'");
    }

    @Test
    void a_definition_is_refused_with_all_its_problems_and_validated_without_being_kept() {
        String bad =
                "{\\\"StartAt\\\":\\\"X\\\",\\\"States\\\":{\\\"P\\\":{\\\"Type\\\":\\\"Pass\\\",\\\"End\\\":true}}}";
        refused(
                "CreateStateMachine",
                "{\"name\": \"m\", \"roleArn\": \"r\", \"definition\": \"" + bad + "\"}",
                "InvalidDefinition",
                "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /StartAt,"
                        + " MISSING_TRANSITION_TARGET: State \"P\" is not reachable. at /States/P'");

        JsonNode said = call("ValidateStateMachineDefinition", "{\"definition\": \"" + bad + "\"}");

        assertThat(said.path("result").asText()).isEqualTo("FAIL");
        assertThat(said.path("diagnostics").path(0).path("code").asText()).isEqualTo("MISSING_TRANSITION_TARGET");
        assertThat(call("ListStateMachines", "{}").path("stateMachines")).isEmpty();
    }

    // ---- the life of executions ------------------------------------------------------------------------------

    @Test
    void an_execution_is_seen_from_java_and_through_the_api() {
        String machine = create("waits", WAIT, "");
        String arn = call(
                        "StartExecution",
                        "{'stateMachineArn': '" + machine + "', 'name': 'one', 'input': '{}', 'traceHeader': 'Root=1'}")
                .path("executionArn")
                .asText();

        assertThat(call("DescribeExecution", "{'executionArn': '" + arn + "'}"))
                .hasToString("{\"executionArn\":\"" + arn + "\",\"stateMachineArn\":\"" + machine
                        + "\",\"name\":\"one\",\"status\":\"RUNNING\",\"startDate\":1704067200.000,\"redriveCount\":0,"
                        + "\"traceHeader\":\"Root=1\",\"input\":\"{}\",\"inputDetails\":{\"included\":true},"
                        + "\"redriveStatus\":\"NOT_REDRIVABLE\",\"redriveStatusReason\":\"Execution is RUNNING and"
                        + " cannot be redriven\"}");

        harness.clock().advanceBy(Duration.ofMinutes(1));

        Execution execution = harness.executions().get(0);
        assertThat(execution.stateMachine().name()).isEqualTo("waits");
        assertThat(call("DescribeExecution", "{'executionArn': '" + arn + "'}")
                        .path("output")
                        .asText())
                .isEqualTo("{}");
    }

    @Test
    void a_history_comes_in_pages_in_either_order() {
        create("passes", PASS, "");
        String arn = call("StartExecution", "{'stateMachineArn': '" + ARN + "stateMachine:passes'}")
                .path("executionArn")
                .asText();
        List<Integer> ids = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = call(
                    "GetExecutionHistory",
                    "{'executionArn': '" + arn + "', 'maxResults': 3, 'reverseOrder': true" + token + "}");
            page.path("events").forEach(event -> ids.add(event.path("id").asInt()));
            token = page.has("nextToken")
                    ? ", 'nextToken': '" + page.path("nextToken").asText() + "'"
                    : "";
        } while (!token.isEmpty());
        assertThat(ids).containsExactly(4, 3, 2, 1);
        refused(
                "GetExecutionHistory",
                "{'executionArn': '" + arn + "', 'nextToken': 'made-up'}",
                "InvalidToken",
                "Invalid Token: 'Invalid token'");
    }

    @Test
    void a_page_is_not_moved_by_what_is_started_meanwhile() {
        String machine = create("passes", PASS, "");
        for (int i = 0; i < 3; i++) {
            call("StartExecution", "{'stateMachineArn': '" + machine + "', 'name': 'e" + i + "'}");
        }
        JsonNode first = call("ListExecutions", "{'stateMachineArn': '" + machine + "', 'maxResults': 2}");
        call("StartExecution", "{'stateMachineArn': '" + machine + "', 'name': 'e3'}");
        JsonNode second = call(
                "ListExecutions",
                "{'stateMachineArn': '" + machine + "', 'nextToken': '"
                        + first.path("nextToken").asText() + "'}");

        assertThat(first.path("executions").findValuesAsText("name")).containsExactly("e2", "e1");
        assertThat(second.path("executions").findValuesAsText("name")).containsExactly("e0");
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void an_express_execution_is_started_and_waited_for_in_one_call() {
        String machine = create("express", WAIT, "'type': 'EXPRESS'");
        JsonNode answer = call("StartSyncExecution", "{'stateMachineArn': '" + machine + "', 'input': '[1]'}");
        assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(answer.path("output").asText()).isEqualTo("[1]");
        assertThat(answer.path("billingDetails")
                        .path("billedDurationInMilliseconds")
                        .asLong())
                .isEqualTo(60_000);
    }

    @Test
    void a_redrive_goes_on_once_for_each_client_token() {
        String machine = create("waits", WAIT, "");
        String arn = call("StartExecution", "{'stateMachineArn': '" + machine + "'}")
                .path("executionArn")
                .asText();
        call("StopExecution", "{'executionArn': '" + arn + "', 'error': 'E', 'cause': 'because'}");
        String redrive = "{'executionArn': '" + arn + "', 'clientToken': 'once'}";
        JsonNode first = call("RedriveExecution", redrive);
        harness.clock().advanceBy(Duration.ofSeconds(5));

        assertThat(call("RedriveExecution", redrive)).isEqualTo(first);
        assertThat(call("ListExecutions", "{'stateMachineArn': '" + machine + "', 'redriveFilter': 'REDRIVEN'}")
                        .path("executions"))
                .hasSize(1);
        refused(
                "RedriveExecution",
                "{'executionArn': '" + arn + "'}",
                "ExecutionNotRedrivable",
                "Execution Not Redrivable: 'Execution is RUNNING and cannot be redriven'");
    }

    @Test
    void an_execution_keeps_the_definition_it_was_started_with() {
        String machine = create("changes", WAIT, "");
        String old = call("StartExecution", "{'stateMachineArn': '" + machine + "'}")
                .path("executionArn")
                .asText();
        ObjectNode update =
                JSON.createObjectNode().put("stateMachineArn", machine).put("definition", PASS);
        harness.api().call("UpdateStateMachine", update);
        call("DeleteStateMachine", "{'stateMachineArn': '" + machine + "'}");
        harness.clock().advanceBy(Duration.ofMinutes(1));

        assertThat(call("DescribeExecution", "{'executionArn': '" + old + "'}")
                        .path("status")
                        .asText())
                .isEqualTo("SUCCEEDED");
        assertThat(call("DescribeStateMachineForExecution", "{'executionArn': '" + old + "'}")
                        .path("definition")
                        .asText())
                .isEqualTo(WAIT);
        refused(
                "StartExecution",
                "{'stateMachineArn': '" + machine + "'}",
                "StateMachineDoesNotExist",
                "State Machine Does Not Exist: '" + machine + "'");
    }

    @Test
    void a_map_run_is_described_updated_and_its_children_listed() {
        String machine = create(
                "batches",
                "{\"StartAt\":\"M\",\"States\":{\"M\":{\"Type\":\"Map\",\"MaxConcurrency\":1,\"Label\":\"each\",\"ItemProcessor\":{"
                        + "\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"W\","
                        + "\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}},\"End\":true}}}",
                "");
        String arn = call("StartExecution", "{'stateMachineArn': '" + machine + "', 'input': '[1, 2, 3]'}")
                .path("executionArn")
                .asText();
        JsonNode run = call("ListMapRuns", "{'executionArn': '" + arn + "'}")
                .path("mapRuns")
                .path(0);
        assertThat(run.path("stateMachineArn").asText()).isEqualTo(machine + "/each");
        String mapRun = "{'mapRunArn': '" + run.path("mapRunArn").asText() + "'";
        assertThat(call("DescribeMapRun", mapRun + "}")
                        .path("itemCounts")
                        .path("running")
                        .asInt())
                .isEqualTo(1);

        call("UpdateMapRun", mapRun + ", 'maxConcurrency': 3}");

        assertThat(call("DescribeMapRun", mapRun + "}")
                        .path("itemCounts")
                        .path("running")
                        .asInt())
                .isEqualTo(3);
        JsonNode children = call("ListExecutions", mapRun + "}").path("executions");
        assertThat(children).hasSize(3);
        String child =
                "{'executionArn': '" + children.path(0).path("executionArn").asText() + "'}";
        assertThat(call("DescribeExecution", child).path("mapRunArn")).isEqualTo(run.path("mapRunArn"));
        assertThat(call("DescribeStateMachineForExecution", child).path("label").asText())
                .isEqualTo("each");
        harness.clock().advanceBy(Duration.ofMinutes(1));
        assertThat(call("DescribeMapRun", mapRun + "}").path("status").asText()).isEqualTo("SUCCEEDED");
        refused(
                "UpdateMapRun",
                mapRun + ", 'maxConcurrency': 3}",
                "ValidationException",
                "The Map Run is SUCCEEDED and cannot be updated");
    }

    // ---- versions and aliases --------------------------------------------------------------------------------

    @Test
    void an_alias_sends_executions_to_its_versions_by_weight_the_same_each_time() {
        String machine = create("canary", WAIT, "'publish': true");
        ObjectNode update =
                JSON.createObjectNode().put("stateMachineArn", machine).put("definition", PASS);
        harness.api().call("UpdateStateMachine", update.put("publish", true));
        call(
                "CreateStateMachineAlias",
                "{'name': 'live', 'routingConfiguration': [{'stateMachineVersionArn': '" + machine
                        + ":1', 'weight': 70}, {'stateMachineVersionArn': '" + machine + ":2', 'weight': 30}]}");
        for (int i = 0; i < 100; i++) {
            call("StartExecution", "{'stateMachineArn': '" + machine + ":live'}");
        }
        Map<String, Integer> sent = new LinkedHashMap<>();
        call("ListExecutions", "{'stateMachineArn': '" + machine + ":live'}")
                .path("executions")
                .forEach(item -> sent.merge(item.path("stateMachineVersionArn").asText(), 1, Integer::sum));
        assertThat(sent.get(machine + ":1")).isBetween(55, 85);
        assertThat(sent.get(machine + ":1") + sent.get(machine + ":2")).isEqualTo(100);

        refused(
                "DeleteStateMachineVersion",
                "{'stateMachineVersionArn': '" + machine + ":2'}",
                "ConflictException",
                "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this"
                        + " version: [live]");
    }

    // ---- workers ---------------------------------------------------------------------------------------------

    @Test
    void a_worker_takes_an_activity_task_once_and_reports() {
        String activity = call("CreateActivity", "{'name': 'inspect'}")
                .path("activityArn")
                .asText();
        String machine = create(
                "works",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"" + activity
                        + "\",\"End\":true}}}",
                "");
        call("StartExecution", "{'stateMachineArn': '" + machine + "', 'input': '7'}");

        String poll = "{'activityArn': '" + activity + "', 'workerName': 'w'}";
        JsonNode task = call("GetActivityTask", poll);
        assertThat(task.path("input").asText()).isEqualTo("7");
        assertThat(call("GetActivityTask", poll)).isEmpty();
        String token = task.path("taskToken").asText();
        refused(
                "SendTaskSuccess",
                "{'taskToken': '" + token + "', 'output': 'no json'}",
                "InvalidOutput",
                "Invalid Output: 'Unrecognized token 'no': was expecting (JSON String, Number, Array, Object or token"
                        + " 'null', 'true' or 'false')'");
        call("SendTaskHeartbeat", "{'taskToken': '" + token + "'}");
        call("SendTaskSuccess", "{'taskToken': '" + token + "', 'output': '8'}");
        assertThat(harness.executions().get(0).output()).hasToString("8");
        refused(
                "SendTaskSuccess",
                "{'taskToken': '" + token + "', 'output': '8'}",
                "TaskTimedOut",
                "Task Timed Out: 'Provided task does not exist anymore'");
    }

    @Test
    void what_a_test_brought_along_is_there_with_the_activities_it_names() {
        StateMachineHarness brought = StateMachineHarness.create(StateMachine.parse(
                "mine.asl.json",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"" + ARN
                        + "activity:own\",\"End\":true}}}"));
        JsonNode machines = brought.api().call("ListStateMachines", JSON.createObjectNode());
        JsonNode activities = brought.api().call("ListActivities", JSON.createObjectNode());
        assertThat(machines.findValuesAsText("name")).containsExactly("mine");
        assertThat(activities.findValuesAsText("activityArn")).containsExactly(ARN + "activity:own");
    }
}
