package io.github.asltestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

// tag::worker[]
/** A worker as it runs in production: it reads task tokens from a queue, and returns them. */
final class ApprovalWorker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsClient queue;
    private final SfnClient stepFunctions;
    private final String queueUrl;

    ApprovalWorker(SqsClient queue, SfnClient stepFunctions, String queueUrl) {
        this.queue = queue;
        this.stepFunctions = stepFunctions;
        this.queueUrl = queueUrl;
    }

    /** Takes the next message and says that somebody works on it. */
    String take() {
        Message message = queue.receiveMessage(request -> request.queueUrl(queueUrl))
                .messages()
                .get(0);
        String token = read(message.body()).path("TaskToken").asText();
        stepFunctions.sendTaskHeartbeat(request -> request.taskToken(token));
        queue.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        return token;
    }

    void approve(String token) {
        stepFunctions.sendTaskSuccess(request -> request.taskToken(token).output("{\"approved\": true}"));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
// end::worker[]
