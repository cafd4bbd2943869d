package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.internal.program.Stage;
import java.util.ArrayList;
import java.util.List;

/** The steps of the data flow that an execution took. A line is written for each, and sorted out when somebody asks. */
public final class DataFlowLog {
    private final List<DataFlow.Step> steps = new ArrayList<>();

    void add(Visit visit, Stage stage, JsonNode value) {
        steps.add(new DataFlow.Step(visit.enteredEventId, visit.attempt(), stage.apiName(), stage.isForEach(), value));
    }

    /** All steps so far, in the order in which they were taken. */
    public List<DataFlow.Step> steps() {
        return List.copyOf(steps);
    }
}
