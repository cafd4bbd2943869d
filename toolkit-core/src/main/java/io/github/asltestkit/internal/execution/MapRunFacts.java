package io.github.asltestkit.internal.execution;

import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.history.MapRunStatus;
import io.github.asltestkit.internal.schedule.EventQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Map Run of a distributed Map state, for whoever asks how it goes. */
public interface MapRunFacts {

    String arn();

    /** The last part of the ARN. */
    String name();

    /** The Map state: its name, or its path where it is nested. */
    String statePath();

    /** The Map state's name. */
    String stateName();

    /** The execution that the Map state is part of. */
    ExecutionRun parent();

    /** What the child executions are executions of. */
    Machine childMachine();

    MapRunStatus status();

    long startedMillis();

    /** When it ended, in milliseconds since the epoch; {@link EventQueue#NEVER} while it runs. */
    long stoppedMillis();

    int redriveCount();

    /** When it was redriven last, or {@link EventQueue#NEVER}. */
    long redrivenMillis();

    long maxConcurrency();

    long toleratedFailureCount();

    double toleratedFailurePercentage();

    MapRunCounts itemCounts();

    MapRunCounts executionCounts();

    /** The child executions that run or are kept, by index. */
    List<ExecutionRun> children();

    /** The child execution of an index; null where there is none, or where it is not kept. */
    @Nullable
    ExecutionRun child(int index);
}
