package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.coverage.SourceText;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.explore.ExplorationPart;
import io.github.asltestkit.mutation.Mutants;
import io.github.asltestkit.mutation.TestVerdict;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down tests and their executions as they end: what {@link RunReport} reads. Keeps none of them. For any number of
 * threads.
 *
 * <p>The file is JSON Lines in UTF-8. A test has two lines: what became of it, with the length of the second in bytes, and
 * its executions in full, which only the page of the test needs.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RunRecorder implements Closeable {
    /** One that is met again later is read anew. */
    private static final int MOST_DEFINITIONS_KEPT = 64;

    private static final int USUAL_SIZE = 16 * 1024;

    private final OutputStream out;
    private final DefinitionNames names;
    private final Map<SameDefinition, CoverageCounter> counters = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> written = new HashSet<>();
    private final Set<String> mutated = new HashSet<>();

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
     * Writes to a stream, which it closes when it is closed.
     *
     * @param names how definitions are named in the files
     */
    public RunRecorder(OutputStream out, DefinitionNames names) {
        this.out = out;
        this.names = names;
    }

    /**
     * Writes down a test.
     *
     * @param test the test and what became of it
     * @param definitions what it could have executed: counted as not taken, where it did not
     * @param runs its executions
     * @return what it took of each definition
     * @throws IOException if the stream does
     */
    public Coverage add(TestedBy test, List<Definition> definitions, List<ExecutedRun> runs) throws IOException {
        Map<SameDefinition, CoverageCounter> used = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            used(definition, used);
        }
        ByteArrayOutputStream executions = new ByteArrayOutputStream(USUAL_SIZE);
        TestSummary summary = new TestSummary(test);
        try (JsonGenerator json = PageJson.FACTORY.createGenerator(executions)) {
            json.writeStartObject();
            json.writeStringField("failure", test.failure() == null ? null : PageJson.cut(test.failure()));
            executions(json, runs, used, summary);
            json.writeEndObject();
        }
        // The same file, loaded twice, is counted twice: the sum is what counts.
        Coverage coverage = Coverage.of(
                used.values().stream().map(CoverageCounter::coverage).toList());
        write(summary.line(coverage, executions.size(), null), executions);
        return coverage;
    }

    /**
     * Writes down an exploration, which has a page of its own: its table, its counterexamples, and of each outcome the smallest run.
     * It covers nothing: what its runs take of the definition is no script of anybody. Explorations of the same id that shards
     * wrote are the parts of one: the report joins them.
     *
     * @param test the test that explored, under a name and an id of the exploration
     * @throws IOException if the stream does
     */
    public void add(TestedBy test, Exploration exploration) throws IOException {
        ExploredRuns runs = new ExploredRuns(exploration);
        Map<SameDefinition, CoverageCounter> used = new LinkedHashMap<>();
        used(exploration.result().definition(), used); // a shard may have no runs
        ByteArrayOutputStream executions = new ByteArrayOutputStream(USUAL_SIZE);
        TestSummary summary = new TestSummary(test);
        try (JsonGenerator json = PageJson.FACTORY.createGenerator(executions)) {
            json.writeStartObject();
            json.writeStringField("failure", test.failure() == null ? null : PageJson.cut(test.failure()));
            json.writeStringField("about", PageJson.cut(runs.about()));
            executions(json, runs.shown(), used, summary);
            json.writeEndObject();
        }
        Coverage nothing = Coverage.of(used.values().stream()
                .map(counter -> counter.fresh().coverage())
                .toList());
        write(summary.line(nothing, executions.size(), ExplorationPart.of(exploration)), executions);
    }

    private void executions(
            JsonGenerator json, List<ExecutedRun> runs, Map<SameDefinition, CoverageCounter> used, TestSummary summary)
            throws IOException {
        Set<Integer> shown = ShownRuns.among(runs);
        TestView view = new TestView(json);
        json.writeArrayFieldStart("executions");
        for (int i = 0; i < runs.size(); i++) {
            ExecutedRun run = runs.get(i);
            CoverageCounter counter = used(run.definition(), used);
            ExecutionInspection inspection = ExecutionInspection.of(run.history(), run.executed(), run.dataFlow());
            counter.add(inspection, run.notes());
            summary.ended(run, inspection, shown.contains(i));
            if (shown.contains(i)) {
                view.add(counter.outline().key(), run, inspection);
            }
        }
        json.writeEndArray();
        view.finish();
        summary.writeRest(json);
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
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void write(byte[] summary, ByteArrayOutputStream executions) throws IOException {
        out.write(summary);
        out.write('\n');
        executions.writeTo(out);
        out.write('\n');
        out.flush(); // so that a JVM that is killed leaves whole tests
    }

    /**
     * Writes down the mutants of a definition, once, however often it is asked.
     *
     * @param shard which of the mutants the tests of this file will be run with, such as {@code 2/8}; null if nobody will run
     *     all of them with mutants
     * @return the key of the definition
     * @throws IOException if the stream does
     */
    public String addMutants(Definition definition, Supplier<Mutants> mutants, @Nullable String shard)
            throws IOException {
        DefinitionOutline outline = counter(definition).outline();
        synchronized (this) {
            if (mutated.add(outline.key())) {
                writeLine(MutationLines.mutants(outline.key(), mutants.get(), shard));
            }
        }
        return outline.key();
    }

    /**
     * Writes down what tests made of a mutant: those that were run with it.
     *
     * @param definition the key of the definition
     * @param verdicts by the tests' ids
     * @param shard which of the mutants the tests are run with, such as {@code 2/8}; null if they are those of one class
     * @param atMillis when, in milliseconds since the epoch
     * @throws IOException if the stream does
     */
    public void addVerdicts(
            String definition, String mutant, Map<String, TestVerdict> verdicts, @Nullable String shard, long atMillis)
            throws IOException {
        writeLine(MutationLines.verdicts(definition, mutant, verdicts, shard, atMillis));
    }

    /**
     * Writes down that a test class ignores a mutant.
     *
     * @param definition the key of the definition
     * @param group the group of the class's tests
     * @param by what the class is called
     * @param atMillis when, in milliseconds since the epoch
     * @throws IOException if the stream does
     */
    public void addIgnored(String definition, String mutant, String group, String by, long atMillis)
            throws IOException {
        writeLine(MutationLines.ignored(definition, mutant, group, by, atMillis));
    }

    private synchronized void writeLine(ObjectNode line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The keys of the definitions that were written down so far. */
    synchronized Set<String> definitions() {
        return Set.copyOf(written);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
