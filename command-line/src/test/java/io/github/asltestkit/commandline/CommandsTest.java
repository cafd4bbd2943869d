package io.github.asltestkit.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command: what it prints is approved text ({@code -Dapprove=true}), and its exit code is one that CI understands. */
class CommandsTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final String ANSWERS = "src/test/resources/answers.json";

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = AslTestkit.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    private static void approve(String file, String text) throws IOException {
        Path approved = APPROVED.resolve(file);
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, text);
        }
        assertThat(text).isEqualTo(Files.readString(approved));
        assertThat(text.lines()).allMatch(line -> file.endsWith(".md") || line.length() <= 119);
    }

    // ---- help ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "explore", "diff", "merge"})
    void the_help_of_a_command_teaches_it(String command) throws IOException {
        Outcome help = run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Examples:", "Exit codes:");
        approve("help-" + command + ".txt", help.out());
    }

    @Test
    void the_help_names_the_commands() throws IOException {
        Outcome help = run("--help");

        assertThat(help.code()).isZero();
        approve("help.txt", help.out());
    }

    @Test
    void no_command_is_wrong_use() {
        Outcome nothing = run();

        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("Say a command.\n").contains("asl-testkit validate order.asl.json");
    }

    // ---- run -------------------------------------------------------------------------------------------------

    @Test
    void a_run_prints_its_timeline() throws IOException {
        Outcome run = run("run", "order.main.asl.json", "--input", "{\"total\": 5}", "--answers", ANSWERS);

        assertThat(run.code()).as(run.err()).isZero();
        approve("run.txt", run.out());
    }

    @Test
    void a_test_case_of_a_mock_file_answers() {
        Outcome busy = run(
                "run",
                "order.main.asl.json",
                "--input",
                "{\"total\": 5}",
                "--mock-file",
                "mocks.json",
                "--test-case",
                "Busy");

        assertThat(busy.code()).as(busy.err()).isZero();
        assertThat(busy.out()).contains("ChargeCard   attempt 2", "caught Bank.Busy -> RefundOrder");
    }

    @Test
    void a_run_that_fails_is_told_by_the_exit_code() {
        Outcome failed = run("run", "order.main.asl.json", "--answers", ANSWERS);

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).startsWith("Execution of order.main.asl.json: FAILED");
    }

    @Test
    void a_call_without_an_answer_is_told_with_its_place() {
        Outcome run = run("run", "order.main.asl.json", "--input", "{\"total\": 5}");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("No mocked response matches the call made by ChargeCard")
                .contains("order.main.asl.json:12:");
    }

    @Test
    void the_history_is_that_of_get_execution_history() {
        Outcome run = run("run", "order.main.asl.json", "--input", "{\"total\": 5}", "--answers", ANSWERS, "--history");

        assertThat(run.out()).startsWith("{").contains("\"ExecutionSucceeded\"");
    }

    @Test
    void answers_that_cannot_be_are_refused_with_their_place(@TempDir Path folder) throws IOException {
        Path answers = folder.resolve("answers.json");
        for (List<String> wrong : List.of(
                List.of("{\"ChargeCard\": {}}", ": /ChargeCard: an answer has either Return or Throw"),
                List.of("{\"ChargeCrad\": {\"Return\": 1}}", "there is no state \"ChargeCrad\" in order.main.asl.json"),
                List.of("{\"ChargeCrad\": {\"Return\": 1}}", "(did you mean \"ChargeCard\"?)"),
                List.of("{\n  \"ChargeCard\" 1}", ":2:"),
                List.of("[]", "is not an object with an answer for each state"))) {
            Files.writeString(answers, wrong.get(0));
            Outcome run = run("run", "order.main.asl.json", "--answers", answers.toString());

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(wrong.get(1), "'asl-testkit run --help' has examples.");
        }
        Outcome absent = run("run", "order.main.asl.json", "--input", "absent.json");
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("The input cannot be read from");
    }

    @Test
    void a_test_case_has_to_be_named() {
        Outcome run = run("run", "order.main.asl.json", "--mock-file", "mocks.json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("Name a test case of mocks.json with --test-case: Works, Busy");
    }

    // ---- validate, explore, merge ----------------------------------------------------------------------------

    @Test
    void problems_are_told_with_their_places(@TempDir Path folder) throws IOException {
        assertThat(run("validate", "order.main.asl.json").code()).isZero();
        assertThat(run("validate", "--strict", "order.main.asl.json").code()).isEqualTo(1);
        Path broken = Files.writeString(
                folder.resolve("broken.asl.json"),
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}}}");

        Outcome validate = run("validate", broken.toString());
        assertThat(validate.code()).isEqualTo(1);
        assertThat(validate.out()).contains("2 errors, 0 warnings", "broken.asl.json:1:", "MISSING_TRANSITION_TARGET");
        Outcome absent = run("validate", "absent.asl.json");
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.out()).contains("There is no definition absent.asl.json");
    }

    @Test
    void an_exploration_prints_its_outcomes() throws IOException {
        Outcome all = run(
                "explore", "order.asl.json", "--input", "{\"total\": 5}", "--answers", "src/test/resources/all.json");

        assertThat(all.code()).as(all.err()).isEqualTo(1);
        approve("explore.txt", all.out());
        Outcome unanswered = run("explore", "order.asl.json", "--input", "{\"total\": 5}", "--answers", ANSWERS);
        assertThat(unanswered.code()).isEqualTo(1);
        assertThat(unanswered.err()).contains("No mocked response matches the call made by RefundOrder");
    }

    @Test
    void a_merge_that_finds_no_runs_is_told(@TempDir Path folder) {
        Outcome merge = run("merge", folder.resolve("absent").toString());

        assertThat(merge.code()).isNotZero();
        assertThat(merge.err()).isNotEmpty();
    }

    // ---- diff ------------------------------------------------------------------------------------------------

    @Test
    void a_difference_is_told_and_makes_the_exit_code_one() throws IOException {
        Outcome diff = run("diff", "order.main.asl.json", "order.asl.json");

        assertThat(diff.code()).as(diff.err()).isEqualTo(1);
        approve("diff.txt", diff.out());
        Outcome markdown = run("diff", "order.main.asl.json", "order.asl.json", "--markdown");
        assertThat(markdown.code()).isEqualTo(1);
        approve("diff.md", markdown.out());
    }

    @Test
    void no_difference_says_over_how_many_scenarios() throws IOException {
        Outcome diff = run("diff", "order.asl.json", "order.asl.json", "--markdown", "--input", "{\"total\": 5}");

        assertThat(diff.code()).isZero();
        approve("no-difference.md", diff.out());
    }

    @Test
    void a_state_to_rename_has_to_be_there() {
        Outcome diff = run("diff", "order.main.asl.json", "order.asl.json", "--rename", "ChargeCrad=Charge");

        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.err())
                .startsWith("The old definition order.main.asl.json has no state \"ChargeCrad\" (did you mean");
    }

    @Test
    void a_definition_that_is_not_valid_is_told_with_its_place(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.asl.json"), "{\"StartAt\": \"A\"}");
        Outcome diff = run("diff", "order.main.asl.json", broken.toString());

        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.err()).contains("broken.asl.json is not a valid state machine definition");
    }

    @Test
    void wrong_options_are_wrong_use() {
        Outcome diff = run("diff", "order.main.asl.json");
        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.err()).startsWith("Missing required parameter: 'NEW'");
        Outcome unknown = run("dif");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean: asl-testkit diff");
    }
}
