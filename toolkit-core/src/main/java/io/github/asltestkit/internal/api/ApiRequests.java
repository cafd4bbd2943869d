package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;

/** Holds requests against the API's model, for whoever takes them without the other operations. */
public final class ApiRequests {
    private final ApiModel model = ApiModel.load();

    /**
     * Refuses a request that the service would refuse unseen.
     *
     * @param operation such as {@code TestState}
     * @throws StepFunctionsException ValidationException or SerializationException
     */
    public void check(String operation, JsonNode request) {
        Shape.Structure shape = model.request(operation);
        if (shape == null) {
            throw new IllegalStateException("requests.txt has no operation " + operation);
        }
        RequestCheck.check(model, shape, request);
    }
}
