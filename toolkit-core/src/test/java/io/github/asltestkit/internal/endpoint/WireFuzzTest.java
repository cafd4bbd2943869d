package io.github.asltestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Malformed requests get AWS's errors: never a stack trace, never silence. */
class WireFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUESTS = 5000;
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:";

    private static final List<String> OPERATIONS = List.of(
            "CreateStateMachine",
            "UpdateStateMachine",
            "DescribeStateMachine",
            "DeleteStateMachine",
            "ListStateMachines",
            "PublishStateMachineVersion",
            "ListStateMachineVersions",
            "DeleteStateMachineVersion",
            "CreateStateMachineAlias",
            "DescribeStateMachineAlias",
            "UpdateStateMachineAlias",
            "DeleteStateMachineAlias",
            "ListStateMachineAliases",
            "StartExecution",
            "StartSyncExecution",
            "StopExecution",
            "RedriveExecution",
            "DescribeExecution",
            "DescribeStateMachineForExecution",
            "ListExecutions",
            "GetExecutionHistory",
            "CreateActivity",
            "DescribeActivity",
            "DeleteActivity",
            "ListActivities",
            "SendTaskSuccess",
            "SendTaskFailure",
            "SendTaskHeartbeat",
            "TagResource",
            "UntagResource",
            "ListTagsForResource",
            "ValidateStateMachineDefinition",
            "TestState",
            "DescribeMapRun",
            "ListMapRuns",
            "UpdateMapRun",
            "NoSuchOperation");

    private static final List<String> FIELDS = List.of(
            "name",
            "definition",
            "roleArn",
            "type",
            "loggingConfiguration",
            "tags",
            "publish",
            "versionDescription",
            "stateMachineArn",
            "executionArn",
            "activityArn",
            "resourceArn",
            "stateMachineAliasArn",
            "stateMachineVersionArn",
            "mapRunArn",
            "maxResults",
            "nextToken",
            "reverseOrder",
            "routingConfiguration",
            "input",
            "taskToken",
            "output",
            "error",
            "cause",
            "tagKeys",
            "revisionId",
            "clientToken",
            "severity",
            "mock",
            "inspectionLevel",
            "statusFilter",
            "encryptionConfiguration",
            "description",
            "context");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1001",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "[[]]",
            "[{\"key\":null,\"value\":\"v\"}]",
            "{\"level\":\"ALL\"}",
            "\"" + ARN + "stateMachine:m\"",
            "\"" + ARN + "stateMachine:m:1\"",
            "\"" + ARN + "stateMachine:m:live\"",
            "\"" + ARN + "execution:m:e\"",
            "\"" + ARN + "activity:a\"",
            "\"" + ARN + "mapRun:m/l:u\"",
            "\"arn:\"",
            "\"arn:aws:states:::x:y\"",
            "\"STANDARD\"",
            "\"EXPRESS\"",
            "\"{}\"",
            "\"{\\\"StartAt\\\":1}\"",
            "\"{\\\"StartAt\\\":\\\"P\\\",\\\"States\\\":{\\\"P\\\":{\\\"Type\\\":\\\"Pass\\\",\\\"End\\\":true}}}\"",
            "\"{\\\"Type\\\":\\\"Pass\\\",\\\"End\\\":true}\"",
            "{\"result\":\"1\"}",
            "{\"errorOutput\":{}}",
            "[{\"stateMachineVersionArn\":\"" + ARN + "stateMachine:m:1\",\"weight\":100}]",
            "\"m\"",
            "\"e\"");

    @Test
    void five_thousand_malformed_requests_are_answered_in_aws_words() throws IOException {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "m.asl.json", "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}"));
        Served served = (Served) harness.api();
        Wire wire = new Wire(served, new Changes(), new Control(served.clock(), arn -> {}));
        Random random = new Random(20_241_125);
        int answered = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String operation = pick(random, OPERATIONS);
            byte[] body = body(random);
            WireResponse response = wire.answer(new WireRequest(
                    "POST",
                    "/",
                    "AWSStepFunctions." + operation,
                    "application/x-amz-json-1.0",
                    "localhost",
                    null,
                    body));
            String shown = operation + " " + new String(body, StandardCharsets.UTF_8) + " -> " + response.status() + " "
                    + new String(response.body(), StandardCharsets.UTF_8);
            JsonNode answer = JSON.readTree(response.body());
            assertThat(response.status()).as(shown).isIn(200, 400);
            if (response.status() == 400) {
                assertThat(answer.path("__type").asText()).as(shown).contains("#");
                assertThat(answer.path("message").asText())
                        .as(shown)
                        .isNotEmpty()
                        .doesNotContain("\tat ", "java.", "io.github");
            } else {
                answered++;
            }
        }
        assertThat(answered).as("some are well-formed").isPositive();
    }

    private static byte[] body(Random random) {
        StringBuilder text = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(pick(random, FIELDS))
                    .append("\":")
                    .append(pick(random, VALUES));
        }
        text.append('}');
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
