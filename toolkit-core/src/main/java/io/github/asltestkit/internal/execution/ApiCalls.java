package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The operations of Step Functions that are done above the engine, as a state calls them by {@code aws-sdk:sfn}. */
@FunctionalInterface
public interface ApiCalls {
    /** Where there is no API above the engine. */
    ApiCalls NONE = (action, parameters) -> null;

    /**
     * Does a call.
     *
     * @param action as the ARN spells it: {@code listExecutions}
     * @param parameters names in PascalCase
     * @return the response, names in PascalCase; null where the call is about nothing that is here
     * @throws io.github.asltestkit.integration.StepFunctionsException as the service refuses it
     */
    @Nullable
    JsonNode call(String action, JsonNode parameters);
}
