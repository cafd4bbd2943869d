package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.shard.Shard;
import io.github.asltestkit.mutation.MutantResult;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.report.MergeRuns;
import io.github.asltestkit.report.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** All tests of a session of the launcher are run again with mutants, as in a build that asks for it. */
class MutationSessionTest {
    private static final String ON = "asl.testkit.mutation";

    @StateMachineTest("/mutate.asl.json")
    static class Large {
        @ParameterizedTest
        @ValueSource(ints = {11, 12})
        void large(int n, StateMachineHarness harness) {
            harness.mockLambda("f").fails("Busy", "later").thenReturns("{}");
            assertThat(path(harness, n)).containsExactly("Call", "Size?", "Large");
        }
    }

    @IgnoreMutants("Call: drop field Payload*")
    @StateMachineTest("/mutate.asl.json")
    static class Small {
        @Test
        void small(StateMachineHarness harness) {
            harness.mockLambda("f").returns("{}");
            assertThat(path(harness, 1)).containsExactly("Call", "Size?", "Small");
        }
    }

    @StateMachineTest("/mutate.asl.json")
    static class Fails {
        @Test
        void fails(StateMachineHarness harness) {
            harness.mockLambda("f").returns("{}");
            assertThat(path(harness, 1)).isEmpty();
        }
    }

    /** Sees whether an exploration is whole. */
    @StateMachineTest("/mutate.asl.json")
    static class Explored {
        @Test
        void whole(StateMachineHarness harness) {
            harness.mockLambda("f").returns("{}");
            assertThat(path(harness, 1)).endsWith("Small");
            assertThat(harness.explore("{\"n\": 1}").result().extent()).doesNotContain("shard");
        }
    }

    /** An extension of a user's own. */
    static final class Counting implements org.junit.jupiter.api.extension.BeforeEachCallback {
        static final AtomicInteger TESTS = new AtomicInteger();

        @Override
        public void beforeEach(ExtensionContext context) {
            TESTS.incrementAndGet();
        }
    }

    @ExtendWith(Counting.class)
    static class Counted extends Small {}

    private static List<String> path(StateMachineHarness harness, int n) {
        Execution execution = harness.run("{\"n\": " + n + "}");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        return ExecutionInspection.of(execution.history(), execution.definition(), execution.dataFlow())
                .path();
    }

    @TempDir
    private Path folder;

    private Path report;

    @BeforeEach
    void begin() {
        report = folder.resolve("report");
    }

