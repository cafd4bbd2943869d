package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.mock.CallJournal;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of an exploration. Immutable; the toolkit makes it. How it ended is kept of every run; its history and its calls are
 * kept of some thousand runs, and of the others had by running the plan again.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ExploredRun {

    /** What went wrong in it. */
    Plan plan();

    /** Its status; RUNNING if it waited for the one-year quota of the service and nothing else. */
    ExecutionStatus status();

    /** The error that it ended with; null if it ended with none. */
    @Nullable
    String error();

    /** The output of a run that succeeded; null of any other. Not to be changed. */
    @Nullable
    JsonNode output();

    /** How long it ran in virtual time; of a run that waits for the quota, until nothing else could happen any more. */
    Duration elapsed();

    /** Whether it succeeded. */
    default boolean hasSucceeded() {
        return status() == ExecutionStatus.SUCCEEDED;
    }

    /**
     * Whether only the quota of the service on executions ends it: a year, or five minutes for Express. It is confirmed by
     * moving the clock there.
     */
    boolean waitsForTheQuota();

    /** The jobs that ran on when the run had ended: nobody cancelled them, or the attempt was refused. */
    List<TaskCall> jobsLeftRunning();

    /**
     * The calls whose task token nobody had returned when the run had ended or waited for the quota, although no deadline of
     * the definition had given them up. Whoever has such a token works for nobody.
     */
    List<TaskCall> tokensLeftWaiting();

    /** The calls that got two answers for one call of a Lambda function, and not the same one twice. */
    List<TaskCall> callsAnsweredDifferently();

    /**
     * The calls of all executions of the run, as the world saw them: a call whose response was lost is one that succeeded. Ask
     * {@link CallJournal#succeeded()} for those that had their effect.
     */
    CallJournal calls();

    /** Whether a state was entered, named alone or by its path. */
    boolean visited(String nameOrPath);

    /** All that its history tells. */
    ExecutionInspection inspection();
}
