package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import org.apiguardian.api.API;

/**
 * An execution of a test.
 *
 * @param name the execution's name
 * @param machine the name of its state machine
 * @param definition the definition to which it counts
 * @param executed what was executed: the same, or of a child execution of a distributed Map, its processor alone
 * @param history its events
 * @param dataFlow the steps of its data flow, {@link DataFlow#UNKNOWN} of a recording
 * @param notes what its history does not tell, {@link ExecutionNotes#UNKNOWN} of a recording
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ExecutedRun(
        String name,
        String machine,
        Definition definition,
        Definition executed,
        ExecutionHistory history,
        DataFlow dataFlow,
        ExecutionNotes notes) {

    /** Whether it is a child execution of a distributed Map. */
    boolean isChild() {
        return !executed.states().pointer().equals(definition.states().pointer());
    }

    /** Whether it has ended, and not with success. */
    boolean isUnsuccessful() {
        if (history.events().isEmpty()) {
            return false;
        }
        return switch (history.events().get(history.events().size() - 1).type()) {
            case EXECUTION_FAILED, EXECUTION_TIMED_OUT, EXECUTION_ABORTED -> true;
            default -> false;
        };
    }
}
