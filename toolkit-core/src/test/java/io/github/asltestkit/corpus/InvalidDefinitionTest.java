package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.internal.parse.DefinitionLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of the corpus lets nothing pass that is not told at its place and for its reason. */
class InvalidDefinitionTest {
    private static final String WRONG_TARGET = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "C"},
              "B": {"Type": "Succeed"}}}
            """;

    @Test
    void a_problem_is_told_at_the_name_or_the_value_of_its_field() throws JsonProcessingException {
        assertThat(untold("'code': 'INVALID_NEXT', 'line': 2, 'column': 33")).isEmpty();
        assertThat(untold("'code': 'INVALID_NEXT', 'line': 2, 'column': 25")).isEmpty();
        assertThat(untold("'code': 'INVALID_NEXT', 'path': ['Definition', 'States', 'A', 'Next']"))
                .isEmpty();
    }

    @Test
    void a_problem_at_another_place_is_not_told() throws JsonProcessingException {
        assertThat(untold("'code': 'INVALID_NEXT', 'line': 2, 'column': 9"))
                .first()
                .asString()
                .contains("not for");
        assertThat(untold("'code': 'INVALID_NEXT', 'path': ['Definition', 'States', 'B', 'Next']"))
                .isNotEmpty();
    }

    @Test
    void a_problem_with_another_reason_is_not_told() throws JsonProcessingException {
        assertThat(untold("'code': 'INVALID_PROPERTY_NAME', 'line': 2, 'column': 33"))
                .isNotEmpty();
        assertThat(untold("'message_includes': '\"Parameters\"'".replace("\"", "\\\\\"")))
                .isNotEmpty();
    }

    @Test
    void the_words_of_AWS_are_compared_as_they_are() throws JsonProcessingException {
        String words = "'message': 'Invalid State Machine Definition: \\\\u0027MISSING_TRANSITION_TARGET: %s\\\\u0027'";

        assertThat(untold(words.formatted("Missing \\\\u0027Next\\\\u0027 target: C at /States/A/Next")))
                .isEmpty();
        assertThat(untold(words.formatted("Missing \\\\u0027Next\\\\u0027 target: D at /States/A/Next")))
                .isNotEmpty();
    }

    private static List<String> untold(String problem) throws JsonProcessingException {
        String row = "{'file': 'wrong.asl.json', 'problems': [{" + problem + "}]}";
        return new InvalidDefinition(
                        new ObjectMapper().readTree(row.replace('\'', '"').replace("\\\\", "\\")),
                        DefinitionLoader.load("wrong.asl.json", WRONG_TARGET, DefinitionOptions.defaults()))
                .untold();
    }
}
