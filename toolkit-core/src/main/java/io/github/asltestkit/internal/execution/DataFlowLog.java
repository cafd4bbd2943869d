package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Stage;
import java.util.ArrayList;
import java.util.List;

/** The steps of the data flow that an execution took. A line is written for each, and sorted out when somebody asks. */
public final class DataFlowLog {
    private final List<Taken> taken = new ArrayList<>();

    /**
     * A step.
     *
     * @param enteredEventId the event that entered the state, which no two visits share
     * @param stage which step
     * @param value what it gave
     */
    public record Taken(long enteredEventId, Stage stage, JsonNode value) {}

    void add(long enteredEventId, Stage stage, JsonNode value) {
        taken.add(new Taken(enteredEventId, stage, value));
    }

    /** All steps so far, in the order in which they were taken. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }
}
