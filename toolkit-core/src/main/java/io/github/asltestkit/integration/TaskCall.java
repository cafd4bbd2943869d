package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task state to call the world.
 *
 * @param id unique within the harness; names the call when it is completed, or cancelled
 * @param executionArn the execution that calls
 * @param executionName its name
 * @param stateName the name of the Task state
 * @param statePath the state's place among nested states: names joined by {@code /}, with the branch or item index in
 *     brackets, such as {@code ForEachOrder[3]/Charge}; the state's name alone at the top
 * @param pointer the JSON pointer of the state in its definition
 * @param place where the state stands: {@code order.asl.json:23:5  /States/Charge}; the pointer alone where no file is known
 * @param resource what is called
 * @param parameters the call's parameters (for a Lambda or Activity ARN, its input). Not to be changed
 * @param attempt 1 for the first try of this visit of the state
 * @param visit 1 for the first call that this state makes in the execution, counted over visits and attempts
 * @param taskToken the token of a callback, an Activity, or a job that was given one, another for each attempt; null
 *     otherwise
 * @param itemIndex the index of the innermost Map item, 0 of the first; null outside Map
 * @param item the value of the innermost Map item, not to be changed; null outside Map
 * @param credentials the {@code Credentials} as evaluated, not to be changed; null where there are none
 * @param timeoutSeconds the {@code TimeoutSeconds} that applies, or null where none is declared
 * @param heartbeatSeconds the {@code HeartbeatSeconds} that applies, or null where none is declared
 * @param scheduledAt when the call was scheduled, on the virtual clock
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record TaskCall(
        long id,
        String executionArn,
        String executionName,
        String stateName,
        String statePath,
        String pointer,
        String place,
        TaskResource resource,
        JsonNode parameters,
        int attempt,
        int visit,
        @Nullable String taskToken,
        @Nullable Integer itemIndex,
        @Nullable JsonNode item,
        @Nullable JsonNode credentials,
        @Nullable Long timeoutSeconds,
        @Nullable Long heartbeatSeconds,
        Instant scheduledAt) {

    /**
     * What the called function gets: of a Lambda function the event, whichever form the {@code Resource} has (an empty object
     * where {@code lambda:invoke} sends no {@code Payload}); of any other call the parameters.
     *
     * @return not to be changed
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke Lambda</a>
     */
    public JsonNode payload() {
        if (resource.kind() != TaskResource.Kind.SERVICE
                || !resource.service().equals("lambda") && !resource.service().equals("aws-sdk:lambda")) {
            return parameters;
        }
        JsonNode payload = parameters.path("Payload");
        return payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload;
    }
}
