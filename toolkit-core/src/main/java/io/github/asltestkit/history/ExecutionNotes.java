package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an execution did that no event of its history tells: which Choice rule was true, which Retrier and which Catcher
 * acted, when a heartbeat came, who reported the outcome of a task.
 */
@API(status = MAINTAINED, since = "0.1")
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
        /** A heartbeat of the attempt that the event of the index scheduled arrived in time. */
        HEARTBEAT,
        /**
         * Somebody reported the outcome of the attempt that the event of the index scheduled: by its token, or by ending its
         * job.
         */
        REPORT,
        /** A distributed Map got as many items as the index says. */
        ITEMS
    }

    /**
     * A note.
     *
     * @param enteredEventId the id of the event that entered the state, which no two stays share
     * @param kind what is noted
     * @param index of the rule, Retrier or Catcher, the number of items, or the id of the event that scheduled the attempt; 0
     *     where there is none
     * @param at when, on the virtual clock
     * @param reporter who reported; null where nobody did, or a mock did
     */
    public record Note(
            long enteredEventId,
            Kind kind,
            int index,
            Instant at,
            @Nullable Reporter reporter) {}

    /**
     * Who reported the outcome of a task, or a heartbeat of it.
     *
     * @param action what was called: {@code SendTaskSuccess}, {@code SendTaskFailure}, {@code SendTaskHeartbeat},
     *     {@code Job.succeed} or {@code Job.fail}
     * @param place where in a test, such as {@code OrderTest.pays(OrderTest.java:12)}; null where it was no test but a worker
     *     or another execution
     */
    public record Reporter(String action, @Nullable String place) {}

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

    /** The notes of a stay in a state, by the id of the event that entered it, in the order in which they were taken. */
    public List<Note> of(long enteredEventId) {
        List<Note> found = new ArrayList<>();
        for (Note note : notes) {
            if (note.enteredEventId() == enteredEventId) {
                found.add(note);
            }
        }
        return Collections.unmodifiableList(found);
    }
}
