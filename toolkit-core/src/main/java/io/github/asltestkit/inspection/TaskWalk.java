package io.github.asltestkit.inspection;

import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.HistoryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the attempts of Task states together: scheduled, started, submitted, ended. */
final class TaskWalk {
    private final List<StateVisit> all;

    /** @param all the stays so far; others add to it */
    TaskWalk(List<StateVisit> all) {
        this.all = all;
    }

    Position schedule(HistoryEvent event, Position before) {
        StateVisit visit = before.visit();
        if (visit == null || visit.type() != StateType.TASK || !visit.isOpen()) {
            visit = redrivenTask(event);
        }
        if (visit == null) {
            return before;
        }
        visit.addAttempt(event);
        return Position.of(visit);
    }

    /** After a redrive, tasks below Parallel and Map follow no event of their own line: told apart by what they call. */
    private @Nullable StateVisit redrivenTask(HistoryEvent event) {
        String resource = event.details().text("resource");
        for (StateVisit visit : all) {
            Attempt last = visit.lastAttempt();
            if (visit.type() == StateType.TASK
                    && visit.isOpen()
                    && last != null
                    && last.outcome != VisitOutcome.RUNNING
                    && last.resource() != null
                    && last.resource().equals(resource)) {
                return visit;
            }
        }
        return null;
    }

    static Position started(HistoryEvent event, Position before) {
        Attempt attempt = before.attempt();
        if (attempt != null) {
            attempt.started = event;
        }
        return before;
    }

    static Position submitted(HistoryEvent event, Position before) {
        Attempt attempt = before.attempt();
        if (attempt != null) {
            attempt.submitted = event;
        }
        return before;
    }

    static Position ended(HistoryEvent event, Position before, VisitOutcome outcome) {
        Attempt attempt = before.attempt();
        if (attempt != null) {
            attempt.end(event, outcome);
        }
        return before;
    }
}
