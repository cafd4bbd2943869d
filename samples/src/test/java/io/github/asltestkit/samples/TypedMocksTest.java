package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.mock.FieldValidation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Mocks in the types of the AWS SDK for Java 2: the compiler knows the fields, and a state sees them as the service's. */
@StateMachineTest("fulfil.asl.json")
class TypedMocksTest {
    private static final String ORDER = "{\"id\": \"o-7\"}";

    // tag::answers[]
    private static void everything_works(StateMachineHarness harness) {
        harness.mock("FindOrder")
                .lenient() // other tests script it otherwise
                .returns(GetItemResponse.builder()
                        .item(Map.of(
                                "street", AttributeValue.fromS("Elm Street 1"), "gift", AttributeValue.fromBool(true)))
                        .build());
        harness.mock("ReadLabel")
                .returns(ResponseBytes.fromByteArray(
                        GetObjectResponse.builder().contentType("text/plain").build(),
                        "Handle with care".getBytes(StandardCharsets.UTF_8)));
        harness.mock("Pack")
                .jobSucceedsAfter(
                        Duration.ofMinutes(20),
                        DescribeExecutionResponse.builder()
                                .status(ExecutionStatus.SUCCEEDED)
                                .output("{\"parcel\": \"p-1\"}")
                                .build());
        harness.mock("Announce")
                .lenient()
                .returns(SendMessageResponse.builder().messageId("m-1").build());
        harness.mock("Remember").lenient().returns(PutItemResponse.builder().build());
    }

    @Test
    void a_paid_order_leaves_the_house(StateMachineHarness harness) {
        everything_works(harness);

        assertThat(harness.run(ORDER))
                .hasSucceeded()
                .hasRunFor(Duration.ofMinutes(20))
                .output()
                .isEqualTo("""
                {"id": "o-7",
                 "order": {"street": "Elm Street 1", "gift": true},
                 "label": {"text": "Handle with care"},
                 "packed": {"parcel": "p-1"},
                 "announced": {"message": "m-1"}}""");
    }
    // end::answers[]

    // tag::requests[]
    @Test
    void calls_are_read_as_requests(StateMachineHarness harness) {
        everything_works(harness);

        Execution execution = harness.run(ORDER);

        PutItemRequest put =
                harness.calls().ofState("Remember").first().orElseThrow().parametersAs(PutItemRequest.class);
        assertThat(put.tableName()).isEqualTo("parcels");
        assertThat(put.item()).containsEntry("parcel", AttributeValue.fromS("p-1"));
        assertThat(execution
                        .calls()
                        .get(3)
                        .parametersAs(SendMessageRequest.class)
                        .messageBody())
                .isEqualTo("{\"parcel\":\"p-1\",\"to\":\"Elm Street 1\"}");
    }

    @Test
    void an_answer_is_computed_from_the_request(StateMachineHarness harness) {
        everything_works(harness);
        harness.mock("FindOrder")
                .matching(
                        GetItemRequest.class,
                        "of the table orders",
                        request -> request.tableName().equals("orders"))
                .answers(
                        GetItemRequest.class,
                        request -> GetItemResponse.builder()
                                .item(Map.of(
                                        "street",
                                                AttributeValue.fromS("Street of "
                                                        + request.key()
                                                                .get("id")
                                                                .s()),
                                        "gift", AttributeValue.fromBool(false)))
                                .build());

        assertThat(harness.run(ORDER)).output().node("/order/street").isEqualTo("Street of o-7");
    }
    // end::requests[]

    // tag::exceptions[]
    @Test
    void the_services_exceptions_are_the_errors_that_a_Catch_names(StateMachineHarness harness) {
        everything_works(harness);
        harness.mock("ReadLabel")
                .onAttempt(1)
                .fails(NoSuchKeyException.builder().message("not yet").build());
        harness.mock("Remember")
                .onAttempt(1)
                .fails(ConditionalCheckFailedException.builder()
                        .message("The conditional request failed")
                        .build());

        Execution execution = harness.run(ORDER);

        assertThat(execution).failedWith("SentBefore").state("ReadLabel").wasAttempted(2);
    }
    // end::exceptions[]

    // tag::levels[]
    @Test
    void a_response_that_the_service_does_not_give_may_be_wanted(StateMachineHarness harness) {
        everything_works(harness);
        harness.mock("Announce")
                .onCall(1)
                .withFieldValidation(FieldValidation.NONE)
                .returns("{\"MessageId\": \"m-2\", \"Invented\": true}");

        assertThat(harness.run(ORDER)).hasSucceeded();
    }

    @Test
    @StateMachineTest(value = "fulfil.asl.json", fieldValidation = FieldValidation.NONE)
    void or_all_of_them(StateMachineHarness harness) {
        everything_works(harness);
        harness.mock("Announce").returns("{\"MessageId\": \"m-2\", \"Invented\": true}");

        assertThat(harness.run(ORDER)).hasSucceeded();
    }
    // end::levels[]
}
