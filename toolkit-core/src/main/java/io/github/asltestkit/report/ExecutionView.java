package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An execution as the page shows it: stays, attempts, lanes, events, data flow. Times are milliseconds from its start. */
final class ExecutionView {
    /** Of a longer execution, the beginning is shown. */
    static final int MOST_EVENTS = 1_000;

    private final ExecutionInspection inspection;
    private final ExecutionNotes notes;
    private final @Nullable Instant start;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Payloads payloads = new Payloads();
    private final Map<Branch, Integer> lanes = new HashMap<>();
    private final Map<Long, List<ExecutionNotes.Note>> notesOf = new HashMap<>();
    private final long lastShown;

    private ExecutionView(ExecutionInspection inspection, ExecutionNotes notes) {
        this.inspection = inspection;
        this.notes = notes;
        this.start = inspection.startedAt();
        List<HistoryEvent> events = inspection.history().events();
        this.lastShown = events.isEmpty()
                ? 0
                : events.get(Math.min(events.size(), MOST_EVENTS) - 1).id();
    }

    static ObjectNode of(String definition, ExecutedRun run, ExecutionInspection inspection) {
        ExecutionView view = new ExecutionView(inspection, run.notes());
        view.json.put("definition", definition).put("name", run.name()).put("machine", run.machine());
        view.head();
        view.lanes();
        view.visits();
        view.events();
        view.json.set("payloads", view.payloads.texts());
        return view.json;
    }

    private void head() {
        Instant end = inspection.endedAt();
        json.put("status", inspection.status().name());
        json.put("start", String.valueOf(start));
        json.put("duration", end == null ? null : millis(end));
        json.put("error", inspection.error());
        json.put("cause", inspection.cause() == null ? null : PageJson.cut(inspection.cause()));
    }

    private @Nullable Long millis(@Nullable Instant at) {
        return at == null || start == null ? null : Duration.between(start, at).toMillis();
    }

    // ---- lanes: the execution's own line, and one for each branch and iteration ------------------------------------

    private void lanes() {
        List<Branch> order = new ArrayList<>();
        lane(inspection.root(), order);
        ArrayNode all = json.putArray("lanes");
        for (Branch branch : order) {
            lanes.put(branch, all.size());
            StateVisit parent = branch.parent();
            all.addObject()
                    .put("label", branch.place())
                    .put("outcome", branch.outcome().name())
                    .put("depth", depth(branch))
                    .put("parent", parent == null ? null : parent.enteredEventId());
        }
    }

    private void lane(Branch branch, List<Branch> order) {
        order.add(branch);
        for (StateVisit visit : branch.visits()) {
            for (Attempt attempt : visit.attempts()) {
                attempt.branches().forEach(below -> lane(below, order));
            }
        }
    }

    private static int depth(Branch branch) {
        int depth = 0;
        StateVisit parent = branch.parent();
        while (parent != null) {
            depth++;
            parent = parent.branch().parent();
        }
        return depth;
    }

    // ---- stays ---------------------------------------------------------------------------------------------------

    private void visits() {
        for (ExecutionNotes.Note note : notes.all()) {
            notesOf.computeIfAbsent(note.enteredEventId(), id -> new ArrayList<>())
                    .add(note);
        }
        ArrayNode visits = json.putArray("visits");
        for (StateVisit visit : inspection.allVisits()) {
            if (visit.enteredEventId() <= lastShown) {
                visit(visits.addObject(), visit);
            }
        }
    }

    private void visit(ObjectNode one, StateVisit visit) {
        one.put("id", visit.enteredEventId()).put("end", visit.endedEventId());
        one.put("name", visit.name()).put("path", visit.path());
        one.put("type", visit.type().aslName());
        one.put("pointer", visit.state() == null ? null : visit.state().pointer());
        one.put("lane", lanes.get(visit.branch()));
        one.put("from", millis(visit.enteredAt())).put("to", millis(visit.endedAt()));
        one.put("outcome", visit.outcome().name());
        one.put("error", visit.error());
        one.put("cause", visit.cause() == null ? null : PageJson.cut(visit.cause()));
        one.put("next", visit.next());
        attempts(one.putArray("attempts"), visit);
        flow(one.putArray("flow"), visit);
        ArrayNode noted = one.putArray("notes");
        for (ExecutionNotes.Note note : notesOf.getOrDefault(visit.enteredEventId(), List.of())) {
            ObjectNode told = noted.addObject()
                    .put("kind", note.kind().name())
                    .put("index", note.index())
                    .put("at", millis(note.at()));
            if (note.reporter() != null) {
                told.put("by", note.reporter().action());
                told.put("place", note.reporter().place());
            }
        }
    }

    private void attempts(ArrayNode all, StateVisit visit) {
        for (Attempt attempt : visit.attempts()) {
            all.addObject()
                    .put("number", attempt.number())
                    .put("id", attempt.scheduledEventId())
                    .put("end", attempt.endedEventId())
                    .put("from", millis(attempt.scheduledAt()))
                    .put("submitted", millis(attempt.submittedAt()))
                    .put("to", millis(attempt.endedAt()))
                    .put("outcome", attempt.outcome().name())
                    .put("error", attempt.error())
                    .put("resource", call(attempt))
                    .put("timeout", attempt.timeoutSeconds())
                    .put("heartbeat", attempt.heartbeatSeconds())
                    .put("missedHeartbeat", attempt.missedHeartbeat());
        }
    }

    private static @Nullable String call(Attempt attempt) {
        String resource = attempt.resource();
        if (resource == null) {
            return null;
        }
        String type = attempt.resourceType();
        return type == null ? MachineDiagram.resource(resource) : type + ":" + resource;
    }

    private void flow(ArrayNode flow, StateVisit visit) {
        step(flow, "input", visit.input());
        visit.inspectionData().forEach((name, value) -> step(flow, name, value));
        visit.assigned().forEach((name, value) -> step(flow, "assigned $" + name, value));
        step(flow, "output", visit.output());
    }

    private void step(ArrayNode flow, String name, @Nullable JsonNode value) {
        if (value != null) {
            flow.addArray().add(name).add(payloads.position(value));
        }
    }

    // ---- events --------------------------------------------------------------------------------------------------

    private void events() {
        List<HistoryEvent> all = inspection.history().events();
        ArrayNode events = json.putArray("events");
        for (HistoryEvent event : all) {
            if (event.id() > lastShown) {
                break;
            }
            ObjectNode one = events.addObject();
            one.put("id", event.id()).put("previous", event.previousEventId());
            one.put("at", millis(event.timestamp())).put("type", event.typeName());
            ObjectNode details = one.putObject("details");
            event.details().asMap().forEach((name, value) -> {
                if (value instanceof JsonNode) {
                    details.putArray(name).add(payloads.position(value));
                } else if (!name.endsWith("Details")) { // those say whether the service cut a payload short
                    details.put(name, PageJson.cut(String.valueOf(value)));
                }
            });
        }
        json.put("events left out", all.size() - events.size());
    }
}
