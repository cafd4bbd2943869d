package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.conformance.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Runs every case of a folder that somebody measured on AWS, prints what fails by kind and a last line with the sums, and
 * writes {@code target/measured/report.json}. For the project's own folder no fewer cases may pass than
 * {@code src/test/measured/passing.json} says, and each that fails has its reason in {@code divergences.json} beside it.
 */
class MeasuredTest {

    @Test
    void no_fewer_measured_cases_pass_than_before() throws IOException {
        Path folder = CaseFolder.measured();
        assumeTrue(Files.isDirectory(folder), () -> "There are no measured cases at " + folder);

        List<Verdict> verdicts =
                MeasuredCase.readAll(folder).stream().map(MeasuredJudge::judge).toList();

        write(verdicts);
        print(verdicts);
        if (!CaseFolder.isMeasuredGiven()) {
            assertEachFailureIsExplained(verdicts);
            assertNoneIsLost(verdicts);
        }
    }

    private static void write(List<Verdict> verdicts) throws IOException {
        ObjectNode report = ConformanceCase.JSON.createObjectNode();
        for (Verdict verdict : verdicts) {
            report.putObject(verdict.id())
                    .put("kind", verdict.kind())
                    .put("passed", verdict.outcome() == Outcome.PASSED)
                    .put("firstDifference", verdict.difference());
        }
        Path file = CaseFolder.module().resolve("target/measured/report.json");
        Files.createDirectories(file.getParent());
        ConformanceCase.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private static void print(List<Verdict> verdicts) {
        Map<String, List<Verdict>> failing = new TreeMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.FAILED)
                .forEach(verdict -> failing.computeIfAbsent(verdict.kind(), kind -> new ArrayList<>())
                        .add(verdict));
        failing.forEach((kind, ofKind) -> {
            System.out.println(kind + ": " + ofKind.size() + " failed");
            ofKind.forEach(verdict -> System.out.println("  " + verdict.id() + ": " + verdict.difference()));
        });
        System.out.println(passed(verdicts) + " passed, " + (verdicts.size() - passed(verdicts)) + " failed");
    }

    private static long passed(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.PASSED)
                .count();
    }

    private static void assertNoneIsLost(List<Verdict> verdicts) throws IOException {
        for (var floor : read("passing.json").properties()) {
            List<Verdict> ofKind = verdicts.stream()
                    .filter(verdict -> verdict.kind().equals(floor.getKey()))
                    .toList();
            assertThat(passed(ofKind))
                    .as("passing cases of kind %s (see target/measured/report.json)", floor.getKey())
                    .isGreaterThanOrEqualTo(floor.getValue().asLong());
        }
    }

    private static void assertEachFailureIsExplained(List<Verdict> verdicts) throws IOException {
        Set<String> explained = new TreeSet<>();
        read("divergences.json").fieldNames().forEachRemaining(explained::add);
        Map<String, String> failing = new TreeMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.FAILED)
                .forEach(verdict -> failing.put(verdict.id(), verdict.difference()));
        Map<String, String> unexplained = new TreeMap<>(failing);
        unexplained.keySet().removeAll(explained);
        assertThat(unexplained)
                .as("cases that fail and have no line in divergences.json")
                .isEmpty();
        explained.removeAll(failing.keySet());
        if (!explained.isEmpty()) {
            System.out.println(
                    "These cases pass. Remove them from divergences.json, and raise passing.json: " + explained);
        }
    }

    private static JsonNode read(String name) throws IOException {
        return ConformanceCase.JSON.readTree(
                CaseFolder.module().resolve("src/test/measured").resolve(name).toFile());
    }
}
