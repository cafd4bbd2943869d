package io.github.asltestkit.inspection;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which Retrier and which Catcher acted: as noted where the execution was run here, else as the definition says. */
final class Handlers {
    private Handlers() {}

    static @Nullable Integer retrier(Attempt attempt) {
        StateVisit visit = attempt.visit();
        if (attempt.number() >= visit.attempts.size()) {
            return null;
        }
        return visit.inspection().notes().areKnown()
                ? notedRetrier(attempt)
                : retrierFor(visit, attempt.error(), attempt.missedHeartbeat());
    }

    /**
     * Retriers act in the order of the attempts, each before the next attempt; one that a redrive made has no note.
     */
    private static @Nullable Integer notedRetrier(Attempt wanted) {
        List<ExecutionNotes.Note> notes = wanted.visit().notes().stream()
                .filter(note -> note.kind() == ExecutionNotes.Kind.RETRIER)
                .toList();
        int used = 0;
        for (Attempt attempt : wanted.visit().attempts.subList(0, wanted.number())) {
            Attempt next = wanted.visit().attempts.get(attempt.number());
            boolean acted = used < notes.size() && !notes.get(used).at().isAfter(next.scheduledAt());
            if (attempt.number() == wanted.number()) {
                return acted ? notes.get(used).index() : null;
            }
            used += acted ? 1 : 0;
        }
        return null;
    }

    static @Nullable Integer catcher(StateVisit visit) {
        if (visit.inspection().notes().areKnown()) {
            return visit.notes().stream()
                    .filter(note -> note.kind() == ExecutionNotes.Kind.CATCHER)
                    .map(ExecutionNotes.Note::index)
                    .reduce((earlier, last) -> last)
                    .orElse(null);
        }
        List<Catcher> catchers = visit.state == null ? List.of() : visit.state.catchers();
        for (int i = 0; i < catchers.size(); i++) {
            if (catchers.get(i).next().equals(visit.next())
                    && new ErrorMatcher(catchers.get(i).errorEquals())
                            .matches(visit.error(), visit.missedHeartbeat())) {
                return i;
            }
        }
        return null;
    }

    static @Nullable Integer retrierFor(StateVisit visit, @Nullable String error, boolean missedHeartbeat) {
        List<Retrier> retriers = visit.state == null ? List.of() : visit.state.retry();
        for (int i = 0; i < retriers.size(); i++) {
            if (error != null && new ErrorMatcher(retriers.get(i).errorEquals()).matches(error, missedHeartbeat)) {
                return i;
            }
        }
        return null;
    }
}
