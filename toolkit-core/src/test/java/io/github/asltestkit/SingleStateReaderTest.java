package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an ItemReader is said to have read, and what a Map state makes of it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestStateConfiguration.html">The data read
 *     by ItemReader as found in its original source</a>
 */
class SingleStateReaderTest {

    private static SingleState map(String readerConfig, String more) {
        return map("getObject", readerConfig, more);
    }

    private static SingleState map(String action, String readerConfig, String more) {
        return SingleState.ofState("""
                        {"Type": "Map", "End": true,
                         "ItemReader": {"Resource": "arn:aws:states:::s3:%s", "ReaderConfig": %s,
                           "Parameters": {"Bucket": "orders", "Key.$": "$.key"}},
                         "ItemSelector": {"n.$": "$$.Map.Item.Index", "item.$": "$$.Map.Item.Value"},
                         "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                           "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}%s}""".formatted(action, readerConfig, more))
                .withInput("{\"key\": \"2026/orders\"}")
                .withResult("[]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}                                     | id,sku;1,a;2,"b,c" | {"id":"1","sku":"a"} {"id":"2","sku":"b,c"}
            {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "sku"]}            | 1,a;2,b            | {"id":"1","sku":"a"} {"id":"2","sku":"b"}
            {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "TAB"}              | id\\tsku;1\\ta     | {"id":"1","sku":"a"}
            {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "MaxItems": 1}                      | id;1;2             | {"id":"1"}
            {"InputType": "JSONL"}                                                                     | {"id":1};[2]       | {"id":1} [2]
            {"InputType": "JSON"}                                                                      | [1, {"id": 2}]     | 1 {"id":2}
            {"InputType": "JSON", "MaxItems": 2}                                                       | [1, 2, 3]          | 1 2
            {"InputType": "MANIFEST", "ManifestType": "S3_INVENTORY"}                                  | Bucket,Key;b,k     | {"Bucket":"b","Key":"k"}
            {"InputType": "JSONL", "ManifestType": "ATHENA_DATA"}                                      | {"id":1}           | {"id":1}
            """)
    void the_items_are_read_as_the_reader_is_configured(String config, String data, String items) {
        String text = data.replace(";", "\n").replace("\\t", "\t");

        SingleStateResult result = map(config, "").withItemReaderData(text).run();

        StringBuilder expected = new StringBuilder("[");
        String[] each = items.split(" ");
        for (int i = 0; i < each.length; i++) {
            expected.append(i == 0 ? "" : ",")
                    .append("{\"item\":")
                    .append(each[i])
                    .append(",\"n\":")
                    .append(i)
                    .append('}');
        }
        assertThat(result.inspected("afterItemSelector"))
                .hasToString(expected.append(']').toString());
    }

    @Test
    void a_listing_is_given_as_what_is_said_of_each_object() {
        SingleStateResult result = map("listObjectsV2", "{}", "")
                .withItemReaderData(List.of(Map.of("Key", "a.json"), Map.of("Key", "b.json")))
                .run();

        assertThat(result.inspected("afterItemSelector"))
                .hasToString("[{\"item\":{\"Key\":\"a.json\"},\"n\":0},{\"item\":{\"Key\":\"b.json\"},\"n\":1}]");
    }

    @Test
    void a_listing_whose_objects_are_loaded_is_given_as_what_they_hold() {
        SingleStateResult result = map(
                        "listObjectsV2", "{\"InputType\": \"JSONL\", \"Transformation\": \"LOAD_AND_FLATTEN\"}", "")
                .withItemReaderData("1\n2\n")
                .run();

        assertThat(result.inspected("afterItemSelector")).hasToString("[{\"item\":1,\"n\":0},{\"item\":2,\"n\":1}]");
    }

    @Test
    void an_items_pointer_shows_what_it_points_to() {
        SingleStateResult result = map("{\"InputType\": \"JSON\", \"ItemsPointer\": \"/a/rows\", \"MaxItems\": 1}", "")
                .withItemReaderData("{\"a\": {\"rows\": [7, 8]}}")
                .run();

        assertThat(result.inspected("afterItemsPointer")).hasToString("[7,8]");
        assertThat(result.inspected("afterItemSelector")).hasToString("[{\"item\":7,\"n\":0}]");
    }

    @Test
    void an_items_pointer_to_an_object_makes_an_item_of_each_field() {
        SingleStateResult result = map("{\"InputType\": \"JSON\", \"ItemsPointer\": \"/a\"}", "")
                .withItemReaderData("{\"a\": {\"x\": 7, \"y\": 8}}")
                .run();

        assertThat(result.inspected("afterItemsPointer")).hasToString("{\"x\":7,\"y\":8}");
        assertThat(result.inspected("afterItemSelector")).hasToString("[{\"item\":7,\"n\":0},{\"item\":8,\"n\":1}]");
    }

    @Test
    void batches_hold_the_selected_items_and_the_batch_input() {
        SingleStateResult result = map("{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"}", """
                        , "ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"from.$": "$.key"}}""")
                .withItemReaderData("id\n1\n2\n3\n")
                .run();

