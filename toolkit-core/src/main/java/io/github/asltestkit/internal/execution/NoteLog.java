package io.github.asltestkit.internal.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no event of an execution's history tells: which Choice rule was true, which Retrier and which Catcher acted, when
 * a heartbeat came, who reported the outcome of a task.
 */
public final class NoteLog {
    private final List<Note> notes = new ArrayList<>(4);

    /** What is noted. */
    public enum Kind {
        /** A Choice state took the rule of the index. */
        CHOICE_RULE,
        /** A Choice state took its Default. */
        DEFAULT,
        /** The Retrier of the index made the state act again. */
        RETRIER,
        /** The Catcher of the index caught the state's error. */
        CATCHER,
        /** A heartbeat of the attempt that the event of the index scheduled arrived in time. */
        HEARTBEAT,
        /** Somebody reported the outcome of the attempt that the event of the index scheduled, by its token or by hand. */
        REPORT,
        /** A distributed Map got as many items as the index says, which may come from anywhere. */
        ITEMS
    }

    /**
     * A note.
     *
     * @param enteredEventId the event that entered the state, which no two visits share
     * @param kind what is noted
     * @param index of the rule, Retrier or Catcher, the number of items, or the event that scheduled the attempt; 0 where there
     *     is none
     * @param millis when, since the epoch
     * @param reporter who reported; null where nobody did
     */
    public record Note(
            long enteredEventId,
            Kind kind,
            int index,
            long millis,
            @Nullable Reporter reporter) {}

    void add(Visit visit, Kind kind, int index) {
        add(visit, kind, index, null);
    }

    void add(Visit visit, Kind kind, int index, @Nullable Reporter reporter) {
        notes.add(new Note(visit.enteredEventId, kind, index, visit.frame.run.engine.nowMillis(), reporter));
    }

    /** All notes so far, in the order in which they were taken. */
    public List<Note> notes() {
        return List.copyOf(notes);
    }
}
