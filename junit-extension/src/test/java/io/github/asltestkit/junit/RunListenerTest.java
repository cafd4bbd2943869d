package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.StateMachineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The listener as JUnit finds it: by itself, in a session of the launcher. */
class RunListenerTest {

    @StateMachineTest("/size.asl.json")
    static class Large {
        @ParameterizedTest
        @ValueSource(ints = {11, 12})
        void large(int n, StateMachineHarness harness) {
            harness.run("{\"n\": " + n + "}");
        }
    }

    @StateMachineTest("/size.asl.json")
    static class Small {
        @Test
        void small(StateMachineHarness harness) {
            harness.run("{\"n\": 1}");
            fail("on purpose");
        }
    }

    @StateMachineTest("/distributed.asl.json")
    static class Distributed {
        @Test
        void many(StateMachineHarness harness) {
            harness.run("{\"lines\": [1, 2, 3]}");
        }
    }

    @StateMachineTest("/size.asl.json")
    static class Dynamic {
        @TestFactory
        Stream<DynamicNode> sizes(StateMachineHarness shared, Supplier<StateMachineHarness> harnesses) {
            return Stream.of(
                    dynamicTest("large", () -> shared.run("{\"n\": 11}")),
                    dynamicContainer("others", Stream.of(dynamicTest("small", () -> {
                        harnesses.get().run("{\"n\": 1}");
                        fail("on purpose");
                    }))));
        }
    }

    @StateMachineTest("/size.asl.json")
    static class Replayed {
        @ReplayTest("/recordings/large.json")
        void as_recorded() {}
    }

    @Suite
    @SelectClasses(Large.class)
    @ConfigurationParameter(key = "asl.testkit.coverage.minimum", value = "60")
    static class Larges {}

    @Suite
    @SelectClasses(Large.class)
    @ConfigurationParameter(key = "asl.testkit.report.dir", value = OWN_FOLDER)
    @ConfigurationParameter(key = "asl.testkit.coverage.minimum.size.asl.json", value = "60")
    static class WithItsOwnReport {}

    private static final String OWN_FOLDER = "target/report-of-a-suite";

    @TempDir
    private Path folder;

