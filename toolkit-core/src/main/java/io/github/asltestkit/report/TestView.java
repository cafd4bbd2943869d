package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Timestamps;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The executions of a test as its page shows them: stays, attempts, lanes, events, data flow, written as JSON token by
 * token. Times are milliseconds from the start of an execution. What repeats (states, words, payloads) is written once,
 * after the executions, and stays and events are arrays: {@code decode.js} gives their elements names.
 */
final class TestView {
    /** Of a longer execution, the beginning is shown. */
    static final int MOST_EVENTS = 1_000;

    /** Things with a number each, in the order in which they were met. */
    private static final class Numbers<T> {
        private final Map<T, Integer> numbers = new LinkedHashMap<>();

        int of(T one) {
            Integer known = numbers.get(one);
            if (known == null) {
                known = numbers.size();
                numbers.put(one, known);
            }
            return known;
        }
    }

    private record ShownState(
            String name, String type, @Nullable String pointer) {}

    private final JsonGenerator json;
    private final Payloads payloads = new Payloads();
    private final Numbers<ShownState> states = new Numbers<>();
    private final IdentityHashMap<State, Integer> knownStates = new IdentityHashMap<>();
    private final Numbers<String> words = new Numbers<>();

    private final Map<Branch, Integer> lanes = new HashMap<>();
    private @Nullable Instant start;
    private @Nullable Instant ofStartText;
    private @Nullable String startText;

    TestView(JsonGenerator json) {
        this.json = json;
    }

    /** Adds an execution of a definition with that key. */
    void add(String definition, ExecutedRun run, ExecutionInspection inspection) throws IOException {
        start = inspection.startedAt();
        lanes.clear();
        List<HistoryEvent> events = inspection.history().events();
        int shown = Math.min(events.size(), MOST_EVENTS);
        long lastShown = shown == 0 ? 0 : events.get(shown - 1).id();
        json.writeStartObject();
        json.writeStringField("definition", definition);
        json.writeStringField("name", run.name());
        json.writeStringField("machine", run.machine());
        json.writeBooleanField("child", run.isChild());
        head(inspection);
        lanes(inspection);
        visits(inspection, run.notes(), lastShown);
        events(events.subList(0, shown));
        json.writeNumberField("events left out", events.size() - shown);
        json.writeEndObject();
    }

