package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** A way to make calls of the Step Functions API: requests and answers in the API's JSON. */
@FunctionalInterface
interface ServiceDoor {

    /**
     * @param operation such as {@code CreateStateMachine}
     * @throws io.github.asltestkit.integration.StepFunctionsException as the service would refuse the call
     */
    JsonNode call(String operation, JsonNode request);
}