    /** Runs classes in a session of their own, as a JVM of a build would, and gives what it published. */
    private List<String> run(Map<String, String> parameters, Class<?>... classes) {
        List<String> published = new ArrayList<>();
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (Class<?> testClass : classes) {
                LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(testClass))
                        .configurationParameter("asl.testkit.report.dir", folder.toString())
                        .configurationParameter("asl.testkit.report.console", "false")
                        .configurationParameters(parameters);
                session.getLauncher().execute(request.build(), new TestExecutionListener() {
                    @Override
                    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                        published.addAll(entry.getKeyValuePairs().values());
                    }
                });
            }
        }
        return published;
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The names of the tests that the first page lists. */
    private List<String> tests() throws IOException {
        String page = Files.readString(folder.resolve("index.html"));
        String data = page.replaceFirst("(?s).*<script type=\"application/json\" id=\"data\">", "")
                .replaceFirst("(?s)</script>.*", "");
        List<String> names = new ArrayList<>();
        new ObjectMapper()
                .readTree(data)
                .path("tests")
                .forEach(test -> names.add(test.path(1).asText()));
        return names;
    }

    @Test
    void a_session_leaves_a_file_of_each_run_of_an_engine_and_a_report_with_nothing_switched_on() throws IOException {
        run(Map.of(), Large.class, Small.class);

        assertThat(files("runs")).hasSize(3).contains(".lock");
        assertThat(files("runs").stream().filter(file -> file.endsWith(".runs.jsonl")))
                .hasSize(2);
        assertThat(files("tests")).containsExactly("0.js");
        assertThat(tests()).containsExactly("large [1] n=11", "large [2] n=12", "small");
        assertThat(files("diagrams")).containsExactly("size.mmd");
        assertThat(folder.resolve("index.html")).isRegularFile();
        assertThat(Files.readString(folder.resolve("coverage.txt")))
                .contains("size.asl.json   100.0 %      3/3    5/5");
        assertThat(Files.readString(folder.resolve("lcov.info"))).contains("""
                DA:4,3
                DA:7,2
                DA:13,1
                """);
    }

    @Test
    void two_sessions_leave_the_same_coverage_as_one() throws IOException {
        run(Map.of(), Large.class, Small.class);
        String expected = Files.readString(folder.resolve("coverage.json"));
        run(Map.of(), Large.class);
        run(Map.of(), Small.class);

        assertThat(Files.readString(folder.resolve("coverage.json"))).isEqualTo(expected);
        assertThat(files("runs"))
                .as("the first files, all of whose tests were run again, are gone")
                .hasSize(3);
    }

    @Test
    void a_failed_test_names_its_page() throws IOException {
        List<String> published = run(Map.of(), Small.class);

        assertThat(published).anySatisfy(entry -> {
            assertThat(entry).startsWith("file:///").contains("index.html#test/RunListenerTest-Small.small-");
            String address = entry.substring(entry.lastIndexOf('-') + 1);
            assertThat(folder.resolve("index.html")).content().contains("\"" + address + "\"", "\"on purpose\"");
        });
    }

    @Test
    void a_session_below_the_minimum_ends_in_an_error_that_names_what_was_never_taken() {
        Map<String, String> minimums =
                Map.of("asl.testkit.coverage.minimum", "40", "asl.testkit.coverage.minimum.size.asl.json", "60");

        assertThatThrownBy(() -> run(minimums, Large.class)).hasMessage("""
                The tests cover 50.0 % of size.asl.json, less than 60 %.

                  covered: 4 of 8
                   wanted: 5 of 8, by asl.testkit.coverage.minimum.size.asl.json

                  never taken:
                    size.asl.json:7:9  Choices[0] of Size?, to Large, was never false
                    size.asl.json:13:18  Default of Size?, to Small, was never taken
                    size.asl.json:19:5  Small was never entered

                Write tests for the items above, or require less.""");
    }

    @Test
    void a_class_that_a_suite_runs_too_is_counted_once() throws IOException {
        assertThatThrownBy(() -> run(Map.of(), Large.class, Larges.class)).isInstanceOf(AssertionError.class);

        assertThat(tests()).hasSize(2);
        assertThat(Files.readString(folder.resolve("lcov.info"))).contains("DA:4,2\n");
    }

    @Test
    void a_minimum_that_a_suite_asks_for_is_judged() {
        assertThatThrownBy(() -> run(Map.of(), Larges.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The tests cover 50.0 % of size.asl.json, less than 60 %.")
                .hasMessageContaining("wanted: 5 of 8, by asl.testkit.coverage.minimum\n");
    }

    @Test
    void a_suite_that_names_a_folder_has_a_report_of_its_own_tests_there() throws IOException {
        assertThatThrownBy(() -> run(Map.of(), Small.class, WithItsOwnReport.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("by asl.testkit.coverage.minimum.size.asl.json");

        assertThat(tests()).containsExactly("small");
        assertThat(Path.of(OWN_FOLDER, "index.html"))
                .content()
                .contains("large [1] n=11")
                .doesNotContain("\"small\"");
    }

    @Test
    void while_another_jvm_still_runs_tests_the_minimum_is_left_to_it() throws IOException {
        Map<String, String> minimum = Map.of("asl.testkit.coverage.minimum", "60");
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        Path file = folder.resolve("runs")
                .resolve(other.pid() + "-"
                        + other.info().startInstant().orElseThrow().toEpochMilli() + "-1.runs.jsonl.part");
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        run(minimum, Large.class);

        Files.delete(file);
        assertThatThrownBy(() -> run(minimum, Large.class)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_jvm_that_was_stopped_keeps_nobody_from_judging() throws IOException {
        Files.createDirectories(folder.resolve("runs"));
        Files.createFile(folder.resolve("runs").resolve("1-1-1.runs.jsonl.part"));

        assertThatThrownBy(() -> run(Map.of("asl.testkit.coverage.minimum", "60"), Large.class))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_minimum_that_is_no_number_is_rejected() {
        assertThatThrownBy(() -> run(Map.of("asl.testkit.coverage.minimum", "80 %"), Large.class))
                .hasMessage(
                        "Configuration parameter asl.testkit.coverage.minimum \"80 %\" is not a number from 0 to 100");
    }

    @Test
    void nothing_is_written_where_it_is_switched_off() {
        run(Map.of("asl.testkit.report.enabled", "false"), Large.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_to_fails_no_test_unless_a_minimum_is_asked_for() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        Map<String, String> nowhere = Map.of("asl.testkit.report.dir", file.toString());

        assertThat(run(nowhere, Large.class)).isEmpty();
        assertThatThrownBy(() -> run(
                        Map.of("asl.testkit.report.dir", file.toString(), "asl.testkit.coverage.minimum", "1"),
                        Large.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The report of ASL Testkit cannot be written to " + file)
                .hasMessageEndingWith("So it is not known whether the minimum coverage is reached.");
    }

    @Test
    void what_is_wrong_with_a_report_fails_no_build_that_asks_for_no_minimum() throws IOException {
        Path runs = Files.createDirectories(folder.resolve("runs"));
        Files.writeString(
                runs.resolve("half.runs.jsonl"),
                "{\"test\": {\"id\": \"a\", \"status\": \"PASSED\", \"bytes\": 900}}\n{");
        Files.writeString(runs.resolve("other.runs.jsonl"), "no JSON\n");

        run(Map.of(), Large.class);

        assertThat(tests()).containsExactly("large [1] n=11", "large [2] n=12");
    }

    @Test
    void the_tests_of_a_JVM_that_was_killed_count_as_far_as_they_were_written() throws IOException {
        run(Map.of(), Large.class);
        Path runs = folder.resolve("runs");
        Path whole = runs.resolve(files("runs").get(1));
        String written = Files.readString(whole);
        Files.delete(whole);
        Files.writeString(runs.resolve("1-1-killed.runs.jsonl.part"), written.substring(0, written.length() - 9));

        run(Map.of(), Small.class);

        assertThat(tests()).containsExactly("large [1] n=11", "small");
        assertThat(files("runs")).noneMatch(file -> file.endsWith(".part"));
    }

    @Test
    void child_executions_of_a_distributed_map_count_to_the_definition_around_them() throws IOException {
        run(Map.of(), Distributed.class);

        assertThat(Files.readString(folder.resolve("coverage.txt"))).isEqualTo("""
                definition             covered   states   ways   errors   maps
                distributed.asl.json    71.4 %      2/2    2/2        -    1/3

                junit-extension/src/test/resources/distributed.asl.json
                  4:5  Lines was never run with no item
                  4:5  Lines was never run with one item
                """);
        assertThat(Files.readString(folder.resolve("lcov.info"))).contains("DA:14,3\n");
    }

    @Test
    void each_dynamic_test_is_a_test_of_the_report_with_what_it_executed_itself() throws IOException {
        run(Map.of(), Dynamic.class);

        assertThat(tests()).containsExactly("sizes large", "sizes others small");
        assertThat(Files.readString(folder.resolve("coverage.txt")))
                .contains("size.asl.json   100.0 %      3/3    5/5");
    }

    @Test
    void a_replay_counts_as_what_it_executed() throws IOException {
        run(Map.of(), Replayed.class);

        assertThat(Files.readString(folder.resolve("coverage.txt"))).contains("size.asl.json    50.0 %");
        assertThat(tests()).singleElement().asString().startsWith("as_recorded");
    }
}
