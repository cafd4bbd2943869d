package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.internal.program.Flow.Completion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that states have for being states, whatever they do. */
final class StateEvents {
    private StateEvents() {}

    /** That a state was entered. */
    static HistoryEventType entered(StateType type) {
        return switch (type) {
            case PASS -> HistoryEventType.PASS_STATE_ENTERED;
            case TASK -> HistoryEventType.TASK_STATE_ENTERED;
            case CHOICE -> HistoryEventType.CHOICE_STATE_ENTERED;
            case WAIT -> HistoryEventType.WAIT_STATE_ENTERED;
            case SUCCEED -> HistoryEventType.SUCCEED_STATE_ENTERED;
            case FAIL -> HistoryEventType.FAIL_STATE_ENTERED;
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_ENTERED;
            case MAP -> HistoryEventType.MAP_STATE_ENTERED;
        };
    }

    /** That a state was exited. */
    static HistoryEventType exited(StateType type) {
        return switch (type) {
            case PASS -> HistoryEventType.PASS_STATE_EXITED;
            case TASK -> HistoryEventType.TASK_STATE_EXITED;
            case CHOICE -> HistoryEventType.CHOICE_STATE_EXITED;
            case WAIT -> HistoryEventType.WAIT_STATE_EXITED;
            case SUCCEED -> HistoryEventType.SUCCEED_STATE_EXITED;
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_EXITED;
            case MAP -> HistoryEventType.MAP_STATE_EXITED;
            case FAIL -> throw new IllegalStateException("A Fail state is never exited");
        };
    }

    /** The event that says that a state failed for good, which only Parallel and Map states have; else null. */
    static @Nullable HistoryEventType failed(StateType type) {
        return switch (type) {
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_FAILED;
            case MAP -> HistoryEventType.MAP_STATE_FAILED;
            default -> null;
        };
    }

    /** The aborted event of a state that still waited when its frame was ended from outside, or null. */
    static @Nullable HistoryEventType aborted(StateType type) {
        return switch (type) {
            case TASK -> HistoryEventType.TASK_STATE_ABORTED;
            case WAIT -> HistoryEventType.WAIT_STATE_ABORTED;
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_ABORTED;
            case MAP -> HistoryEventType.MAP_STATE_ABORTED;
            case PASS, CHOICE, SUCCEED, FAIL -> null;
        };
    }

    /** What is told of a state that is exited: its output, and the variables that it assigned. */
    static EventDetails exited(String name, Completion completion) {
        if (completion.assigned().isEmpty()) {
            return EventDetails.of(
                    "name", name, "output", completion.output(), "outputDetails", HistoryWriter.NOT_TRUNCATED);
        }
        Object[] fields = new Object[completion.assigned().size() * 2];
        int i = 0;
        for (Map.Entry<String, JsonNode> variable : completion.assigned().entrySet()) {
            fields[i++] = variable.getKey();
            fields[i++] = variable.getValue();
        }
        return EventDetails.of(
                "name",
                name,
                "output",
                completion.output(),
                "outputDetails",
                HistoryWriter.NOT_TRUNCATED,
                "assignedVariables",
                EventDetails.of(fields),
                "assignedVariablesDetails",
                HistoryWriter.NOT_TRUNCATED);
    }
}
