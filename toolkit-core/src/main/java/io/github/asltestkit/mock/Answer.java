package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.model.TypedJson;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A response that a test hands in.
 *
 * @param tree the response
 * @param typed whether it is an object of the AWS SDK, and so the API's response rather than what a state sees
 */
record Answer(JsonNode tree, boolean typed) {

    static Answer of(@Nullable Object response) {
        return new Answer(JsonBorder.given(response, "mocked response"), isTyped(response));
    }

    /** Text and trees, which most answers are, are told apart without a look at their ancestors. */
    private static boolean isTyped(@Nullable Object response) {
        return response != null
                && !(response instanceof String)
                && !(response instanceof JsonNode)
                && TypedJson.isSdk(response.getClass());
    }

    /**
     * The response as the state sees it.
     *
     * @param function whether a Lambda function is mocked: the response is then what the function returns
     */
    JsonNode seenBy(TaskCall call, boolean function) {
        TaskResource resource = call.resource();
        boolean request = resource.kind() == TaskResource.Kind.SERVICE
                && resource.pattern() == IntegrationPattern.REQUEST_RESPONSE;
        boolean optimized = request && resource.service().equals("lambda");
        boolean sdk = request && resource.service().equals("aws-sdk:lambda");
        if (typed) {
            return optimized
                    ? parsed("Payload")
                    : resource.action().endsWith(".sync:2") ? parsed("Input", "Output") : tree;
        }
        return function && (optimized || sdk) ? envelope(sdk) : tree;
    }

    /**
     * How the call fails if the answer is a response of Lambda's API with {@code FunctionError}: {@code lambda:invoke} reports the
     * error that its payload tells. The AWS SDK integration hands the response on as it is.
     */
    @Nullable
    Step failureOfFunction(TaskCall call, Duration delay) {
        if (!typed
                || !call.resource().service().equals("lambda")
                || !tree.path("FunctionError").isTextual()) {
            return null;
        }
        String payload = tree.path("Payload").asText("");
        JsonNode report = JsonText.tryParse(payload);
        String error = report == null ? null : report.path("errorType").textValue();
        return Step.refusal(
                call.resource().pattern(),
                delay,
                error == null ? tree.path("FunctionError").textValue() : error,
                payload);
    }

    /** What {@code lambda:invoke} makes of a function's answer; the AWS SDK integration hands its payload on as text. */
    private JsonNode envelope(boolean asText) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("ExecutedVersion", "$LATEST");
        envelope.set("Payload", asText ? envelope.textNode(tree.toString()) : tree);
        envelope.put("StatusCode", 200);
        return envelope;
    }

    /** The optimized integrations read JSON that an API's response holds as text (recorded for {@code .sync:2}). */
    private JsonNode parsed(String... fields) {
        ObjectNode copy = (ObjectNode) tree.deepCopy();
        for (String field : fields) {
            JsonNode json = copy.path(field).isTextual()
                    ? JsonText.tryParse(copy.path(field).textValue())
                    : null;
            if (json != null) {
                copy.set(field, json);
            }
        }
        return copy;
    }
}
