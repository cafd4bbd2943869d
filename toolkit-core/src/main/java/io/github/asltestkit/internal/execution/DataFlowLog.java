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
     * @param attempt the attempt that took it; 1 is the first
     * @param stage which step
     * @param value what it gave
     */
    public record Taken(long enteredEventId, int attempt, Stage stage, JsonNode value) {}

    void add(Visit visit, Stage stage, JsonNode value) {
        taken.add(new Taken(visit.enteredEventId, visit.attempt(), stage, value));
    }

    /** All steps so far, in the order in which they were taken. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }
}
