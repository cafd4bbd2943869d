package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final String SIZE = """
            {"StartAt": "Size?", "States": {
              "Size?": {"Type": "Choice",
                "Choices": [{"Variable": "$.n", "NumericGreaterThan": 10, "Next": "Large"}],
                "Default": "Small"},
              "Large": {"Type": "Pass", "End": true},
              "Small": {"Type": "Pass", "End": true}}}""";

    private static final String GREET = """
            {"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "End": true}}}""";

    @TempDir
    private Path folder;

    private StateMachineHarness large;
    private StateMachineHarness small;
    private StateMachineHarness greeting;

    @BeforeEach
    void three_tests() {
        large = StateMachineHarness.create(StateMachine.parse("size.asl.json", SIZE));
        large.run("{\"n\": 11}");
        // Loaded again, as each test class does.
        small = StateMachineHarness.create(StateMachine.parse("size.asl.json", SIZE));
        small.run("{\"n\": 1}");
        small.run("{\"n\": 2}");
        greeting = StateMachineHarness.create(StateMachine.parse("greet.asl.json", GREET));
        greeting.run("{}");
    }

    private List<String> report(String name, Path... inputs) throws IOException {
        Path out = folder.resolve(name);
        RunReport.read(List.of(inputs)).write(out);
        return Runs.contents(out);
    }

    @Test
    void two_shards_give_the_same_report_as_one_run() throws IOException {
        Path whole = new Runs()
                .test("large", large)
                .test("small", small)
                .test("greeting", greeting)
                .in(folder.resolve("whole"), "all");
        new Runs().test("greeting", greeting).test("small", small).in(folder.resolve("shards/1"), "a");
        new Runs().test("large", large).in(folder.resolve("shards/2"), "b");

        List<String> expected = report("out-whole", whole);
        assertThat(report("out-shards", folder.resolve("shards"))).isEqualTo(expected);
        assertThat(report("out-reverse", folder.resolve("shards/2"), folder.resolve("shards/1")))
                .isEqualTo(expected);
        assertThat(expected.toString()).contains("coverage.txt\n").contains("""
                definition       covered   states   ways   errors   maps
                greet.asl.json   100.0 %      1/1    1/1        -      -
                size.asl.json    100.0 %      3/3    5/5        -      -
                total            100.0 %      4/4    6/6        -      -
                """);
    }

    @Test
    void nothing_in_a_file_of_runs_or_a_report_names_a_folder_of_this_machine() throws IOException {
        Path runs = new Runs().test("large", large).in(folder.resolve("runs"), "a");

        assertThat(Files.readString(runs)).doesNotContain(folder.toString(), System.getProperty("user.dir"));
        assertThat(report("out", runs).toString()).doesNotContain(folder.toString(), System.getProperty("user.dir"));
    }

    @Test
    void of_two_runs_of_a_test_the_later_counts() throws IOException {
        Path first =
                new Runs().test("sizes", small, "expected: 1 but was: 2", 1).in(folder.resolve("runs"), "a");
        Path second = new Runs().test("sizes", large, null, 2).in(folder.resolve("runs"), "b");

        RunReport report = RunReport.read(List.of(folder.resolve("runs")));

        assertThat(report.size()).isOne();
        assertThat(report.coverage()).hasToString("[size.asl.json 50.0 % (4 of 8)] 50.0 % (4 of 8)");
        assertThat(report.superseded()).containsExactly(first);
        assertThat(RunReport.read(List.of(second, first)).coverage())
                .hasToString(report.coverage().toString());
    }

    @Test
    void a_definition_that_was_changed_meanwhile_is_another_one() throws IOException {
        new Runs().test("old", large, null, 1).in(folder.resolve("runs"), "a");
        StateMachineHarness changed =
                StateMachineHarness.create(StateMachine.parse("size.asl.json", SIZE.replace("10", "20")));
        changed.run("{\"n\": 15}");
        new Runs().test("new", changed, null, 2).in(folder.resolve("runs"), "b");

        assertThat(RunReport.read(List.of(folder.resolve("runs"))).coverage().definitions())
                .extracting(definition -> definition.outline().name())
                .containsExactly("size.asl.json", "size.asl.json");
    }

    @Test
    void tests_that_are_gone_are_left_out() throws IOException {
        Path runs = new Runs().test("large", large).test("gone", small).in(folder, "a");

        RunReport report =
                RunReport.readWhole(List.of(runs), test -> !test.name().equals("gone"));

        assertThat(report.size()).isOne();
        assertThat(report.superseded()).isEmpty();
    }

    @Test
    void a_file_that_holds_something_else_is_refused_with_its_line() throws IOException {
        Path broken =
                Files.writeString(folder.resolve("a" + RunReport.RUN_FILE), "{\"definition\": {}}\n{\"oops\": 1}\n");

        assertThatThrownBy(() -> RunReport.read(List.of(broken)))
                .isInstanceOf(IOException.class)
                .hasMessage(broken + ":2: no line of a file of runs");
    }

    private int merge(StringBuilder printed, String... arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int code = MergeRuns.run(List.of(arguments), stream, stream);
            printed.append(bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
            return code;
        }
    }

    @Test
    void the_command_merges_and_fails_where_a_minimum_is_not_reached() throws IOException {
        String runs = new Runs().test("large", large).in(folder, "a").toString();
        String out = folder.resolve("out").toString();
        StringBuilder printed = new StringBuilder();

        assertThat(merge(printed, "--out", out, "--minimum", "50", runs)).isZero();
        assertThat(folder.resolve("out/index.html")).exists();
        assertThat(printed.toString()).startsWith("definition      covered   states   ways   errors   maps\n");

        assertThat(merge(printed, "--out", out, "--minimum", "size.asl.json=80", "--minimum", "b.json=1", runs))
                .isOne();
        assertThat(printed.toString()).contains("""
                The tests cover 50.0 % of size.asl.json, less than 80 %.

                  covered: 4 of 8
                   wanted: 7 of 8, by --minimum size.asl.json=80

                  never taken:
                    size.asl.json:3:17  Choices[0] of Size?, to Large, was never false
                    size.asl.json:4:16  Default of Size?, to Small, was never taken
                    size.asl.json:6:3  Small was never entered

                Write tests for the items above, or require less.

                No test executes b.json, for which --minimum b.json=1 asks.
                """);
    }

    @Test
    void wrong_arguments_are_answered_with_the_usage() throws IOException {
        StringBuilder printed = new StringBuilder();

        assertThat(merge(printed, "--minimum", "101", folder.toString())).isEqualTo(2);
        assertThat(merge(printed, "--colour", "red", folder.toString())).isEqualTo(2);
        assertThat(merge(printed, "--out")).isEqualTo(2);
        assertThat(merge(printed)).isEqualTo(2);
        assertThat(merge(printed, "nowhere")).isEqualTo(2);
        assertThat(printed.toString())
                .contains("--minimum 101 is not a percentage from 0 to 100.\n\nJoins the files of runs")
                .contains("There is no option --colour.\n")
                .contains("--out lacks its value.\n")
                .contains("No file or folder is named.\n")
                .contains("There is no file or folder nowhere.\n");
    }
}
