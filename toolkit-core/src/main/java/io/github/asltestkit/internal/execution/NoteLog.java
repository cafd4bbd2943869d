package io.github.asltestkit.internal.execution;

import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionNotes.Kind;
import io.github.asltestkit.internal.message.CallSite;
import io.github.asltestkit.internal.schedule.EventQueue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the notes of an execution while it runs. */
public final class NoteLog {
    private final List<ExecutionNotes.Note> notes = new ArrayList<>(4);

    void add(Visit visit, Kind kind, int index) {
        add(visit, kind, index, null);
    }

    void add(Visit visit, Kind kind, int index, @Nullable Reporter by) {
        notes.add(new ExecutionNotes.Note(
                visit.enteredEventId,
                kind,
                index,
                EventQueue.instant(visit.frame.run.nowMillis()),
                by == null ? null : reporter(by)));
    }

    private static ExecutionNotes.Reporter reporter(Reporter by) {
        CallSite place = by.place();
        return new ExecutionNotes.Reporter(by.action(), place == null ? null : place.text());
    }

    /** All notes so far, in the order in which they were taken. */
    public List<ExecutionNotes.Note> notes() {
        return List.copyOf(notes);
    }
}
