package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    private static final String CLEAN = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
    private static final String WARNED = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}]},
              "B": {"Type": "Succeed"}}}""";
    private static final String TWICE_WARNED = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}]},
              "B": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "C"}]},
              "C": {"Type": "Succeed"}}}""";

    @TempDir
    private Path folder;

    @Test
    void a_warning_fails_no_test_by_default() throws Throwable {
        definition(WARNED);

        run(DefinitionLint.in(folder.toString()));
    }

    @Test
    void a_warning_fails_the_test_if_that_is_asked_for() throws IOException {
        definition(WARNED);

        assertThatThrownBy(() -> run(DefinitionLint.in(folder.toString()).failingOnWarnings()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("order.asl.json: 0 errors, 1 warning\n")
                .hasMessageContaining("CHOICE_WITHOUT_DEFAULT")
                .hasMessageContaining("Switch a warning off with");
    }

    @Test
    void an_error_fails_the_test() throws IOException {
        definition("{\"StartAt\": \"Z\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");

        assertThatThrownBy(() -> run(DefinitionLint.in(folder.toString())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MISSING_TRANSITION_TARGET");
    }

    @Test
    void approved_warnings_fail_nothing_and_a_new_one_is_named() throws Throwable {
        definition(WARNED);
        Path approved = folder.resolve("approved/warnings.txt");
        DefinitionLint lint = DefinitionLint.in(folder.toString()).withApprovedWarnings(approved.toString());

        assertThatThrownBy(() -> run(lint)).hasMessageContaining("-Dasl.testkit.golden.update=true");
        updating(() -> run(lint));
        assertThat(approved).content().isEqualTo("order.asl.json\t/States/A\tCHOICE_WITHOUT_DEFAULT\n");
        run(lint);

        definition(TWICE_WARNED);
        assertThatThrownBy(() -> run(lint))
                .hasMessageStartingWith("order.asl.json: 0 errors, 2 warnings, of which 1 is not approved:\n")
                .hasMessageContaining("order.asl.json:3:");
    }

    @Test
    void approving_again_forgets_warnings_that_are_gone() throws Throwable {
        definition(TWICE_WARNED);
        Path approved = folder.resolve("warnings.txt");
        DefinitionLint lint = DefinitionLint.in(folder.toString()).withApprovedWarnings(approved.toString());
        updating(() -> run(lint));
        assertThat(approved).content().hasLineCount(2);

        definition(CLEAN);
        run(lint);
        updating(() -> run(lint));
        assertThat(approved).content().isEmpty();
    }

    private void definition(String text) throws IOException {
        Files.writeString(folder.resolve("order.asl.json"), text);
    }

    private static void run(DefinitionLint lint) throws Throwable {
        List<DynamicTest> tests = lint.tests().toList();
        assertThat(tests).hasSize(1);
        tests.get(0).getExecutable().execute();
    }

    private interface Run {
        void now() throws Throwable;
    }

    private static void updating(Run run) throws Throwable {
        System.setProperty("asl.testkit.golden.update", "true");
        try {
            run.now();
        } finally {
            System.clearProperty("asl.testkit.golden.update");
        }
    }
}
