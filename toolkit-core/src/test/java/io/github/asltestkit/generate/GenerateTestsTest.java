package io.github.asltestkit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.GenerateTests;
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

class GenerateTestsTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path definition;

    @BeforeEach
    void aDefinition() throws IOException {
        definition = folder.resolve("order.asl.json");
        Files.writeString(
                definition,
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Result\": \"${Greeting}\", \"End\": true}}}");
    }

    private int run(String... arguments) {
        return GenerateTests.run(
                List.of(arguments),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @Test
    void a_definition_without_a_test_gets_its_first_class() throws IOException {
        int code = run(
                "--into",
                folder.toString(),
                "--class",
                "com.example.OrderPathsTest",
                "--value",
                "Greeting=hello",
                definition.toString());

        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains(": 1 test takes 2 of 2 coverage items\n  the_execution_succeeds\n")
                .endsWith("written: com.example.OrderPathsTest in " + folder + System.lineSeparator());
        assertThat(Files.readString(folder.resolve("com/example/OrderPathsTest.java")))
                .contains("substitutions = {\"Greeting=hello\"})\nclass OrderPathsTest {");
    }

    @Test
    void without_a_folder_it_tells_what_the_tests_would_take() throws IOException {
        assertThat(run(definition.toString())).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("the_execution_succeeds");
        assertThat(Files.list(folder)).containsExactly(definition);
    }

    @Test
    void wrong_arguments_are_told_with_those_that_there_are() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--into", folder.toString(), "a.json")).isEqualTo(2);
        assertThat(run("--class")).isEqualTo(2);
        assertThat(run("--colour", "red", "a.json")).isEqualTo(2);
        assertThat(run("--value", "=red", "a.json")).isEqualTo(2);
        assertThat(run("a.json", "b.json")).isEqualTo(2);

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("There is no definition")
                .contains("--into and --class need one another")
                .contains("--class needs a value")
                .contains("There is no option --colour")
                .contains("--value =red has no name: write Name=value")
                .contains("There are two definitions, a.json and b.json");
    }

    @Test
    void a_definition_that_is_not_there_is_told() {
        assertThat(run(folder.resolve("none.asl.json").toString())).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("none.asl.json");
    }
}
