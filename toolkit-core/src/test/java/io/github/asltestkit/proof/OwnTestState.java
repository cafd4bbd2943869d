package io.github.asltestkit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.SingleStateApi;
import io.github.asltestkit.integration.StepFunctionsException;

/** The toolkit's own TestState in the place of AWS's. */
public final class OwnTestState implements TestStateService {
    private final SingleStateApi api;

    public OwnTestState(HarnessOptions options) {
        this.api = new SingleStateApi(options);
    }

    @Override
    public JsonNode testState(JsonNode request) {
        try {
            return api.testState(request);
        } catch (StepFunctionsException refused) {
            throw new TestStateException(TestStateException.Kind.REFUSED, refused.getMessage(), refused);
        }
    }
}
