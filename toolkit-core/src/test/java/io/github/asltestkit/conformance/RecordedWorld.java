package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;

/** The service behind a TestState without a mock: it gives the result that the recording shows it to have given. */
record RecordedWorld(ConformanceCase conformanceCase) implements TaskIntegration {

    @Override
    public TaskReaction call(TaskCall call) {
        JsonNode tree = conformanceCase.tree();
        JsonNode answer =
                tree.path("recordedContent").path(tree.path("recordedKey").asText());
        JsonNode result = answer.at("/inspectionData/result");
        // Where results are not shown, the recorded states hand theirs on as the output.
        return TaskReaction.succeed(result.isMissingNode() ? answer.path("output") : result);
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        return new CancelOutcome(true, "");
    }
}
