package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.SingleStateApi;
import io.github.asltestkit.conformance.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Runs every recording of a folder, prints a line per kind and a last line with the sums, and writes
 * {@code target/conformance/report.json}. For the project's own folder the numbers of passing cases may not fall below
 * those in {@code src/test/conformance/passing.json}.
 */
class ConformanceTest {

    @Test
    void no_fewer_recordings_pass_than_before() throws IOException {
        Path folder = CaseFolder.find();
        assumeTrue(Files.isDirectory(folder), () -> "There are no recordings at " + folder);

        List<Verdict> verdicts = ConformanceCase.readAll(folder).stream()
                .filter(ConformanceCase::isScored)
                .map(ConformanceTest::judge)
                .toList();

        write(verdicts);
        print(verdicts);
        if (!CaseFolder.isGiven()) {
            assertNoneIsLost(verdicts);
            assertEachFailureIsExplained(verdicts);
        }
    }

    private static Verdict judge(ConformanceCase conformanceCase) {
        if (conformanceCase.kind().equals("api")) {
            return new ServiceCaseRunner(ApiCaseRunner::door).run(conformanceCase);
        }
        if (conformanceCase.kind().equals("test-state")) {
            SingleStateApi api = new SingleStateApi(
                    HarnessOptions.defaults().withAccount("111111111111"), new RecordedWorld(conformanceCase));
            return new ServiceCaseRunner(c -> (operation, request) -> api.testState(request)).run(conformanceCase);
        }
        if (conformanceCase.kind().equals("validation")) {
            return new ValidationCaseRunner().run(conformanceCase);
        }
        return new ExecutionCaseRunner().run(conformanceCase);
    }

    private static void write(List<Verdict> verdicts) throws IOException {
        ObjectNode report = ConformanceCase.JSON.createObjectNode();
        for (Verdict verdict : verdicts) {
            ObjectNode entry = report.putObject(verdict.id());
            entry.put("kind", verdict.kind());
            entry.put("verdict", name(verdict.outcome()));
            if (!verdict.difference().isEmpty()) {
                entry.put("firstDifference", verdict.difference());
            }
        }
        Path file = CaseFolder.module().resolve("target/conformance/report.json");
        Files.createDirectories(file.getParent());
        ConformanceCase.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private static void print(List<Verdict> verdicts) {
        Map<String, Map<Outcome, Integer>> kinds = new TreeMap<>();
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        for (Verdict verdict : verdicts) {
            kinds.computeIfAbsent(verdict.kind(), kind -> new EnumMap<>(Outcome.class))
                    .merge(verdict.outcome(), 1, Integer::sum);
            all.merge(verdict.outcome(), 1, Integer::sum);
        }
        kinds.forEach((kind, counts) -> System.out.println(kind + ": " + sums(counts)));
        System.out.println(sums(all));
    }

    private static String sums(Map<Outcome, Integer> counts) {
        return counts.getOrDefault(Outcome.PASSED, 0) + " passed, " + counts.getOrDefault(Outcome.FAILED, 0)
                + " failed, " + counts.getOrDefault(Outcome.SKIPPED, 0) + " skipped";
    }

    private static void assertNoneIsLost(List<Verdict> verdicts) throws IOException {
        JsonNode held = ConformanceCase.JSON.readTree(
                CaseFolder.module().resolve("src/test/conformance/passing.json").toFile());
        Map<String, Integer> passing = new LinkedHashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.PASSED)
                .forEach(verdict -> passing.merge(verdict.kind(), 1, Integer::sum));
        for (var kind : held.properties()) {
            assertThat(passing.getOrDefault(kind.getKey(), 0))
                    .as("passing recordings of kind %s (see target/conformance/report.json)", kind.getKey())
                    .isGreaterThanOrEqualTo(kind.getValue().asInt());
        }
    }

    /** A case that fails has its reason in divergences.json, and a case that passes none. */
    private static void assertEachFailureIsExplained(List<Verdict> verdicts) throws IOException {
        JsonNode divergences = ConformanceCase.JSON.readTree(CaseFolder.module()
                .resolve("src/test/conformance/divergences.json")
                .toFile());
        Set<String> explained = new TreeSet<>();
        divergences.fieldNames().forEachRemaining(explained::add);
        Map<String, String> failing = new TreeMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.FAILED)
                .forEach(verdict -> failing.put(verdict.id(), verdict.difference()));
        assertThat(failing.keySet())
                .as(() -> "the recordings of divergences.json are those that fail: " + failing)
                .isEqualTo(explained);
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
        };
    }
}
