package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.replay.PayloadComparison.Difference;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay first departs from its recording.
 *
 * @param kind in what they differ
 * @param place the line of states in which they differ: {@code ForEachOrder[3]}; empty for the execution's own
 * @param position the position in that line, from 1; 0 where the execution's end differs
 * @param recorded the recorded stay at that position, or null where there was none
 * @param replayed the replayed stay at that position, or null where there was none
 * @param recordedAttempt the recorded attempt that differs, or null
 * @param replayedAttempt the replayed attempt that differs, or null
 * @param differences what differs, place by place: of parameters, output, or error; empty for a path
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Departure(
        Kind kind,
        String place,
        int position,
        @Nullable StateVisit recorded,
        @Nullable StateVisit replayed,
        @Nullable Attempt recordedAttempt,
        @Nullable Attempt replayedAttempt,
        List<Difference> differences) {

    /** Keeps a copy of the differences. */
    public Departure {
        differences = List.copyOf(differences);
    }

    /** In what a replay departs from its recording. */
    public enum Kind {
        /** Another state was entered, one more, or one less. */
        PATH,
        /** A state called another resource. */
        RESOURCE,
        /** A state called with other parameters. */
        PARAMETERS,
        /** A task ended in another way: succeeded, failed or timed out. */
        OUTCOME,
        /** A state was attempted more or less often. */
        ATTEMPTS,
        /** A Parallel state had another number of branches, or a Map another number of iterations. */
        BRANCHES,
        /** The execution ended with another status. */
        STATUS,
        /** The execution ended with another output. */
        OUTPUT,
        /** The execution ended with another error or cause. */
        ERROR
    }

    /** Today's name of the state that differs; empty where none was entered, or the end of the execution differs. */
    public String stateName() {
        return replayed == null ? "" : replayed.name();
    }

    static Departure at(
            Kind kind, String place, int position, @Nullable StateVisit recorded, @Nullable StateVisit now) {
        return new Departure(kind, place, position, recorded, now, null, null, List.of());
    }

    static Departure atEnd(Kind kind, List<Difference> differences) {
        return new Departure(kind, "", 0, null, null, null, null, differences);
    }
}
