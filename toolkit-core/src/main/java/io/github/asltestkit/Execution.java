package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a state machine: a live view, which says what is true at the moment it is asked. It may be asked from any
 * thread; what it hands out (a history, a list) does not change afterwards.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</a>
 */
@API(status = MAINTAINED, since = "0.1")
public interface Execution {

    /** The execution's ARN. */
    String arn();

    /** The execution's name. */
    String name();

    /** The machine it is an execution of. */
    StateMachine stateMachine();

    /** The definition it runs. */
    Definition definition();

    /** Its status. */
    ExecutionStatus status();

    /** The input. Not to be changed. */
    JsonNode input();

    /**
     * The output. Not to be changed.
     *
     * @return the output of an execution that succeeded; null of any other
     */
    @Nullable
    JsonNode output();

    /** The error's name of an execution that failed or was stopped with one; null else. */
    @Nullable
    String error();

    /** The cause of an execution that failed or was stopped with one; null else. */
    @Nullable
    String cause();

    /** When it started, on the virtual clock. */
    Instant startedAt();

    /** When it ended, on the virtual clock; null while it runs. */
    @Nullable
    Instant stoppedAt();

    /** How long it has run so far, or ran until it ended, in virtual time. */
    Duration elapsed();

    /** Its history so far. */
    ExecutionHistory history();

    /** The steps of the data flow of its states, which its history does not hold. */
    DataFlow dataFlow();

    /** Which Choice rules, Retriers and Catchers acted, and when heartbeats came, which its history does not tell. */
    ExecutionNotes notes();

    /** The calls it made, with what answered them, in the order in which they were made. */
    List<RecordedCall> calls();

    /** The tasks it waits for, in the order in which they were scheduled. */
    List<PendingTask> pendingTasks();

    /** The Map Runs that its distributed Map states started, in order. */
    List<MapRun> mapRuns();

    /**
     * The last Map Run of a distributed Map state.
     *
     * @param state the Map state's name, or its path where it is nested
     * @throws IllegalArgumentException if the state started none, saying which did
     * @throws IllegalStateException if the name is that of a state in several branches or items that did, with their paths
     */
    MapRun mapRun(String state);

    /** The ARN of the Map Run that it is a child execution of; null of any other execution. */
    @Nullable
    String mapRunArn();

    /** Which child execution of its Map Run it is, that of the first item being 0; -1 of any other execution. */
    int itemIndex();

    /**
     * The token that a task waits for.
     *
     * @param stateName the state's name, or its path where it is nested, such as {@code ForEachOrder[3]/Approve}
     * @throws IllegalStateException if no task of that state waits for a token, saying what the execution waits for, or if
     *     several do, with their paths
     */
    String taskToken(String stateName);
}
