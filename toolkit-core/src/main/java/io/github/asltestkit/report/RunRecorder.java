package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.coverage.SourceText;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down tests and their executions as they end, one line for each: what {@link RunReport} reads. For any number of
 * threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RunRecorder implements Closeable {
    /** Of a test with more executions, all count as coverage, and these are shown. */
    private static final int MOST_SHOWN = 20;

    private static final int MOST_EVENTS_SHOWN = 3_000;

    /** One that is met again later is read anew. */
    private static final int MOST_DEFINITIONS_KEPT = 64;

    private final Writer writer;
    private final DefinitionNames names;
    private final Map<SameDefinition, CoverageCounter> counters = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> written = new HashSet<>();

    /** A definition is looked up by what it is, not by what is in it. */
    private record SameDefinition(Definition definition) {
        @Override
        @SuppressWarnings("ReferenceEquality") // To compare two trees would cost more than to count anew.
        public boolean equals(@Nullable Object other) {
            return other instanceof SameDefinition that && definition == that.definition;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(definition);
        }
    }

    /**
     * Writes to a writer, which it closes when it is closed.
     *
     * @param names how definitions are named in the files
     */
    public RunRecorder(Writer writer, DefinitionNames names) {
        this.writer = writer;
        this.names = names;
    }

    /**
     * Writes down a test.
     *
     * @param test the test and what became of it
     * @param definitions what it could have executed: counted as not taken, where it did not
     * @param runs its executions
     * @return what it took of each definition
     * @throws IOException if the writer does
     */
    public Coverage add(TestedBy test, List<Definition> definitions, List<ExecutedRun> runs) throws IOException {
        Map<SameDefinition, CoverageCounter> used = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            used(definition, used);
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode json = line.putObject("test");
        json.put("id", test.id()).put("group", test.group()).put("name", test.name());
        json.put("slug", test.slug()).put("status", test.status().name());
        json.put("failure", test.failure() == null ? null : PageJson.cut(test.failure()));
        json.put("finished", test.finishedMillis());
        ArrayNode executions = json.putArray("executions");
        int events = 0;
        for (ExecutedRun run : runs) {
            CoverageCounter counter = used(run.definition(), used);
            ExecutionInspection inspection = ExecutionInspection.of(run.history(), run.executed(), run.dataFlow());
            counter.add(inspection, run.notes());
            if (executions.size() < MOST_SHOWN && events < MOST_EVENTS_SHOWN) {
                executions.add(ExecutionView.of(counter.outline().key(), run, inspection));
                events += Math.min(run.history().events().size(), ExecutionView.MOST_EVENTS);
            }
        }
        json.put("executions left out", runs.size() - executions.size());
        ObjectNode hits = json.putObject("hits");
        // The same file, loaded twice, is counted twice: the sum is what counts.
        Coverage coverage = Coverage.of(
                used.values().stream().map(CoverageCounter::coverage).toList());
        for (DefinitionCoverage definition : coverage.definitions()) {
            hits.set(definition.outline().key(), hits(definition));
        }
        write(line);
        return coverage;
    }

    /** Pairs of an item's position and its hits, without those that were not taken. */
    private static ArrayNode hits(DefinitionCoverage coverage) {
        ArrayNode hits = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < coverage.outline().items().size(); i++) {
            if (coverage.hits(i) > 0) {
                hits.addArray().add(i).add(coverage.hits(i));
            }
        }
        return hits;
    }

    private CoverageCounter used(Definition definition, Map<SameDefinition, CoverageCounter> used) throws IOException {
        SameDefinition same = new SameDefinition(definition);
        CoverageCounter counter = used.get(same);
        if (counter == null) {
            counter = counter(definition).fresh();
            used.put(same, counter);
        }
        return counter;
    }

    private synchronized CoverageCounter counter(Definition definition) throws IOException {
        SameDefinition same = new SameDefinition(definition);
        CoverageCounter counter = counters.get(same);
        if (counter == null) {
            String source = definition.source().name();
            counter = CoverageCounter.of(
                    definition, names.name().apply(source), names.file().apply(source));
            counters.put(same, counter);
            if (counters.size() > MOST_DEFINITIONS_KEPT) {
                counters.remove(counters.keySet().iterator().next());
            }
            if (written.add(counter.outline().key())) {
                writeDefinition(definition, counter.outline());
            }
        }
        return counter;
    }

    private void writeDefinition(Definition definition, DefinitionOutline outline) throws IOException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode json = line.putObject("definition");
        json.setAll(outline.toJson());
        json.set("graph", MachineDiagram.of(definition).json());
        json.put("mermaid", MachineDiagram.of(definition).mermaid());
        ArrayNode text = json.putArray("text");
        SourceText.of(definition).forEach(text::add);
        write(line);
    }

    private synchronized void write(ObjectNode line) throws IOException {
        writer.write(line.toString());
        writer.write('\n');
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
