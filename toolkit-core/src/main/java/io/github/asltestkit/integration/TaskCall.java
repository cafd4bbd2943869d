package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task state to call the world. The toolkit makes it; methods may be added when AWS gives calls more to say.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns</a>
 */
@API(status = MAINTAINED, since = "0.1")
public interface TaskCall {

    /** Unique within the harness; names the call when it is completed, or cancelled. */
    long id();

    /** The execution that calls. */
    String executionArn();

    /** Its name. */
    String executionName();

    /** The name of the Task state. */
    String stateName();

    /**
     * The state's place among nested states: names joined by {@code /}, with the branch or item index in
     * brackets, such as {@code ForEachOrder[3]/Charge}; the state's name alone at the top.
     */
    String statePath();

    /** The JSON pointer of the state in its definition. */
    String pointer();

    /**
     * Where the state stands: {@code order.asl.json:23:5  /States/Charge}; the pointer alone where no file is
     * known.
     */
    String place();

    /** What is called. */
    TaskResource resource();

    /** The call's parameters (for a Lambda or Activity ARN, its input). Not to be changed. */
    JsonNode parameters();

    /** 1 for the first try of this visit of the state. */
    int attempt();

    /** 1 for the first call that this state makes in the execution, counted over visits and attempts. */
    int visit();

    /**
     * The token of a callback, an Activity, or a job that was given one, another for each attempt; null
     * otherwise.
     */
    @Nullable
    String taskToken();

    /** The index of the innermost Map item, 0 of the first; null outside Map. */
    @Nullable
    Integer itemIndex();

    /** The value of the innermost Map item, not to be changed; null outside Map. */
    @Nullable
    JsonNode item();

    /** The {@code Credentials} as evaluated, not to be changed; null where there are none. */
    @Nullable
    JsonNode credentials();

    /** The {@code TimeoutSeconds} that applies, or null where none is declared. */
    @Nullable
    Long timeoutSeconds();

    /** The {@code HeartbeatSeconds} that applies, or null where none is declared. */
    @Nullable
    Long heartbeatSeconds();

    /** When the call was scheduled, on the virtual clock. */
    Instant scheduledAt();

    /**
     * What the called function gets: of a Lambda function the event, whichever form the {@code Resource} has (an empty object
     * where {@code lambda:invoke} sends no {@code Payload}); of any other call the parameters.
     *
     * @return not to be changed
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke Lambda</a>
     */
    default JsonNode payload() {
        TaskResource resource = resource();
        if (resource.kind() != TaskResource.Kind.SERVICE
                || (!resource.service().equals("lambda") && !resource.service().equals("aws-sdk:lambda"))) {
            return parameters();
        }
        JsonNode payload = parameters().path("Payload");
        if (payload.isTextual() && resource().service().startsWith("aws-sdk:")) {
            return parsed(payload);
        }
        return payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload;
    }

    /** The AWS SDK integration takes the payload as text. */
    private static JsonNode parsed(JsonNode text) {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(text.textValue());
        } catch (JsonProcessingException | NumberFormatException plain) {
            return text;
        }
    }
}
