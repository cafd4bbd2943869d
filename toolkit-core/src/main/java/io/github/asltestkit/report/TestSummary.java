package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.explore.ExplorationPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a test without its executions in full: what lists and sums need, and a row for each child execution. */
final class TestSummary {
    private static final int MOST_CHILDREN = 20_000;
    private static final int LONGEST_LINE = 200;

    /** A child execution; {@code failedState} is the first state that failed in it. */
    private record Child(
            String map,
            String name,
            String status,
            @Nullable String error,
            @Nullable String failedState,
            @Nullable Long duration,
            boolean shown) {}

    private final TestedBy test;
    private final Map<ExecutionStatus, Integer> ended = new EnumMap<>(ExecutionStatus.class);
    private final List<Child> children = new ArrayList<>();
    private int allChildren;
    private @Nullable String error;
    private int started;
    private int shown;
    private long duration;

    TestSummary(TestedBy test) {
        this.test = test;
    }

    /** The first line of a text, cut where it is long. */
    static @Nullable String firstLine(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 3) + "...";
    }

    void ended(ExecutedRun run, ExecutionInspection inspection, boolean isShown) {
        Instant start = inspection.startedAt();
        Instant end = inspection.endedAt();
        Long millis = start == null || end == null
                ? null
                : Duration.between(start, end).toMillis();
        if (run.isChild()) {
            allChildren++;
            if (children.size() < MOST_CHILDREN) {
                children.add(child(run, inspection, millis, isShown));
            }
            return;
        }
        started++;
        shown += isShown ? 1 : 0;
        duration += millis == null ? 0 : millis;
        ended.merge(inspection.status(), 1, Integer::sum);
        if (error == null) {
            error = inspection.error();
        }
    }

    private static Child child(
            ExecutedRun run, ExecutionInspection inspection, @Nullable Long millis, boolean isShown) {
        String pointer = run.executed().states().pointer();
        String failed = null;
        if (inspection.status() != ExecutionStatus.SUCCEEDED) {
            for (StateVisit visit : inspection.allVisits()) {
                if (failed == null && visit.error() != null) {
                    failed = visit.path();
                }
            }
        }
        return new Child(
                pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))),
                run.name(),
                inspection.status().name(),
                inspection.error(),
                failed,
                millis,
                isShown);
    }

    /** What the page of the test shows beside its executions in full. */
    void writeRest(JsonGenerator json) throws IOException {
        json.writeNumberField("executions left out", started - shown);
        json.writeArrayFieldStart("children");
        for (Child child : children) {
            json.writeStartArray();
            json.writeString(child.map());
            json.writeString(child.name());
            json.writeString(child.status());
            json.writeString(child.error());
            json.writeString(child.failedState());
            if (child.duration() == null) {
                json.writeNull();
            } else {
                json.writeNumber(child.duration());
            }
            json.writeBoolean(child.shown());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeNumberField("children left out", allChildren - children.size());
    }

    /**
     * The test's first line in a file of runs.
     *
     * @param coverage what it took
     * @param bytes the length of the line after it
     * @param part what it is a part of, if it is an exploration
     */
    @SuppressWarnings("EnumOrdinal") // The page lists the statuses in this order.
    byte[] line(Coverage coverage, int bytes, @Nullable ExplorationPart part) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = PageJson.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart("test");
            json.writeStringField("id", test.id());
            json.writeStringField("group", test.group());
            json.writeStringField("name", test.name());
            json.writeStringField("slug", test.slug());
            json.writeStringField("status", test.status().name());
            json.writeStringField("failure", firstLine(test.failure()));
            json.writeNumberField("finished", test.finishedMillis());
            json.writeStringField("error", error);
            json.writeNumberField("duration", duration);
            json.writeArrayFieldStart("ended");
            for (Map.Entry<ExecutionStatus, Integer> status : ended.entrySet()) {
                json.writeNumber(status.getKey().ordinal());
                json.writeNumber(status.getValue());
            }
            json.writeEndArray();
            json.writeObjectFieldStart("hits");
            for (DefinitionCoverage definition : coverage.definitions()) {
                json.writeArrayFieldStart(definition.outline().key());
                for (int i = 0; i < definition.outline().items().size(); i++) {
                    if (definition.hits(i) > 0) {
                        json.writeNumber(i);
                        json.writeNumber(definition.hits(i));
                    }
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeNumberField("bytes", bytes);
            if (part != null) {
                json.writeFieldName("exploration");
                json.writeTree(part.toJson());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toByteArray();
    }
}
