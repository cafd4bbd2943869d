package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The events of an execution, oldest first; recorded by AWS or made by a harness, it is the same thing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class ExecutionHistory {
    private final List<HistoryEvent> events;

    private ExecutionHistory(List<HistoryEvent> events) {
        this.events = List.copyOf(events);
    }

    /** A history of these events, which are given oldest first; nothing is checked. */
    public static ExecutionHistory of(List<HistoryEvent> events) {
        return new ExecutionHistory(events);
    }

    /**
     * Reads what {@code aws stepfunctions get-execution-history --output json} prints: an object with {@code events}, or
     * those events alone as an array, in either order; where it came in pages, the pages one after the other. Timestamps may
     * be ISO text with an offset, with a blank in place of the T as Python writes it, or seconds since the epoch. Histories
     * in YAML are read by {@link io.github.asltestkit.replay.Recording}. Event types and fields that this version does not
     * know are kept.
     *
     * @throws IllegalArgumentException if the text is not that, saying where
     */
    public static ExecutionHistory parse(String json) {
        return new ExecutionHistory(HistoryReader.read(json));
    }

    /** The events, oldest first. */
    public List<HistoryEvent> events() {
        return events;
    }

    /** The event with an id, or null. */
    public @Nullable HistoryEvent event(long id) {
        if (id >= 1 && id <= events.size()) {
            HistoryEvent usual = events.get((int) id - 1);
            if (usual.id() == id) {
                return usual;
            }
        }
        return events.stream().filter(event -> event.id() == id).findFirst().orElse(null);
    }

    /** The history as the AWS command line prints it, indented by four; without a line feed at the end. */
    public String toJson() {
        StringWriter text = new StringWriter();
        try {
            write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * Writes what {@link #toJson()} gives; the writer stays open.
     *
     * @throws IOException if the writer does
     */
    public void write(Writer writer) throws IOException {
        HistoryJson.write(events, writer);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExecutionHistory that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    @Override
    public String toString() {
        return "ExecutionHistory of " + events.size() + " events";
    }
}
