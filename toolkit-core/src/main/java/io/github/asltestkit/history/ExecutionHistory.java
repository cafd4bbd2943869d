package io.github.asltestkit.history;

import java.util.List;

/** The events of an execution, oldest first. */
public final class ExecutionHistory {
    private final List<HistoryEvent> events;

    private ExecutionHistory(List<HistoryEvent> events) {
        this.events = List.copyOf(events);
    }

    /** A history of these events. */
    public static ExecutionHistory of(List<HistoryEvent> events) {
        return new ExecutionHistory(events);
    }

    /** The events, oldest first. */
    public List<HistoryEvent> events() {
        return events;
    }
}