    private void run(Path to, Map<String, String> parameters, Class<?>... classes) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (Class<?> testClass : classes) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .configurationParameter("asl.testkit.report.dir", to.toString())
                                .configurationParameter("asl.testkit.report.console", "false")
                                .configurationParameters(parameters)
                                .build());
            }
        }
    }

    private static Map<String, MutantStatus> statuses(Path report) throws IOException {
        Map<String, MutantStatus> statuses = new TreeMap<>();
        RunReport.read(List.of(report.resolve("runs"))).mutants().definitions().forEach(definition -> {
            for (MutantResult result : definition.results()) {
                statuses.put(result.mutant().id(), result.status());
            }
        });
        return statuses;
    }

    /** All files but those of the runs, which have times. */
    private static Map<String, String> files(Path report) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(report)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = report.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("runs/")) {
                    files.put(name, Files.readString(file));
                }
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        return files;
    }

    @Test
    void the_tests_of_all_classes_together_notice_mutants() throws IOException {
        run(report, Map.of(ON, "true"), Large.class, Small.class);

        assertThat(statuses(report))
                .containsEntry("Call: drop ResultPath", MutantStatus.KILLED)
                .containsEntry("Size?: negate Choices[0]", MutantStatus.KILLED)
                .containsEntry("Call: MaxAttempts 2 instead of 1 in Retry[0]", MutantStatus.SURVIVED)
                .containsEntry("Call: drop field Payload.n", MutantStatus.IGNORED)
                .hasSize(13);
    }

    @Test
    void nothing_is_run_again_unless_somebody_asks() throws IOException {
        run(report, Map.of(), Large.class, Small.class);

        assertThat(statuses(report)).isEmpty();
        assertThat(report.resolve("mutation.json")).doesNotExist();
    }

    @Test
    void two_runs_give_the_same_report_byte_for_byte_and_so_do_four_shards() throws IOException {
        run(report, Map.of(ON, "true"), Large.class, Small.class);
        Map<String, String> expected = files(report);

        Path again = folder.resolve("again");
        run(again, Map.of(ON, "true"), Large.class, Small.class);
        assertThat(files(again)).isEqualTo(expected);

        List<String> arguments =
                new ArrayList<>(List.of("--out", folder.resolve("merged").toString()));
        for (int shard = 1; shard <= 4; shard++) {
            Path part = folder.resolve("shard-" + shard);
            run(part, Map.of(ON, "true", "asl.testkit.shard", shard + "/4"), Large.class, Small.class);
            assertThat(statuses(part)).containsValue(MutantStatus.PENDING);
            arguments.add(part.resolve("runs").toString());
        }
        assertThat(merge(arguments))
                .contains("mutate.asl.json   54.5 %  6 of 11 mutants noticed, 5 survived, 2 ignored");
        assertThat(files(folder.resolve("merged"))).isEqualTo(expected);
    }

    @Test
    void a_shard_of_the_mutants_is_no_shard_of_an_exploration() throws IOException {
        run(report, Map.of(ON, "true"), Explored.class);
        Map<String, String> expected = files(report);
        assertThat(statuses(report)).containsValue(MutantStatus.KILLED);

        List<String> arguments =
                new ArrayList<>(List.of("--out", folder.resolve("merged").toString()));
        String before = System.getProperty(Shard.PROPERTY);
        try {
            for (int shard = 1; shard <= 2; shard++) {
                System.setProperty(Shard.PROPERTY, shard + "/2");
                Path part = folder.resolve("shard-" + shard);
                run(part, Map.of(ON, "true"), Explored.class);
                arguments.add(part.resolve("runs").toString());
            }
        } finally {
            if (before == null) {
                System.clearProperty(Shard.PROPERTY);
            } else {
                System.setProperty(Shard.PROPERTY, before);
            }
        }
        merge(arguments);
        assertThat(files(folder.resolve("merged"))).isEqualTo(expected);
    }

    /** Each build compares with the same file, whatever its JDK. After a wanted change: {@code -Dapprove=true}. */
    @Test
    void every_JDK_gives_the_report_that_was_approved() throws IOException {
        run(report, Map.of(ON, "true"), Large.class, Small.class);

        String json = Files.readString(report.resolve("mutation.json"));

        Path approved = Path.of("src/test/resources/mutate.mutation.json");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, json);
        }
        assertThat(json).isEqualTo(Files.readString(approved).replace("\r\n", "\n"));
    }

    @Test
    void tests_that_run_in_parallel_notice_the_same_mutants() throws IOException {
        run(report, Map.of(ON, "true"), Large.class, Small.class);
        Path parallel = folder.resolve("parallel");
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Large.class), selectClass(Small.class))
                            .configurationParameter("asl.testkit.report.dir", parallel.toString())
                            .configurationParameter("asl.testkit.report.console", "false")
                            .configurationParameter(ON, "true")
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                            .build());
        }

        assertThat(statuses(parallel)).isEqualTo(statuses(report)).isNotEmpty();
    }

    private static String merge(List<String> arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = MergeRuns.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_score_below_the_minimum_ends_the_session_in_an_error() {
        assertThatThrownBy(() -> run(report, Map.of(ON, "true", "asl.testkit.mutation.minimum", "90"), Large.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The tests notice ")
                .hasMessageContaining("less than 90 %.")
                .hasMessageContaining("by asl.testkit.mutation.minimum")
                .hasMessageContaining("Small: Seconds 10 instead of 5 (no test reaches it)");
    }

    @Test
    void merged_runs_are_judged_too() throws IOException {
        run(report, Map.of(ON, "true"), Large.class, Small.class);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = MergeRuns.run(
                List.of(
                        "--out",
                        folder.resolve("merged").toString(),
                        "--minimum-score",
                        "mutate.asl.json=60",
                        report.resolve("runs").toString()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("The tests notice 54.5 % of the mutants of mutate.asl.json, less than 60 %.");
    }

    @Test
    void tests_that_fail_anyway_are_not_run_with_mutants() throws IOException {
        run(report, Map.of(ON, "true"), Small.class, Fails.class);

        assertThat(statuses(report).values())
                .containsOnly(MutantStatus.PENDING, MutantStatus.NO_COVERAGE, MutantStatus.IGNORED);
        assertThat(report.resolve("mutation.json")).doesNotExist();
    }

    @Test
    void what_was_noticed_before_the_tests_ran_last_counts_no_longer() throws IOException {
        run(report, Map.of(ON, "true"), Small.class);
        assertThat(statuses(report)).containsValue(MutantStatus.KILLED);

        run(report, Map.of(), Small.class);

        assertThat(statuses(report)).doesNotContainValue(MutantStatus.KILLED);
    }

    @Test
    void what_a_class_was_told_is_in_the_report() throws IOException {
        run(report, Map.of(), RequireMutationScoreTest.Plain.class);

        assertThat(statuses(report))
                .containsEntry("Size?: negate Choices[0]", MutantStatus.KILLED)
                .containsEntry("Small: Seconds 10 instead of 5", MutantStatus.SURVIVED);
    }

    @Test
    void an_extension_of_the_users_own_meets_each_test_again() {
        Counting.TESTS.set(0);
        run(report, Map.of(), Counted.class);
        assertThat(Counting.TESTS).hasValue(1);

        run(report, Map.of(ON, "true"), Counted.class);

        assertThat(Counting.TESTS).hasValueGreaterThan(5);
    }

    @Test
    void nothing_is_recorded_of_tests_that_are_run_with_one_mutant() {
        run(report, Map.of("asl.testkit.mutant", "Size?: negate Choices[0]", ON, "true"), Small.class);

        assertThat(report.resolve("index.html")).doesNotExist();
    }

    @Test
    void the_report_of_mutants_is_in_the_schema_that_others_read() throws IOException {
        run(report, Map.of(ON, "true"), Large.class, Small.class);

        JsonNode json = new ObjectMapper().readTree(Files.readString(report.resolve("mutation.json")));
        assertThat(json.path("schemaVersion").asText()).isEqualTo("2.0");
        assertThat(json.path("thresholds").path("high").asInt()).isEqualTo(80);
        JsonNode file = json.path("files").path("junit-extension/src/test/resources/mutate.asl.json");
        assertThat(file.path("language").asText()).isEqualTo("json");
        assertThat(file.path("source").asText())
                .startsWith("{\n  \"StartAt\": \"Call\",")
                .endsWith("}");
        JsonNode mutant = file.path("mutants").get(0);
        assertThat(mutant.path("mutatorName").asText()).isEqualTo("RetrierDropped");
        assertThat(mutant.path("description").asText()).isEqualTo("Call: drop Retry[0]");
        assertThat(mutant.path("status").asText()).isEqualTo("Killed");
        assertThat(mutant.path("location"))
                .hasToString("{\"start\":{\"line\":12,\"column\":17},\"end\":{\"line\":12,\"column\":62}}");
        assertThat(mutant.path("coveredBy")).hasSize(2);
        assertThat(json.path("testFiles").path("").path("tests")).hasSize(3);
    }
}
