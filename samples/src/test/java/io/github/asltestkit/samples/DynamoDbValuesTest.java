package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Attribute values of every type, as a state sees and sends them. */
class DynamoDbValuesTest {
    private static final String EVERY_TYPE = """
            {"text": {"S": "a"}, "number": {"N": "1.50"}, "bytes": {"B": "AQI="}, "nothing": {"NULL": true},
             "truth": {"BOOL": false}, "texts": {"SS": ["a", "b"]}, "numbers": {"NS": ["1", "2"]},
             "list": {"L": [{"S": "x"}, {"N": "1"}]}, "map": {"M": {"inner": {"S": "y"}}}}""";

    private static Map<String, AttributeValue> everyType() {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        item.put("text", AttributeValue.fromS("a"));
        item.put("number", AttributeValue.fromN("1.50"));
        item.put("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2})));
        item.put("nothing", AttributeValue.fromNul(true));
        item.put("truth", AttributeValue.fromBool(false));
        item.put("texts", AttributeValue.fromSs(List.of("a", "b")));
        item.put("numbers", AttributeValue.fromNs(List.of("1", "2")));
        item.put("list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"), AttributeValue.fromN("1"))));
        item.put("map", AttributeValue.fromM(Map.of("inner", AttributeValue.fromS("y"))));
        return item;
    }

    private static StateMachineHarness harness(String resource, String parameters) {
        return StateMachineHarness.create(StateMachine.parse("item.asl.json", """
                {"StartAt": "Item", "States": {"Item": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::%s", "Parameters": %s}}}""".formatted(resource, parameters)));
    }

    @Test
    void a_state_sees_the_items_attributes() {
        StateMachineHarness harness =
                harness("dynamodb:getItem", "{\"TableName\": \"t\", \"Key\": {\"id\": {\"S\": \"1\"}}}");
        harness.mock("Item").returns(GetItemResponse.builder().item(everyType()).build());

        assertThat(harness.run()).output().isEqualTo("{\"Item\": " + EVERY_TYPE + "}");
    }

    @Test
    void a_request_has_the_attributes_that_the_state_sent() {
        StateMachineHarness harness =
                harness("dynamodb:putItem", "{\"TableName\": \"t\", \"Item\": " + EVERY_TYPE + "}");
        harness.mock("Item").returns("{}");

        Execution execution = harness.run();

        assertThat(execution.calls().get(0).parametersAs(PutItemRequest.class).item())
                .isEqualTo(everyType());
    }

    @Test
    void the_prefix_of_an_error_is_that_of_the_integration() {
        ConditionalCheckFailedException failed =
                ConditionalCheckFailedException.builder().message("no").build();
        StateMachineHarness optimized = harness("dynamodb:putItem", "{\"TableName\": \"t\", \"Item\": {}}");
        optimized.mock("Item").fails(failed);
        StateMachineHarness sdk = harness("aws-sdk:dynamodb:putItem", "{\"TableName\": \"t\", \"Item\": {}}");
        sdk.mock("Item").fails(failed);

        assertThat(optimized.run()).failedWith("DynamoDB.ConditionalCheckFailedException");
        assertThat(sdk.run()).failedWith("DynamoDb.ConditionalCheckFailedException");
    }
}