    /** Writes what the executions refer to. */
    void finish() throws IOException {
        json.writeArrayFieldStart("states");
        for (ShownState state : states.numbers.keySet()) {
            json.writeStartArray();
            json.writeString(state.name());
            json.writeString(state.type());
            json.writeString(state.pointer());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("words");
        for (String word : words.numbers.keySet()) {
            json.writeString(word);
        }
        json.writeEndArray();
        payloads.write(json);
    }

    private void head(ExecutionInspection inspection) throws IOException {
        json.writeStringField("status", inspection.status().name());
        json.writeStringField("start", startText());
        json.writeFieldName("duration");
        millis(inspection.endedAt());
        json.writeStringField("error", inspection.error());
        json.writeStringField("cause", cut(inspection.cause()));
    }

    /** Most executions of a test start at the same instant. */
    private String startText() {
        if (startText == null || !Objects.equals(start, ofStartText)) {
            startText = start == null ? "null" : Timestamps.text(start);
            ofStartText = start;
        }
        return startText;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : PageJson.cut(text);
    }

    private void millis(@Nullable Instant at) throws IOException {
        if (at == null || start == null) {
            json.writeNull();
        } else if (at.equals(start)) {
            json.writeNumber(0);
        } else {
            json.writeNumber(Duration.between(start, at).toMillis());
        }
    }

    /** A text that repeats: its number. */
    private void word(@Nullable String text) throws IOException {
        if (text == null) {
            json.writeNull();
        } else {
            json.writeNumber(words.of(text));
        }
    }

    private void number(@Nullable Number number) throws IOException {
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number.longValue());
        }
    }

    // ---- lanes: the execution's own line, and one for each branch and iteration ------------------------------------

    private void lanes(ExecutionInspection inspection) throws IOException {
        json.writeArrayFieldStart("lanes");
        lane(inspection.root(), 0);
        json.writeEndArray();
    }

    private void lane(Branch branch, int depth) throws IOException {
        lanes.put(branch, lanes.size());
        StateVisit parent = branch.parent();
        json.writeStartArray();
        json.writeString(branch.place());
        word(branch.outcome().name());
        json.writeNumber(depth);
        number(parent == null ? null : parent.enteredEventId());
        json.writeEndArray();
        for (StateVisit visit : branch.visits()) {
            for (Attempt attempt : visit.attempts()) {
                for (Branch below : attempt.branches()) {
                    lane(below, depth + 1);
                }
            }
        }
    }

    // ---- stays ---------------------------------------------------------------------------------------------------

    private void visits(ExecutionInspection inspection, ExecutionNotes notes, long lastShown) throws IOException {
        Map<Long, List<ExecutionNotes.Note>> notesOf = new HashMap<>();
        for (ExecutionNotes.Note note : notes.all()) {
            notesOf.computeIfAbsent(note.enteredEventId(), id -> new ArrayList<>(2))
                    .add(note);
        }
        json.writeArrayFieldStart("visits");
        for (StateVisit visit : inspection.allVisits()) {
            if (visit.enteredEventId() <= lastShown) {
                visit(visit, notesOf.getOrDefault(visit.enteredEventId(), List.of()));
            }
        }
        json.writeEndArray();
    }

    private void visit(StateVisit visit, List<ExecutionNotes.Note> notes) throws IOException {
        json.writeStartArray();
        number(visit.enteredEventId());
        number(visit.endedEventId());
        json.writeNumber(state(visit));
        number(lanes.get(visit.branch()));
        millis(visit.enteredAt());
        millis(visit.endedAt());
        word(visit.outcome().name());
        word(visit.error());
        word(cut(visit.cause()));
        word(visit.next());
        json.writeStartArray();
        for (Attempt attempt : visit.attempts()) {
            attempt(attempt);
        }
        json.writeEndArray();
        flow(visit);
        json.writeStartArray();
        for (ExecutionNotes.Note note : notes) {
            note(note);
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private int state(StateVisit visit) {
        State state = visit.state();
        Integer known = state == null ? null : knownStates.get(state);
        if (known == null) {
            String pointer = state == null ? null : state.pointer();
            known = states.of(new ShownState(visit.name(), visit.type().aslName(), pointer));
            if (state != null) {
                knownStates.put(state, known);
            }
        }
        return known;
    }

    private void attempt(Attempt attempt) throws IOException {
        json.writeStartArray();
        number(attempt.number());
        number(attempt.scheduledEventId());
        number(attempt.endedEventId());
        millis(attempt.scheduledAt());
        millis(attempt.submittedAt());
        millis(attempt.endedAt());
        word(attempt.outcome().name());
        word(attempt.error());
        word(call(attempt));
        number(attempt.timeoutSeconds());
        number(attempt.heartbeatSeconds());
        json.writeBoolean(attempt.missedHeartbeat());
        json.writeEndArray();
    }

    private static @Nullable String call(Attempt attempt) {
        String resource = attempt.resource();
        if (resource == null) {
            return null;
        }
        String type = attempt.resourceType();
        return type == null ? MachineDiagram.resource(resource) : type + ":" + resource;
    }

    private void flow(StateVisit visit) throws IOException {
        json.writeStartArray();
        step("input", visit.input());
        for (Map.Entry<String, JsonNode> data : visit.inspectionData().entrySet()) {
            step(data.getKey(), data.getValue());
        }
        for (Map.Entry<String, JsonNode> variable : visit.assigned().entrySet()) {
            step("assigned $" + variable.getKey(), variable.getValue());
        }
        step("output", visit.output());
        json.writeEndArray();
    }

    private void step(String name, @Nullable JsonNode value) throws IOException {
        if (value != null) {
            word(name);
            json.writeNumber(payloads.position(value));
        }
    }

    private void note(ExecutionNotes.Note note) throws IOException {
        json.writeStartArray();
        word(note.kind().name());
        number(note.index());
        millis(note.at());
        if (note.reporter() != null) {
            word(note.reporter().action());
            word(note.reporter().place());
        }
        json.writeEndArray();
    }

    // ---- events --------------------------------------------------------------------------------------------------

    private void events(List<HistoryEvent> events) throws IOException {
        json.writeArrayFieldStart("events");
        for (HistoryEvent event : events) {
            json.writeStartArray();
            json.writeNumber(event.id());
            json.writeNumber(event.previousEventId());
            millis(event.timestamp());
            word(event.typeName());
            for (Map.Entry<String, Object> detail : event.details().asMap().entrySet()) {
                detail(detail.getKey(), detail.getValue());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void detail(String name, Object value) throws IOException {
        if (value instanceof JsonNode payload) {
            word(name);
            json.writeNumber(payloads.position(payload));
        } else if (!(value instanceof EventDetails)) { // those say whether the service cut a payload short
            word(name);
            json.writeString(PageJson.cut(String.valueOf(value)));
        }
    }
}
