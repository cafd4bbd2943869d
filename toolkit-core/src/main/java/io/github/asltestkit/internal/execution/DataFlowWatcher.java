package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Stage;

/** Told of every step of the data flow of an execution that is being inspected. */
@FunctionalInterface
public interface DataFlowWatcher {
    void saw(String statePath, long enteredEventId, Stage stage, JsonNode value);
}
