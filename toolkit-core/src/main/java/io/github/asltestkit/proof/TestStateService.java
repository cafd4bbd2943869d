package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/**
 * Who answers TestState: AWS, by {@link io.github.asltestkit.proof.awssdk.AwsTestState}, or whatever a test puts in its place.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface TestStateService {
    /**
     * One call.
     *
     * @param request in the API's JSON, payloads as text; not to be changed
     * @return the answer in the API's JSON, payloads as text
     * @throws TestStateException if there is no answer, saying why
     */
    JsonNode testState(JsonNode request);
}
