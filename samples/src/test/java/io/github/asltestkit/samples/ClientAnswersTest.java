package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** A client of the AWS SDK answers: a real one, of DynamoDB Local say, or one of the test's own. */
@StateMachineTest("loyalty.asl.json")
class ClientAnswersTest {

    // tag::table[]
    /** A table in memory. A real client of DynamoDB Local does as well. */
    static final class PointsTable implements DynamoDbClient {
        final Map<String, Map<String, AttributeValue>> items = new LinkedHashMap<>();

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            String order = request.item().get("order").s();
            if (items.putIfAbsent(order, request.item()) != null) {
                throw ConditionalCheckFailedException.builder()
                        .message("The conditional request failed")
                        .build();
            }
            return PutItemResponse.builder().build();
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return GetItemResponse.builder()
                    .item(items.get(request.key().get("order").s()))
                    .build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
    // end::table[]

    // tag::client[]
    private final PointsTable table = new PointsTable();

    @BeforeEach
    void the_table_answers(StateMachineHarness harness) {
        harness.mockService("dynamodb", "putItem").lenient().answersBy(table);
        harness.mockService("dynamodb", "getItem").lenient().answersBy(table);
    }

    @Test
    void an_order_gives_points_once(StateMachineHarness harness) {
        assertThat(harness.run("{\"order\": \"o-7\", \"points\": 120}"))
                .output()
                .node("/points/N")
                .isEqualTo("\"120\"");

        assertThat(harness.run("{\"order\": \"o-7\", \"points\": 999}"))
                .state("AddPoints")
                .wasCaughtBy("ReadPoints")
                .returnToExecution()
                .output()
                .node("/points/N")
                .isEqualTo("\"120\"");

        assertThat(table.items).containsOnlyKeys("o-7");
    }
    // end::client[]

    // tag::by-hand[]
    @Test
    void one_operation_of_a_client_answers_too(StateMachineHarness harness) {
        harness.mock("AddPoints").answers(PutItemRequest.class, request -> table.putItem(request));

        assertThat(harness.run("{\"order\": \"o-8\", \"points\": 5}")).hasSucceeded();
    }
    // end::by-hand[]
}
