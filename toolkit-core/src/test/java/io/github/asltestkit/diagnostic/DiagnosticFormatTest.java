package io.github.asltestkit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticFormatTest {

    private static Diagnostic at(int line, int column, String message, String hint) {
        Location location = new Location("order.asl.json", line, column, "/States/ValidateOrder/Next");
        return new Diagnostic(Severity.ERROR, "MISSING_TRANSITION_TARGET", message, location, hint);
    }

    @Test
    void a_problem_shows_the_line_a_caret_and_the_pointer() {
        Diagnostic problem = at(12, 15, "state \"Shipp\" is not defined", "did you mean \"Ship\"?");

        assertThat(DiagnosticFormat.text(List.of(problem), line -> "      \"Next\": \"Shipp\""))
                .isEqualTo("""
                        ERROR order.asl.json:12:15: MISSING_TRANSITION_TARGET: state "Shipp" is not defined \
                        (did you mean "Ship"?)
                         |       "Next": "Shipp"
                         | ..............^
                           at /States/ValidateOrder/Next
                        """);
    }

    @Test
    void a_problem_of_a_whole_file_shows_no_line() {
        Diagnostic problem = new Diagnostic(Severity.WARNING, "X", "something", new Location("a.json", 0, 0, ""), null);

        assertThat(DiagnosticFormat.text(List.of(problem), line -> "never"))
                .isEqualTo("WARNING a.json: X: something\n");
    }

    @Test
    void no_line_is_longer_than_119_columns() {
        String line = "{\"a\": \"" + "x".repeat(300) + "\", \"Next\": \"Shipp\", \"b\": \"" + "y".repeat(300) + "\"}";
        int column = line.indexOf("\"Shipp\"") + 1;
        String text =
                DiagnosticFormat.text(List.of(at(1, column, "word ".repeat(40).trim(), "hint")), number -> line);

        assertThat(text.lines()).allSatisfy(shown -> assertThat(shown).hasSizeLessThanOrEqualTo(119));
        List<String> lines = text.lines().toList();
        int caret = lines.indexOf(
                lines.stream().filter(l -> l.endsWith("^")).findFirst().orElseThrow());
        assertThat(lines.get(caret - 1).substring(lines.get(caret).length() - 1))
                .startsWith("\"Shipp\"");
        assertThat(lines.get(1)).startsWith("      word");
    }

    @Test
    void locations_are_written_as_the_API_writes_them() {
        assertThat(new Location("a", 1, 1, "").awsLocation()).isEqualTo("/");
        assertThat(new Location("a", 1, 1, "/States/a~1b/Choices/0/And/1/Next").awsLocation())
                .isEqualTo("/States/a/b/Choices[0]/And[1]/Next");
        assertThat(new Location("a", 1, 1, "/States/0/Type").awsLocation()).isEqualTo("/States/0/Type");
    }
}
