package io.github.asltestkit.inspection;

import java.time.Instant;
import java.util.List;

/**
 * What an execution did that no event of its history tells: which Choice rule was true, which Retrier and which Catcher
 * acted, when a heartbeat came.
 */
public final class ExecutionNotes {
    /** What is known of an execution that was not run here. */
    public static final ExecutionNotes UNKNOWN = new ExecutionNotes(false, List.of());

    private final boolean known;
    private final List<Note> notes;

    private ExecutionNotes(boolean known, List<Note> notes) {
        this.known = known;
        this.notes = List.copyOf(notes);
    }

    /** What is noted. */
    public enum Kind {
        /** A Choice state took the rule of the index. */
        CHOICE_RULE,
        /** A Choice state took its {@code Default}. */
        DEFAULT,
        /** The Retrier of the index made the state act again. */
        RETRIER,
        /** The Catcher of the index caught the state's error. */
        CATCHER,
        /** A heartbeat of a task arrived in time. */
        HEARTBEAT,
        /** A distributed Map got as many items as the index says. */
        ITEMS
    }

    /**
     * A note.
     *
     * @param enteredEventId the id of the event that entered the state, which no two stays share
     * @param kind what is noted
     * @param index of the rule, Retrier or Catcher, or the number of items; 0 where there is none
     * @param at when, on the virtual clock
     */
    public record Note(long enteredEventId, Kind kind, int index, Instant at) {}

    /** The notes of an execution that was run here, in the order in which they were taken. */
    public static ExecutionNotes of(List<Note> notes) {
        return new ExecutionNotes(true, notes);
    }

    /** Whether the execution was run here: then what is not noted did not happen. */
    public boolean areKnown() {
        return known;
    }

    /** All notes, in the order in which they were taken. */
    public List<Note> all() {
        return notes;
    }

    /** The notes of a stay in a state, in the order in which they were taken. */
    public List<Note> of(StateVisit visit) {
        return notes.stream()
                .filter(note -> note.enteredEventId() == visit.enteredEventId())
                .toList();
    }
}
