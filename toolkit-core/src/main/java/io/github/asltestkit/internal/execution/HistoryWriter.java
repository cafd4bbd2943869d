package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The history of one execution while it grows. */
final class HistoryWriter {
    /** So many events has the history of a few states. */
    private static final int FEW = 16;

    /** {@code inputDetails} and {@code outputDetails}: nothing is ever cut short here. */
    static final EventDetails NOT_TRUNCATED = EventDetails.of("truncated", false);

    private final List<HistoryEvent> events = new ArrayList<>(FEW);

    /** Writes an event and returns its id. */
    long write(HistoryEventType type, long previousEventId, Instant timestamp, EventDetails details) {
        long id = events.size() + 1L;
        events.add(new HistoryEvent(id, previousEventId, timestamp, type, details));
        return id;
    }

    long size() {
        return events.size();
    }

    /** The events so far, as a copy. */
    List<HistoryEvent> events() {
        return List.copyOf(events);
    }

    static EventDetails entered(String name, Object input) {
        return EventDetails.of("name", name, "input", input, "inputDetails", NOT_TRUNCATED);
    }

    static EventDetails output(JsonNode output) {
        return EventDetails.of("output", output, "outputDetails", NOT_TRUNCATED);
    }
}
