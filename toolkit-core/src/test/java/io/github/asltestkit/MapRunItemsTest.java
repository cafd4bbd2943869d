package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The items of a Map Run and how many of them may fail, as others measured it on AWS. */
class MapRunItemsTest {
    private static final String FAILS_IF_ASKED = """
            "StartAt": "Check", "States": {
              "Check": {"Type": "Choice", "Choices": [{"Variable": "$.fail", "BooleanEquals": true, "Next": "Bad"}],
                "Default": "Good"},
              "Good": {"Type": "Pass", "End": true},
              "Bad": {"Type": "Fail", "Error": "Boom", "Cause": "c"}}""";
    private static final String ECHO =
            "\"StartAt\": \"Echo\", \"States\": {\"Echo\": {\"Type\": \"Pass\", \"End\": true}}";

    private static StateMachineHarness harness(String fields, String processor) {
        return StateMachineHarness.create(StateMachine.parse("items.asl.json", """
                {"StartAt": "Map", "States": {"Map": {"Type": "Map", %s "End": true, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, %s}}}}""".formatted(fields, processor)));
    }

    private static JsonNode json(String text) {
        return JsonInput.ofText(text.replace('\'', '"')).tree();
    }

    private static String items(int number, int failing) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < number; i++) {
            items.append(i == 0 ? "" : ", ")
                    .append("{\"fail\": ")
                    .append(i < failing)
                    .append("}");
        }
        return "[" + items + "]";
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, -, -, FAILED",
                "1, 0, -, FAILED",
                "1, -, 0, FAILED",
                "1, 0, 0, FAILED",
                "1, 0, 50, SUCCEEDED",
                "1, 0, 100, SUCCEEDED",
                "3, 5, 0, SUCCEEDED",
                "2, 0, 50, FAILED",
                "2, 1, 100, FAILED",
                "0, 0, 0, SUCCEEDED",
            })
    void a_limit_of_zero_counts_only_beside_no_other(int failing, String count, String percentage, String status) {
        String fields = (count == null ? "" : "\"ToleratedFailureCount\": " + count + ",")
                + (percentage == null ? "" : "\"ToleratedFailurePercentage\": " + percentage + ",");

        Execution execution = harness(fields, FAILS_IF_ASKED).run(items(3, failing));

        assertThat(execution.status().name()).isEqualTo(status);
    }

    @Test
    void a_tolerated_failure_takes_its_place_among_the_results() {
        Execution execution =
                harness("\"ToleratedFailureCount\": 1,", FAILS_IF_ASKED).run("[{\"fail\": false}, {\"fail\": true}]");

        assertThat(execution.output())
                .isEqualTo(json("[{'fail': false}, {'Status': 'FAILED', 'Error': 'Boom', 'Cause': 'c'}]"));
    }

    @Test
    void the_fields_of_an_object_are_items_with_key_and_value() {
        assertThat(harness("", ECHO).run("{\"b\": 2, \"a\": [1]}").output())
                .isEqualTo(json("[{'Key': 'b', 'Value': 2}, {'Key': 'a', 'Value': [1]}]"));
        assertThat(harness("\"ItemsPath\": \"$.of\",", ECHO)
                        .run("{\"of\": {\"a\": 1}}")
                        .output())
                .isEqualTo(json("[{'Key': 'a', 'Value': 1}]"));
        assertThat(harness("\"ItemBatcher\": {\"MaxItemsPerBatch\": 5},", ECHO)
                        .run("{\"b\": 2, \"a\": 1}")
                        .output())
                .isEqualTo(json("[{'Items': [{'Key': 'b', 'Value': 2}, {'Key': 'a', 'Value': 1}]}]"));
        assertThat(harness("\"ItemSelector\": {\"k.$\": \"$$.Map.Item.Key\", \"v.$\": \"$$.Map.Item.Value\"},", ECHO)
                        .run("{\"b\": 2}")
                        .output())
                .isEqualTo(json("[{'k': 'b', 'v': 2}]"));
    }

    private static String reader(String config, String parameters) {
        return "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": {" + config
                + "}, \"Parameters\": {\"Bucket\": \"in\", \"Key\": \"k\"" + parameters + "}},";
    }

    @ParameterizedTest
    @CsvSource({"$", "$.other", "$.nowhere.at.all"})
    void an_items_path_beside_a_reader_is_ignored(String path) {
        StateMachineHarness harness =
                harness(reader("\"InputType\": \"JSON\"", "") + "\"ItemsPath\": \"" + path + "\",", ECHO);
        harness.s3().bucket("in").put("k", "[1, 2]");

        assertThat(harness.run("{\"other\": [3]}").output()).isEqualTo(json("[1, 2]"));
    }

    @Test
    void the_source_of_an_item_is_written_in_lower_case() {
        StateMachineHarness harness = harness(
                reader("\"InputType\": \"JSON\"", "") + "\"ItemSelector\": {\"s.$\": \"$$.Map.Item.Source\"},", ECHO);
        harness.s3().bucket("in").put("k", "[1]");

        assertThat(harness.run().output()).isEqualTo(json("[{'s': 's3://in/k'}]"));
    }

    @Test
    void a_version_of_a_parquet_file_cannot_be_read() {
        Execution execution = harness(reader("\"InputType\": \"PARQUET\"", ", \"VersionId\": \"1\""), ECHO)
                .run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(execution.cause()).isEqualTo("S3 Version ID selection is not currently supported for PARQUET files");
    }
}