        assertThat(result.inspected("afterItemBatcher")).hasToString("""
                [{"BatchInput":{"from":"2026/orders"},\
                "Items":[{"item":{"id":"1"},"n":0},{"item":{"id":"2"},"n":1}]},\
                {"BatchInput":{"from":"2026/orders"},"Items":[{"item":{"id":"3"},"n":2}]}]""");
    }

    @Test
    void the_tolerated_percentage_is_one_of_the_items_that_were_read() {
        SingleState map = map(
                        "{\"InputType\": \"JSONL\"}", ", \"ToleratedFailurePercentage\": 50, \"MaxConcurrency\": 9")
                .withItemReaderData("1\n2\n3\n4\n");

        assertThat(map.withFailedIterations(2).run().status()).isEqualTo(SingleStateResult.Status.SUCCEEDED);
        SingleStateResult exceeded = map.withFailedIterations(3).run();
        assertThat(exceeded.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(exceeded.inspectionData().path("toleratedFailurePercentage").doubleValue())
                .isEqualTo(50.0);
        assertThat(exceeded.inspectionData().path("maxConcurrency").intValue()).isEqualTo(9);
    }

    /** "The value for this field cannot exceed the number of items in the input." */
    @Test
    void no_more_iterations_can_have_failed_than_there_are_items() {
        SingleState map = map("{\"InputType\": \"JSONL\"}", "").withItemReaderData("1\n2\n");

        assertThat(map.withFailedIterations(2).run().status()).isEqualTo(SingleStateResult.Status.SUCCEEDED);
        assertThatThrownBy(() -> map.withFailedIterations(3).run())
                .hasMessage(
                        "ValidationException: Map iteration failure count must be less than or equal to the number of Map"
                                + " iterations");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"InputType": "JSON"}    | {"a": 1}  | Attempting to map over non-iterable node.
            {"InputType": "JSON"}    | id,sku    | The file s3://orders/2026/orders is not valid JSON: Unrecognized token 'id'
            {"InputType": "JSONL"}   | {"a": 1;  | The file s3://orders/2026/orders is not valid JSON Lines: Unexpected end-of-input
            {"InputType": "PARQUET"} | PAR1      | The file s3://orders/2026/orders is not valid Parquet: it is given as text
            {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"} | id,id;1,2 | CSV headers cannot contain duplicates.
            """)
    void data_that_the_reader_cannot_read_fails_the_state_as_the_file_would(String config, String data, String cause) {
        SingleStateResult result =
                map(config, "").withItemReaderData(data.replace(";", "\n")).run();

        assertThat(result.status()).isEqualTo(SingleStateResult.Status.FAILED);
        assertThat(result.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(result.cause()).startsWith(cause);
    }

    /** "When your Map uses an ItemReader to read from S3, provide the data directly in the input." */
    @Test
    void without_data_the_input_stands_for_what_was_read() {
        SingleStateResult result = map("{\"InputType\": \"JSON\"}", ", \"ItemsPath\": \"$.orders\"")
                .withInput("{\"key\": \"k\", \"orders\": [5, 6]}")
                .run();

        assertThat(result.inspected("afterItemsPath")).hasToString("[5,6]");
        assertThat(result.inspected("afterItemSelector")).hasToString("[{\"item\":5,\"n\":0},{\"item\":6,\"n\":1}]");
    }

    @Test
    void without_data_and_without_items_in_the_input_a_map_still_shows_what_comes_of_its_result() {
        SingleStateResult result =
                map("{\"InputType\": \"JSON\"}", "").withResult("[1]").run();

        assertThat(result.status()).isEqualTo(SingleStateResult.Status.SUCCEEDED);
        assertThat(result.inspected("afterItemSelector")).isNull();
        assertThat(result.output()).hasToString("[1]");
    }
}
