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

    private static final String CALLED = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge:live", "ResultPath": "$.paid",
                "Retry": [{"ErrorEquals": ["Lambda.ServiceException"]}], "Next": "B"},
              "B": {"Type": "Pass", "Parameters": {"a.$": "$.order.id", "b.$": "$.paid.recipt"}, "End": true}}}""";

    /** A result. */
    record Receipt(String receipt, int cents) {}

    /** An input. */
    record Order(Item order) {
        /** A part of it. */
        record Item(String number) {}
    }

    @Test
    void what_a_function_gives_is_known_by_its_type() throws Throwable {
        definition(CALLED);

        run(DefinitionLint.in(folder.toString()).failingOnWarnings());
        assertThatThrownBy(() -> run(DefinitionLint.in(folder.toString())
                        .withResult("charge", Receipt.class)
                        .failingOnWarnings()))
                .hasMessageContaining("FIELD_NEVER_EXISTS: $.paid.recipt is never there")
                .hasMessageContaining(
                        "A (line 2) gives {\"receipt\", \"cents\"}, which is $.paid: did you mean \"receipt\"?")
                .hasMessageContaining("on the way A -> B; the execution fails with States.Runtime");
    }

    @Test
    void an_input_is_known_by_its_type_or_its_schema() throws IOException {
        definition(CALLED);
        Path schema = folder.resolve("order.schema.json");
        Files.writeString(schema, """
                {"type": "object", "properties": {"order": {"$ref": "#/$defs/item"}}, "$defs": {"item":
                  {"type": "object", "properties": {"number": {"type": "string"}}, "additionalProperties": false}}}""");

        for (DefinitionLint lint : List.of(
                DefinitionLint.in(folder.toString()).withInput("order.asl.json", Order.class),
                DefinitionLint.in(folder.toString()).withInputSchema("order.asl.json", schema.toString()))) {
            assertThatThrownBy(() -> run(lint.failingOnWarnings()))
                    .hasMessageContaining("$.order.id is never there")
                    .hasMessageContaining("the input has {\"number\"} at $.order");
        }
    }

    @Test
    void a_schema_that_is_not_there_is_named() {
        assertThatThrownBy(() -> DefinitionLint.in(folder.toString()).withResultSchema("charge", "no/such.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no JSON Schema no/such.json.");
    }

    @Test
    void warnings_that_are_off_can_be_asked_for() throws Throwable {
        definition("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
                    "Parameters": {"TableName": "t", "Key": {"id": {"S": "1"}}}, "Assign": {"unread.$": "$"}, "Next": "B"},
                  "B": {"Type": "Pass", "InputPath": "$.Item", "End": true}}}""");

        run(DefinitionLint.in(folder.toString()).failingOnWarnings());
        assertThatThrownBy(() -> run(DefinitionLint.in(folder.toString())
                        .including("FIELD_MAY_BE_ABSENT", "VARIABLE_NEVER_READ")
                        .failingOnWarnings()))
                .hasMessageContaining("FIELD_MAY_BE_ABSENT: $.Item is not there in every")
                .hasMessageContaining("Nothing reads the variable $unread");
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
