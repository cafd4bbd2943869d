package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DefinitionParserTest {

    private static List<String> problems(String text) {
        return DefinitionParser.parse("m.asl.json", text).diagnostics().stream()
                .map(d -> d.code() + ": " + d.message() + " at " + d.awsLocation())
                .toList();
    }

    private static List<String> statesProblems(String states) {
        return problems("{\"StartAt\": \"A\", \"States\": {" + states + "}}");
    }

    private static String schema(String messageAndLocation) {
        return "SCHEMA_VALIDATION_FAILED: " + messageAndLocation;
    }

    private static Definition definition(String text) {
        DefinitionParser.Parsed parsed = DefinitionParser.parse("m.asl.json", text);
        assertThat(parsed.diagnostics()).isEmpty();
        return Objects.requireNonNull(parsed.definition());
    }

    @Test
    void numbers_keep_their_spelling_and_keys_their_order() {
        Definition definition = definition("""
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
                  "Result": {"z": 1.0, "a": 12345678901234567890, "m": 1e2, "b": 3}}}}
                """);

        assertThat(definition.json().at("/States/A/Result").toString())
                .isEqualTo("{\"z\":1.0,\"a\":12345678901234567890,\"m\":1E+2,\"b\":3}");
    }

    @Test
    void every_value_knows_its_place() {
        Definition definition =
                definition("{\n  \"StartAt\": \"A/B\",\n  \"States\": {\n    \"A/B\": {\"Type\": \"Succeed\"}\n  }\n}");

        assertThat(definition.locate("/States/A~1B/Type")).hasToString("m.asl.json:4:21  /States/A~1B/Type");
        assertThat(definition.locate("/States/A~1B/Nothing/here"))
                .hasToString("m.asl.json:4:12  /States/A~1B/Nothing/here");
        assertThat(definition.source().line(4)).isEqualTo("    \"A/B\": {\"Type\": \"Succeed\"}");
    }

    @Test
    void the_text_of_all_problems_is_what_a_person_reads() {
        String text = """
                {
                  "StartAt": "Validate",
                  "States": {
                    "Validate": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::lambda:invoke",
                      "TimeoutSecond": 5,
                      "Next": "Shipp"
                    },
                    "Ship": {
                      "Type": "Suceed"
                    }
                  }
                }
                """;
        DefinitionParser.Parsed parsed = DefinitionParser.parse("order.asl.json", text);

        assertThat(DiagnosticFormat.text(parsed.diagnostics(), Objects.requireNonNull(parsed.source())::line))
                .isEqualTo("""
                        ERROR order.asl.json:7:7: SCHEMA_VALIDATION_FAILED: Field 'TimeoutSecond' is not supported (did you mean
                              "TimeoutSeconds"?)
                         |       "TimeoutSecond": 5,
                         | ......^
                           at /States/Validate/TimeoutSecond
                        ERROR order.asl.json:8:15: MISSING_TRANSITION_TARGET: Missing 'Next' target: Shipp \
                        (did you mean "Ship"?)
                         |       "Next": "Shipp"
                         | ..............^
                           at /States/Validate/Next
                        ERROR order.asl.json:11:15: SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of \
                        these values: [Task, Wait,
                              Pass, Succeed, Fail, Choice, Parallel, Map] (did you mean "Succeed"?)
                         |       "Type": "Suceed"
                         | ..............^
                           at /States/Ship/Type
                        ERROR order.asl.json:3:13: MISSING_END_STATE: Workflow has no terminal state
                         |   "States": {
                         | ............^
                           at /States
                        """);
    }

    @Test
    void a_text_that_is_no_definition_is_a_located_problem() {
        assertThat(problems("")).containsExactly(schema("Definition must be a valid JSON object at null"));
        assertThat(problems("[1]")).containsExactly(schema("Definition must be a valid JSON object at null"));
        assertThat(problems("not a definition"))
                .containsExactly(
                        "INVALID_JSON_DESCRIPTION: Unrecognized token 'not': was expecting (JSON String, Number, Array,"
                                + " Object or token 'null', 'true' or 'false')\n at"
                                + " [Source: (String)\"not a definition\"; line: 1, column: 4] at"
                                + " [Source: (String)\"not a definition\"; line: 1, column: 4]");
        assertThat(problems("{} x"))
                .singleElement()
                .asString()
                .startsWith("INVALID_JSON_DESCRIPTION: Unrecognized token 'x'");
        assertThat(problems("{} {}"))
                .containsExactly(
                        "INVALID_JSON_DESCRIPTION: There is more text after the end of the definition at null");
        assertThat(problems("{\"StartAt\": ")).singleElement().asString().startsWith("INVALID_JSON_DESCRIPTION");
        assertThat(problems("{")).singleElement().asString().startsWith("INVALID_JSON_DESCRIPTION");
        assertThat(problems("{}")).containsExactly(schema("These fields are required: [States, StartAt] at /"));
    }

    @Test
    void deep_nesting_is_a_problem_and_no_stack_overflow() {
        assertThat(problems("[".repeat(10_000)))
                .singleElement()
                .asString()
                .startsWith("TOO_DEEPLY_NESTED: The definition is nested more than 500 levels deep");
        assertThat(DefinitionParser.parse("m.yaml", "a: " + "[".repeat(10_000)).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo("TOO_DEEPLY_NESTED"));
    }

    @Test
    void a_field_given_twice_is_a_problem_where_it_stands_the_second_time() {
        DefinitionParser.Parsed parsed = DefinitionParser.parse(
                "m.json", "{\"StartAt\": \"A\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");

        assertThat(parsed.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.message()).isEqualTo("Duplicate field 'StartAt'");
            assertThat(d.location().column()).isEqualTo(18);
            assertThat(d.hint()).isEqualTo("the first is at 1:2");
        });
    }

    @Test
    void a_state_has_either_Next_or_End() {
        assertThat(statesProblems("\"A\": {\"Type\": \"Pass\"}"))
                .containsExactly(
                        schema("This object should have only one of the following fields: [Next, End] at /States/A"),
                        "MISSING_END_STATE: Workflow has no terminal state at null");
        assertThat(statesProblems(
                        "\"A\": {\"Type\": \"Pass\", \"Next\": \"B\", \"End\": true}, \"B\": {\"Type\": \"Fail\"}"))
                .containsExactly(schema("There should only be one of the following fields: [Next, End] at /States/A"));
        assertThat(statesProblems("\"A\": {\"Type\": \"Succeed\", \"End\": true}"))
                .containsExactly(schema("Field 'End' is not supported at /States/A"));
    }

    @Test
    void a_machine_without_states_and_a_state_without_a_type_are_told_all_that_is_missing() {
        assertThat(statesProblems(""))
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt",
                        schema("Value cannot be empty at /States"),
                        "MISSING_END_STATE: Workflow has no terminal state at null");
        assertThat(statesProblems("\"A\": {}"))
                .containsExactly(
                        schema("The field 'Type' is required at /States/A"),
                        "MISSING_END_STATE: Workflow has no terminal state at null");
    }

    @Test
    void a_number_with_a_fraction_is_no_integer() {
        assertThat(statesProblems("\"A\": {\"Type\": \"Wait\", \"Seconds\": 1.5, \"End\": true}"))
                .containsExactly(schema("Expected value of type Integer at /States/A/Seconds"));
    }

    @Test
    void targets_exist_in_the_same_States_object() {
        assertThat(statesProblems("""
                        "A": {"Type": "Choice", "Default": "Ghost1",
                          "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "Ghost2"}]},
                        "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "A",
                          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Ghost3"}]}
                        """))
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Ghost1 at /States/A/Default",
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Ghost2 at /States/A/Choices[0]/Next",
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Ghost3 at /States/B/Catch[0]/Next",
                        "MISSING_END_STATE: Workflow has no terminal state at null")
                .hasSize(4);
    }

    @Test
    void a_machine_without_an_end_hears_nothing_of_unreachable_states() {
        assertThat(statesProblems(
                        "\"A\": {\"Type\": \"Pass\", \"Next\": \"A\"}, \"B\": {\"Type\": \"Pass\", \"Next\": \"A\"}"))
                .containsExactly("MISSING_END_STATE: Workflow has no terminal state at null");
        assertThat(statesProblems(
                        "\"A\": {\"Type\": \"Pass\", \"End\": true}, \"B/C\": {\"Type\": \"Pass\", \"End\": true}"))
                .containsExactly("MISSING_TRANSITION_TARGET: State \"B/C\" is not reachable. at /States/B/C");
    }

    @Test
    void a_branch_may_loop_for_ever_but_its_states_must_be_reachable() {
        assertThat(statesProblems("""
                        "A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "B", "States": {
                          "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"},
                          "D": {"Type": "Succeed"}}}]}
                        """))
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: State \"D\" is not reachable. at /States/A/Branches[0]/States/D");
    }

    @Test
    void state_names_are_unique_in_the_whole_machine() {
        assertThat(statesProblems("""
                        "A": {"Type": "Map", "End": true, "Iterator": {"StartAt": "A", "States": {
                          "A": {"Type": "Pass", "End": true}}}}
                        """))
                .containsExactly("DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/Iterator/States/A");
    }

    @Test
    void a_field_of_the_other_query_language_is_refused() {
        assertThat(statesProblems("\"A\": {\"Type\": \"Pass\", \"Output\": 1, \"End\": true}"))
                .containsExactly(
                        schema("The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the"
                                + " 'JSONata' QueryLanguage at /States/A"));
        assertThat(statesProblems(
                        "\"A\": {\"Type\": \"Pass\", \"QueryLanguage\": \"foo\", \"InputPath\": \"$\", \"End\": true}"))
                .containsExactlyInAnyOrder(
                        schema("The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the"
                                + " 'JSONPath' QueryLanguage at /States/A"),
                        schema("Value should be one of the following: [JSONPath, JSONata] at /States/A/QueryLanguage"));
    }

    @Test
    void a_rule_of_a_JSONata_Choice_has_a_Condition() {
        assertThat(statesProblems("\"A\": {\"Type\": \"Choice\", \"QueryLanguage\": \"JSONata\", \"Choices\":"
                        + " [{\"And\": [], \"Next\": \"A\"}]}"))
                .contains(schema("These fields are required: [Condition] at /States/A/Choices[0]"));
    }

    @Test
    void the_language_of_a_Map_says_nothing_about_the_states_within() {
        Definition definition = definition("""
                {"StartAt": "A", "States": {"A": {"Type": "Map", "QueryLanguage": "JSONata", "Items": [1], "End": true,
                  "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "InputPath": "$", "End": true}}}}}}
                """);

        State.MapState map = (State.MapState)
                Objects.requireNonNull(definition.states().states().get("A"));
        assertThat(map.fields().queryLanguage()).isEqualTo(QueryLanguage.JSONATA);
        State inner =
                Objects.requireNonNull(map.itemProcessor().states().states().get("B"));
        assertThat(inner.fields().queryLanguage()).isEqualTo(QueryLanguage.JSONPATH);
    }

    @Test
    void values_have_their_types_and_ranges() {
        assertThat(statesProblems("""
                        "A": {"Type": "Map", "End": "yes", "MaxConcurrency": -1, "ToleratedFailurePercentage": 101,
                          "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": "5",
                            "End": true}}},
                          "Retry": [{"ErrorEquals": []}, {"ErrorEquals": ["States.ALL", "x"], "BackoffRate": 0.5,
                            "JitterStrategy": "HALF"}]}
                        """))
                .containsExactly(
                        schema("Expected value of type [BOOLEAN] at /States/A/End"),
                        schema("Minimum value is 0 at /States/A/MaxConcurrency"),
                        schema("Maximum value is 100.0 at /States/A/ToleratedFailurePercentage"),
                        schema("Expected value of type [INTEGER] at /States/A/ItemProcessor/States/B/Seconds"),
                        schema("Value cannot be empty at /States/A/Retry[0]/ErrorEquals"),
                        schema("States.ALL must appear alone and at end of list at /States/A/Retry[1]/ErrorEquals"),
                        schema("Minimum value is 1.0 at /States/A/Retry[1]/BackoffRate"),
                        schema("Value should be one of the following: [NONE, FULL] at"
                                + " /States/A/Retry[1]/JitterStrategy"),
                        "MISSING_END_STATE: Workflow has no terminal state at null");
    }

    @Test
    void a_placeholder_in_place_of_a_number_is_kept_and_named() {
        DefinitionParser.Parsed parsed = DefinitionParser.parse(
                "m.json",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${pause}, \"End\": true}}}");

        assertThat(parsed.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo("UNRESOLVED_PLACEHOLDER");
            assertThat(d.message()).isEqualTo("${pause} has no value, and a value of type [INTEGER] is needed here");
            assertThat(d.hint()).isEqualTo("give ${pause} a value");
            assertThat(d.location().column()).isEqualTo(62);
        });
    }

    /** In the order of the alphabet; the order of AWS's list was not noted. */
    private static final String OPERATORS =
            "[BooleanEquals, BooleanEqualsPath, IsBoolean, IsNull, IsNumeric, IsPresent,"
                    + " IsString, IsTimestamp, NumericEquals, NumericEqualsPath, NumericGreaterThan, NumericGreaterThanEquals,"
                    + " NumericGreaterThanEqualsPath, NumericGreaterThanPath, NumericLessThan, NumericLessThanEquals,"
                    + " NumericLessThanEqualsPath, NumericLessThanPath, StringEquals, StringEqualsPath, StringGreaterThan,"
                    + " StringGreaterThanEquals, StringGreaterThanEqualsPath, StringGreaterThanPath, StringLessThan,"
                    + " StringLessThanEquals, StringLessThanEqualsPath, StringLessThanPath, StringMatches, TimestampEquals,"
                    + " TimestampEqualsPath, TimestampGreaterThan, TimestampGreaterThanEquals, TimestampGreaterThanEqualsPath,"
                    + " TimestampGreaterThanPath, TimestampLessThan, TimestampLessThanEquals, TimestampLessThanEqualsPath,"
                    + " TimestampLessThanPath]";

    @Test
    void a_Choice_rule_has_one_test() {
        assertThat(statesProblems("""
                        "A": {"Type": "Choice", "Choices": [
                          {"Next": "Z"},
                          {"Variable": "$.a", "Next": "Z"},
                          {"Variable": "$.a", "StringEqual": "x", "Next": "Z"},
                          {"Variable": "$.a", "NumericEquals": "5", "Next": "Z"},
                          {"And": [{"Variable": "$.a", "IsNull": true, "Next": "Z"}], "Next": "Z"},
                          {"Condition": true, "Next": "Z"}]},
                        "Z": {"Type": "Succeed"}
                        """))
                .containsExactly(
                        schema("The object must have only one of the following fields,"
                                + " [And, Or, Not, Variable, Condition] at /States/A/Choices[0]"),
                        schema("This object should have only one of the following fields: " + OPERATORS
                                + " at /States/A/Choices[1]"),
                        schema("This object should have only one of the following fields: " + OPERATORS
                                + " at /States/A/Choices[2]"),
                        schema("Field 'StringEqual' is not supported at /States/A/Choices[2]"),
                        schema("Expected value of type [NUMBER] at /States/A/Choices[3]/NumericEquals"),
                        schema("Field 'Next' is not supported at /States/A/Choices[4]/And[0]"),
                        schema("The QueryLanguage is set to 'JSONPath', but field 'Condition' is only supported for"
                                + " the 'JSONata' QueryLanguage at /States/A/Choices[5]"));
    }

    @Test
    void YAML_names_of_states_and_dates_stay_text() {
        DefinitionParser.Parsed parsed = DefinitionParser.parse("m.asl.yaml", """
                StartAt: Yes
                States:
                  Yes:
                    Type: Pass
                    Result: {on: 2024-01-01, n: 1.0, off: off, t: true}
                    Next: No
                  No:
                    Type: Succeed
                """);

        assertThat(parsed.diagnostics()).isEmpty();
        Definition definition = Objects.requireNonNull(parsed.definition());
        assertThat(definition.states().startAt()).isEqualTo("Yes");
        assertThat(definition.json().at("/States/Yes/Result"))
                .hasToString("{\"on\":\"2024-01-01\",\"n\":1.0,\"off\":\"off\",\"t\":true}");
        assertThat(definition.locate("/States/Yes/Next")).hasToString("m.asl.yaml:6:11  /States/Yes/Next");
    }

    @Test
    void YAML_problems_have_a_place_too() {
        assertThat(DefinitionParser.parse("m.yaml", "StartAt: A\nStartAt: B\nStates: [\n")
                        .diagnostics())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.code()).isEqualTo("INVALID_JSON_DESCRIPTION");
                    assertThat(d.location().line()).isEqualTo(4);
                });
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
        }

        assertThat(DefinitionParser.parse("m.yaml", bomb.toString()).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo("INVALID_JSON_DESCRIPTION"));
    }

    @Test
    void a_number_of_a_distributed_Map_is_a_value_or_a_path() {
        assertThat(statesProblems("""
                        "A": {"Type": "Map", "End": true,
                          "ItemReader": {"ReaderConfig": {"MaxItems": 1, "MaxItemsPath": "$.n"}},
                          "ItemBatcher": {"MaxItemsPerBatch": -1},
                          "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}
                        """))
                .containsExactly(
                        schema("There should only be one of the following fields: [MaxItems, MaxItemsPath] at"
                                + " /States/A/ItemReader/ReaderConfig"),
                        schema("Minimum value is 0 at /States/A/ItemBatcher/MaxItemsPerBatch"));
    }

    @Test
    void characters_beyond_the_basic_plane_are_read_wherever_they_stand() {
        for (int before = 1_000; before < 1_050; before++) {
            String text = "#" + "x".repeat(before) + "\ud83d\ude00\nStartAt: A\nStates: {A: {Type: Succeed}}\n";

            assertThat(DefinitionParser.parse("m.yaml", text).diagnostics()).isEmpty();
        }
    }
}
