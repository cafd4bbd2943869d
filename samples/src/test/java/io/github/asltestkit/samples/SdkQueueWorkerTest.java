package io.github.asltestkit.samples;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.endpoint.wiremock.WireMockServers;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.WithEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A real callback worker: its queue is a stub in the same server that serves Step Functions to it. */
@StateMachineTest("callback.asl.json")
@WithEndpoint
class SdkQueueWorkerTest {

    // tag::test[]
    @Test
    void an_approval_may_take_eighteen_minutes(StateMachineHarness harness, StepFunctionsEndpoint endpoint) {
        harness.mock("Push to SQS").accepts();
        Execution execution = harness.start("{\"order\": 7}");
        WireMockServer server = WireMockServers.of(endpoint);
        stub(server, "ReceiveMessage", message(execution));
        stub(server, "DeleteMessage", "{}");
        try (SqsClient sqs = AwsClients.connect(SqsClient.builder(), endpoint)
                        .checksumValidationEnabled(false)
                        .build();
                SfnClient sfn =
                        AwsClients.connect(SfnClient.builder(), endpoint).build()) {
            ApprovalWorker worker =
                    new ApprovalWorker(sqs, sfn, "https://sqs.us-east-1.amazonaws.com/123456789012/approvals");

            harness.clock().advanceBy(Duration.ofMinutes(9));
            String token = worker.take(); // a sign of life: ten more minutes
            harness.clock().advanceBy(Duration.ofMinutes(9));
            worker.approve(token);

            assertThat(execution).hasSucceeded().hasRunFor(Duration.ofMinutes(18));
            server.verify(postRequestedFor(anyUrl()).withHeader("X-Amz-Target", equalTo("AmazonSQS.DeleteMessage")));
        }
    }

    private static void stub(WireMockServer server, String action, String response) {
        server.stubFor(post("/")
                .withHeader("X-Amz-Target", equalTo("AmazonSQS." + action))
                .willReturn(jsonResponse(response, 200)));
    }

    /** What the queue hands out: the message that the execution has sent. */
    private static String message(Execution execution) {
        ObjectNode response = new ObjectMapper().createObjectNode();
        response.putArray("Messages")
                .addObject()
                .put("MessageId", "m-1")
                .put("ReceiptHandle", "r-1")
                .put(
                        "Body",
                        execution
                                .calls()
                                .get(0)
                                .call()
                                .parameters()
                                .path("MessageBody")
                                .toString());
        return response.toString();
    }
    // end::test[]
}
