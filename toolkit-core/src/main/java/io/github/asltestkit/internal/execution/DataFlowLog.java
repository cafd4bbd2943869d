package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.internal.program.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of the data flow that an execution took. A line is written for each, and sorted out when somebody asks. */
public final class DataFlowLog {
    private static final int PARTS = 3;

    /** So many steps has a task. */
    private static final int STEPS = 6;

    /** For each step its stay, its stage and its value. A million executions of a Map Run have one, so there is no object for a step. */
    private Object[] steps = new Object[STEPS * PARTS];

    private int used;
    private @Nullable Stay latest;

    private record Stay(long enteredEventId, int attempt) {}

    void add(Visit visit, Stage stage, JsonNode value) {
        Stay stay = latest;
        if (stay == null || stay.enteredEventId() != visit.enteredEventId || stay.attempt() != visit.attempt()) {
            stay = new Stay(visit.enteredEventId, visit.attempt());
            latest = stay;
        }
        if (used == steps.length) {
            steps = Arrays.copyOf(steps, used * 2);
        }
        steps[used++] = stay;
        steps[used++] = stage;
        steps[used++] = value;
    }

    /** All steps so far, in the order in which they were taken. */
    public List<DataFlow.Step> steps() {
        List<DataFlow.Step> taken = new ArrayList<>(used / PARTS);
        for (int i = 0; i < used; i += PARTS) {
            Stay stay = (Stay) steps[i];
            Stage stage = (Stage) steps[i + 1];
            taken.add(new DataFlow.Step(
                    stay.enteredEventId(), stay.attempt(), stage.apiName(), stage.isForEach(), (JsonNode)
                            steps[i + 2]));
        }
        return List.copyOf(taken);
    }
}
