package io.github.asltestkit.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.TestGenerator;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestGeneratorTest {
    private static final String CHARGE =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:charge\"";

    private static StateMachine machine(String states) {
        String start = states.substring(states.indexOf('"') + 1, states.indexOf("\":"));
        return StateMachine.parse("order.asl.json", "{\"StartAt\": \"" + start + "\", \"States\": {" + states + "}}");
    }

    private static GeneratedTests find(String states) {
        return TestGenerator.of(machine(states)).find();
    }

    private static void takesAll(String states) {
        GeneratedTests found = find(states);
        assertThat(found.unreached()).as(found.summary()).isEmpty();
        assertThat(found.coverage().missed()).isEmpty();
    }

    // ---- what is reached ---------------------------------------------------------------------------------------

    @Test
    void each_rule_and_the_default_of_a_choice_is_taken_true_and_false() {
        takesAll("""
                "Large?": {"Type": "Choice", "Choices": [
                  {"And": [{"Variable": "$.total", "NumericGreaterThan": 1000},
                           {"Not": {"Variable": "$.customer.kind", "StringMatches": "gold*"}}], "Next": "A"},
                  {"Variable": "$.coupon", "IsPresent": true, "Next": "B"},
                  {"Variable": "$.due", "TimestampLessThan": "2024-05-01T00:00:00Z", "Next": "B"},
                  {"Variable": "$.total", "NumericEqualsPath": "$.paid", "Next": "A"}], "Default": "C"},
                "A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}, "C": {"Type": "Fail"}
                """);
    }

    @Test
    void a_rule_on_the_result_of_a_loop_is_false_first_and_true_then() {
        GeneratedTests found = find("\"Ask\": {" + CHARGE + ", \"Next\": \"Done?\"}," + """
                "Done?": {"Type": "Choice", "Choices": [
                  {"Variable": "$.status", "StringEquals": "DONE", "Next": "End"}], "Default": "Wait"},
                "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Ask"},
                "End": {"Type": "Succeed"}
                """);

        assertThat(found.unreached()).isEmpty();
        assertThat(found.names()).hasSize(1);
        assertThat(found.source("OrderPathsTest"))
                .contains(".tookPath(\"Ask\", \"Done?\", \"Wait\", \"Ask\", \"Done?\", \"End\")")
                .contains(".hasRunFor(Duration.ofMinutes(1))");
    }

    @Test
    void retriers_catchers_timeouts_and_heartbeats_are_taken() {
        takesAll("""
                "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}},
                  "TimeoutSeconds": 600, "HeartbeatSeconds": 60,
                  "Retry": [{"ErrorEquals": ["Busy", "Bank.Busy"], "MaxAttempts": 3},
                            {"ErrorEquals": ["States.TaskFailed"]}],
                  "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "End"},
                            {"ErrorEquals": ["States.Timeout"], "Next": "End"},
                            {"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Why?"}], "Next": "End"},
                "Why?": {"Type": "Choice", "Choices": [
                  {"Variable": "$.error.Error", "StringEquals": "Declined", "Next": "End"}], "Default": "End"},
                "End": {"Type": "Succeed"}
                """.replace("\"TimeoutSeconds\": 600, ", ""));
    }

    @Test
    void maps_and_parallels_are_taken_with_what_is_in_them() {
        takesAll("""
                "Both": {"Type": "Parallel", "Next": "Each", "ResultPath": null,
                  "Retry": [{"ErrorEquals": ["Busy"]}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Each"}],
                  "Branches": [
                    {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}},
                    {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, "Resource":
                      "arn:aws:lambda:us-east-1:123456789012:function:f"}}}]},
                "Each": {"Type": "Map", "ItemsPath": "$.order.items", "End": true, "ItemProcessor": {"StartAt": "Big?",
                  "States": {"Big?": {"Type": "Choice", "Choices": [
                      {"Variable": "$.weight", "NumericGreaterThanEquals": 20, "Next": "Lorry"}], "Default": "Post"},
                    "Lorry": {"Type": "Succeed"}, "Post": {"Type": "Succeed"}}}}
                """);
    }

    @Test
    void what_a_text_holds_as_json_is_found() {
        takesAll("""
                "Parse": {"Type": "Pass", "Parameters": {"order.$": "States.StringToJson($.body)"}, "Next": "Paid?"},
                "Paid?": {"Type": "Choice", "Choices": [
                  {"Variable": "$.order.state", "StringEquals": "PAID", "Next": "End"}], "Default": "End"},
                "End": {"Type": "Succeed"}
                """);
    }

    @Test
    void the_items_of_a_distributed_map_are_put_into_a_bucket() {
        GeneratedTests found = find("""
                "Each": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                  "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                  "Parameters": {"Bucket.$": "$.bucket", "Key": "orders.csv"}},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Known?", "States": {"Known?": {"Type": "Choice", "Choices": [
                      {"Variable": "$.country", "StringEquals": "CH", "Next": "End"}], "Default": "End"},
                    "End": {"Type": "Succeed"}}}}
                """);

        assertThat(found.unreached()).as(found.summary()).isEmpty();
        assertThat(found.source("OrderPathsTest")).contains("harness.s3().bucket(\"bucket\").put(\"orders.csv\", ");
    }

    @Test
    void conditions_in_jsonata_are_taken() {
        takesAll("""
                "Large?": {"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [
                  {"Condition": "{% $states.input.total > 1000 and $not($states.input.paid) %}", "Next": "A"},
                  {"Condition": "{% $count($states.input.items) >= 3 %}", "Next": "A"},
                  {"Condition": "{% 'gift' in $states.input.tags or $exists($states.input.coupon) %}", "Next": "A"},
                  {"Condition": "{% $states.input.**.kind = 'gold' %}", "Next": "A"}], "Default": "A"},
                "A": {"Type": "Succeed"}
                """);
    }

    // ---- what is not reached -----------------------------------------------------------------------------------

    private static String reasons(String states) {
        StringBuilder text = new StringBuilder();
        for (Unreached item : find(states).unreached()) {
            text.append(item.kind()).append(' ').append(item).append('\n');
        }
        return text.toString();
    }

    @Test
    void an_item_that_nothing_can_take_has_its_reason() {
        String end = ", \"End\": {\"Type\": \"Succeed\"}, \"Lost\": {\"Type\": \"Succeed\"}";

        assertThat(reasons("\"Charge\": {" + CHARGE + ", \"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"MaxAttempts\": 0},"
                        + " {\"ErrorEquals\": [\"Slow\"]}, {\"ErrorEquals\": [\"Slow\"]}], \"Next\": \"End\"}"
                        + ", \"End\": {\"Type\": \"Succeed\"}"))
                .isEqualTo("""
                        IMPOSSIBLE Retry[0] of Charge, Busy, was never taken: its MaxAttempts is 0
                        IMPOSSIBLE Retry[2] of Charge, Slow, was never taken: Retriers before it handle each of its errors
                        """);
        assertThat(reasons("""
                "Never": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.a", "NumericEquals": 1},
                  {"Variable": "$.a", "NumericEquals": 2}], "Next": "Lost"}], "Default": "End"}
                """ + end)).isEqualTo("""
                        IMPOSSIBLE Choices[0] of Never, to Lost, was never true: no value makes the rules of Never come out so
                        IMPOSSIBLE Lost was never entered: by the shapes of the data, every execution fails or turns off before Lost
                        """);
        assertThat(reasons("""
                "Say": {"Type": "Pass", "Result": true, "ResultPath": "$.ok", "Next": "Ok?"},
                "Ok?": {"Type": "Choice", "Choices": [{"Variable": "$.ok", "BooleanEquals": true, "Next": "End"}],
                  "Default": "Lost"}
                """ + end)).startsWith("IMPOSSIBLE Choices[0] of Ok?, to End, was never false: ");
    }

    @Test
    void a_bound_that_was_hit_is_told() {
        GeneratedTests found = TestGenerator.of(machine("""
                        "Large?": {"Type": "Choice", "Choices": [
                          {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "A"}], "Default": "B"},
                        "A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}
                        """)).withMostRuns(1).find();

        assertThat(found.boundsHit()).contains("The search ended after 1 executions.");
        assertThat(found.unreached()).extracting(Unreached::kind).containsOnly(Unreached.Kind.BOUND);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestGenerator.of(machine("\"A\": {\"Type\": \"Succeed\"}"))
                        .withMostRuns(0));
    }

    // ---- where it begins ---------------------------------------------------------------------------------------

    @Test
    void answers_begin_from_the_mocks_of_the_harness() {
        StateMachineHarness harness = StateMachineHarness.create(
                machine("\"Charge\": {" + CHARGE + ", \"ResultPath\": \"$.charge\", \"End\": true}"),
                HarnessOptions.defaults().withInput("{\"order\": 7}"));
        harness.mockLambda("charge").returns("{\"receipt\": \"r-1\"}");

        GeneratedTests found = TestGenerator.of(harness).find();

        assertThat(found.source("OrderPathsTest")).contains("harness.mock(\"Charge\").returns(");
        assertThat(found.unreached()).isEmpty();
        assertThat(harness.executions()).isEmpty();
        assertThat(harness.unused()).isNull();
    }

    @Test
    void what_tests_take_already_is_left_out() {
        StateMachine machine = machine("""
                "Large?": {"Type": "Choice", "Choices": [
                  {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "A"}], "Default": "B"},
                "A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}
                """);
        Execution small = StateMachineHarness.create(machine).run("{\"total\": 5}");
        CoverageCounter counter = CoverageCounter.of(machine.definition(), "other/name.json", "other/name.json");
        counter.add(small.history(), small.notes());

        GeneratedTests found = TestGenerator.of(machine)
                .uncoveredBy(Coverage.of(List.of(counter.coverage())))
                .find();

        assertThat(found.names()).containsExactly("large_leads_to_a");
        assertThat(found.coverage().ratio()).isEqualTo(new Ratio(6, 6));
    }

    // ---- what is written ---------------------------------------------------------------------------------------

    private static GeneratedTests two() {
        return find("""
                "Large?": {"Type": "Choice", "Choices": [
                  {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "A"}], "Default": "B"},
                "A": {"Type": "Succeed"}, "B": {"Type": "Fail", "Error": "Too.Small", "Cause": "for us"}
                """);
    }

    @Test
    void the_same_definition_gives_the_same_text() {
        assertThat(two().source("com.example.OrderPathsTest")).isEqualTo("""
                // Generated by ASL Testkit from order.asl.json.
                // Its assertions say what the definition does today. Review them: do they say what it should do?
                package com.example;

                import static io.github.asltestkit.assertj.AslAssertions.assertThat;

                import io.github.asltestkit.Execution;
                import io.github.asltestkit.StateMachineHarness;
                import io.github.asltestkit.junit.StateMachineTest;
                import org.junit.jupiter.api.Test;

                @StateMachineTest("order.asl.json")
                class OrderPathsTest {
                    @Test
                    void large_leads_to_b_by_default(StateMachineHarness harness) {
                        Execution execution = harness.run(\"""
                                {"total": 1000}\""");

                        assertThat(execution)
                                .failedWith("Too.Small")
                                .tookPath("Large?", "B");
                    }

                    @Test
                    void large_leads_to_a(StateMachineHarness harness) {
                        Execution execution = harness.run(\"""
                                {"total": 1001}\""");

                        assertThat(execution)
                                .hasSucceeded()
                                .tookPath("Large?", "A")
                                .output()
                                .isEqualTo(\"""
                                {"total": 1001}\""");
                    }
                }
                """);
        assertThat(two().source("com.example.OrderPathsTest")).isEqualTo(two().source("com.example.OrderPathsTest"));
    }

    @Test
    void a_class_has_the_options_of_the_harness() {
        StateMachineHarness harness = StateMachineHarness.create(
                machine("\"A\": {\"Type\": \"Succeed\"}"),
                HarnessOptions.defaults().withSeed(7).withRegion("eu-central-1"));

        assertThat(TestGenerator.of(harness).find().source("OrderPathsTest"))
                .contains("@StateMachineTest(value = \"order.asl.json\", seed = 7L, region = \"eu-central-1\")\n");
        assertThat(TestGenerator.of(harness)
                        .annotatedWith("@StateMachineTest(value = \"template.yaml\", logicalId = \"Order\")")
                        .find()
                        .source("OrderPathsTest"))
                .contains("@StateMachineTest(value = \"template.yaml\", logicalId = \"Order\")\n");
    }

    @Test
    void nothing_is_written_unless_it_is_asked_for(@TempDir Path folder) throws IOException {
        assertThat(two().writeTo(folder, "com.example.OrderPathsTest")).isFalse();
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void a_file_is_written_once_and_again_only_if_it_was_generated(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("com/example/OrderPathsTest.java");

        assertThat(two().writeAnywayTo(folder, "com.example.OrderPathsTest")).isTrue();
        assertThat(two().writeAnywayTo(folder, "com.example.OrderPathsTest")).isFalse();
        Files.writeString(file, Files.readString(file) + "// changed\n");
        assertThat(two().writeAnywayTo(folder, "com.example.OrderPathsTest")).isTrue();
        assertThat(file).hasContent(two().source("com.example.OrderPathsTest"));

        Files.writeString(file, "package com.example;\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> two().writeAnywayTo(folder, "com.example.OrderPathsTest"))
                .withMessageContaining("The toolkit did not generate ")
                .withMessageContaining("Choose another name, or delete the file.");
        assertThat(file).hasContent("package com.example;");
    }

    @Test
    void nothing_is_written_outside_of_the_folder(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("com"), elsewhere);

        assertThatIllegalStateException()
                .isThrownBy(() -> two().writeAnywayTo(folder, "com.example.OrderPathsTest"))
                .withMessageContaining("is not within");
        assertThatIllegalArgumentException().isThrownBy(() -> two().writeAnywayTo(folder, "../OrderPathsTest"));
        assertThatIllegalArgumentException().isThrownBy(() -> two().writeAnywayTo(folder, "com.new.OrderPathsTest"));
        assertThatIllegalStateException()
                .isThrownBy(() -> two().writeAnywayTo(folder.resolve("none"), "OrderPathsTest"))
                .withMessageContaining("There is no folder ");
        assertThat(Files.list(elsewhere)).isEmpty();
    }
}
