package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.Mutant;
import io.github.asltestkit.mutation.MutantResult;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What files of runs say of mutants: which ones there are, and what tests made of them. A verdict counts as long as its test
 * was not run again since, unless in another shard, which runs the same tests with other mutants; of two, the later counts.
 */
final class RecordedMutations {
    /** The mutants of a definition. */
    private record Known(List<Mutant> all, List<String> stillborn, Map<String, String> equal) {}

    /** What a test made of a mutant. */
    private record Verdict(
            MutantStatus status,
            @Nullable String text,
            @Nullable String shard,
            long at,
            Path file) {
        static Verdict later(Verdict one, Verdict other) {
            return one.at >= other.at ? one : other;
        }
    }

    private record OfMutant(String definition, String mutant) {}

    private final Map<String, Known> known = new HashMap<>();
    private final Map<OfMutant, Map<String, Verdict>> verdicts = new HashMap<>();
    private final Map<OfMutant, Map<String, Verdict>> ignored = new HashMap<>();
    private final Map<Path, String> shards = new HashMap<>();
    private final Set<Path> files = new HashSet<>();

    /** Whether a line is about mutants. */
    static boolean isOne(JsonNode line) {
        return line.path("mutants").isObject()
                || line.path("mutated").isObject()
                || line.path("ignored").isObject();
    }

    /** Keeps what a line says. */
    void add(JsonNode line, Path file) {
        JsonNode mutants = line.path("mutants");
        JsonNode mutated = line.path("mutated");
        JsonNode ignoring = line.path("ignored");
        if (mutants.isObject()) {
            known.putIfAbsent(mutants.path("definition").asText(), known(mutants));
            if (mutants.path("shard").isTextual()) {
                shards.put(file, mutants.path("shard").asText());
            }
        } else if (mutated.isObject()) {
            Map<String, Verdict> ofTests = verdicts.computeIfAbsent(ofMutant(mutated), added -> new TreeMap<>());
            for (JsonNode test : mutated.path("tests")) {
                Verdict verdict = new Verdict(
                        MutantStatus.valueOf(test.path(1).asText()),
                        test.path(2).textValue(),
                        mutated.path("shard").textValue(),
                        mutated.path("at").asLong(),
                        file);
                ofTests.merge(test.path(0).asText(), verdict, Verdict::later);
            }
        } else if (ignoring.isObject()) {
            Verdict verdict = new Verdict(
                    MutantStatus.IGNORED,
                    ignoring.path("by").asText(),
                    null,
                    ignoring.path("at").asLong(),
                    file);
            ignored.computeIfAbsent(ofMutant(ignoring), added -> new TreeMap<>())
                    .merge(ignoring.path("group").asText(), verdict, Verdict::later);
        }
    }

    private static OfMutant ofMutant(JsonNode json) {
        return new OfMutant(
                json.path("definition").asText(), json.path("mutant").asText());
    }

    private static Known known(JsonNode json) {
        List<Mutant> all = new ArrayList<>();
        json.path("all").forEach(mutant -> all.add(Mutant.ofJson(mutant)));
        List<String> stillborn = new ArrayList<>();
        json.path("stillborn").forEach(id -> stillborn.add(id.asText()));
        Map<String, String> equal = new LinkedHashMap<>();
        json.path("equal")
                .properties()
                .forEach(entry -> equal.put(entry.getKey(), entry.getValue().asText()));
        return new Known(all, stillborn, equal);
    }

    /** The files whose verdicts count, known once the definitions were asked for. */
    Set<Path> files() {
        return files;
    }

    /** What became of the mutants of the definitions that tests use and that have any. */
    List<DefinitionMutation> judged(List<DefinitionOutline> definitions, List<RecordedTest> tests) {
        Map<String, RecordedTest> byId = new HashMap<>();
        Map<String, Long> latestOfGroup = new HashMap<>();
        for (RecordedTest test : tests) {
            byId.put(test.by().id(), test);
            latestOfGroup.merge(test.by().group(), test.by().finishedMillis(), Math::max);
        }
        List<DefinitionMutation> judged = new ArrayList<>();
        for (DefinitionOutline outline : definitions) {
            Known mutants = known.get(outline.key());
            if (mutants != null) {
                List<MutantResult> results = new ArrayList<>();
                for (Mutant mutant : mutants.all()) {
                    results.add(result(outline, mutant, tests, byId, latestOfGroup));
                }
                judged.add(new DefinitionMutation(outline, results, mutants.stillborn(), mutants.equal()));
            }
        }
        return judged;
    }

    private MutantResult result(
            DefinitionOutline outline,
            Mutant mutant,
            List<RecordedTest> tests,
            Map<String, RecordedTest> byId,
            Map<String, Long> latestOfGroup) {
        OfMutant which = new OfMutant(outline.key(), mutant.id());
        List<String> coveredBy = coveredBy(outline, mutant, tests);
        for (Map.Entry<String, Verdict> entry :
                ignored.getOrDefault(which, Map.of()).entrySet()) {
            if (latestOfGroup.getOrDefault(entry.getKey(), Long.MAX_VALUE)
                    <= entry.getValue().at()) {
                files.add(entry.getValue().file());
                return MutantResult.ignored(
                        mutant, coveredBy, String.valueOf(entry.getValue().text()));
            }
        }
        Map<String, TestVerdict> counted = new TreeMap<>();
        for (Map.Entry<String, Verdict> entry :
                verdicts.getOrDefault(which, Map.of()).entrySet()) {
            Verdict verdict = entry.getValue();
            RecordedTest test = byId.get(entry.getKey());
            if (test != null && counts(verdict, test)) {
                files.add(verdict.file());
                counted.put(entry.getKey(), new TestVerdict(verdict.status(), verdict.text()));
            }
        }
        return MutantResult.of(mutant, coveredBy, counted);
    }

    private boolean counts(Verdict verdict, RecordedTest test) {
        String other = shards.get(test.executions().file());
        return test.by().finishedMillis() <= verdict.at()
                || (other != null
                        && verdict.shard() != null
                        && !verdict.shard().equals(other)
                        && count(verdict.shard()).equals(count(other)));
    }

    private static String count(String shard) {
        return shard.substring(shard.indexOf('/') + 1);
    }

    static List<String> coveredBy(DefinitionOutline outline, Mutant mutant, List<RecordedTest> tests) {
        Set<Long> items = new HashSet<>();
        mutant.reachedByItems(outline).forEach(position -> items.add((long) position));
        List<String> coveredBy = new ArrayList<>();
        for (RecordedTest test : tests) {
            long[] hits = test.hits().getOrDefault(outline.key(), new long[0]);
            for (int i = 0; i + 1 < hits.length; i += 2) {
                if (items.contains(hits[i])) {
                    coveredBy.add(test.by().id());
                    break;
                }
            }
        }
        return coveredBy.stream().sorted().toList();
    }
}
