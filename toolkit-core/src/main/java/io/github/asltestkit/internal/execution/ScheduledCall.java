package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskResource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call as a task attempt makes it. */
record ScheduledCall(
        long id,
        ExecutionRun run,
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
        Instant scheduledAt)
        implements TaskCall {

    @Override
    public String executionArn() {
        return run.arn();
    }

    @Override
    public String executionName() {
        return run.name();
    }
}
