package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdOutputStream;
import io.github.asltestkit.s3.Bucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of an ItemReader, on data made here. */
class ReadersTest {

    private static StateMachineHarness harness(String action, String config, String parameters, String fields) {
        return StateMachineHarness.create(
                StateMachine.parse("read.asl.json", """
                {"StartAt": "Read", "States": {"Read": {"Type": "Map", "End": true, %s
                  "ItemReader": {"Resource": "arn:aws:states:::s3:%s", "ReaderConfig": {%s}, "Parameters": {%s}},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                    "StartAt": "Take", "States": {"Take": {"Type": "Pass", "End": true}}}}}}""".formatted(fields, action, config, parameters)));
    }

    private static StateMachineHarness reading(String key, String config) {
        return harness("getObject", config, "\"Bucket\": \"b\", \"Key\": \"" + key + "\"", "");
    }

    private static String read(StateMachineHarness harness) {
        Execution execution = harness.run("{\"limit\": 1}");
        JsonNode output = execution.output();
        return output == null ? execution.error() + ": " + execution.cause() : output.toString();
    }

    private static String read(String key, String config, String text) {
        StateMachineHarness harness = reading(key, config);
        harness.s3().bucket("b").put(key, text);
        return read(harness);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream compressing = new GZIPOutputStream(bytes)) {
            compressing.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream compressing = new ZstdOutputStream(bytes)) {
            compressing.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    // ---- delimited text ------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"COMMA,','", "PIPE,|", "SEMICOLON,;", "SPACE,' '", "TAB,'\t'"})
    void rows_are_delimited_by_what_is_said(String name, String delimiter) {
        assertThat(read(
                        "f.csv",
                        "\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\", \"CSVDelimiter\": \"" + name
                                + "\"",
                        "a" + delimiter + "b\n1" + delimiter + "2\n3" + delimiter + "4\n"))
                .isEqualTo("[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\",\"b\":\"4\"}]");
    }

    @Test
    void given_headers_make_the_first_row_an_item() {
        assertThat(read(
                        "f.csv",
                        "\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": [\"a\", \"b\"]",
                        "1,2\r\n3\r\n4,5,6"))
                .isEqualTo("[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\",\"b\":\"\"},{\"a\":\"4\",\"b\":\"5\"}]");
    }

    @Test
    void quotation_marks_keep_delimiters_and_line_ends_and_backslashes_keep_what_is_special() {
        assertThat(read(
                        "f.csv",
                        "\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"",
                        "\uFEFFa,b\n\"x, \"\"y\"\"\nz\",C:\\\\dir\n1\\,2,\\q\n"))
                .isEqualTo("[{\"a\":\"x, \\\"y\\\"\\nz\",\"b\":\"C:\\\\dir\"},{\"a\":\"1,2\",\"b\":\"q\"}]");
    }

    @Test
    void headers_that_are_not_unique_are_refused() {
        assertThat(read("f.csv", "\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"", "a,a\n1,2\n"))
                .isEqualTo("States.ItemReaderFailed: CSV headers cannot contain duplicates.");
    }

    // ---- JSON ----------------------------------------------------------------------------------------------------

    @Test
    void a_pointer_leads_to_an_array_within_a_file() {
        assertThat(read(
                        "f.json",
                        "\"InputType\": \"JSON\", \"ItemsPointer\": \"/inventory/featured\"",
                        "{\"x\": [0], \"inventory\": {\"featured\": [1, {\"a\": [2]}], \"rest\": [3]}}"))
                .isEqualTo("[1,{\"a\":[2]}]");
    }

    @Test
    void a_pointer_may_lead_to_an_object_whose_fields_are_items() {
        assertThat(read(
                        "f.json",
                        "\"InputType\": \"JSON\", \"ItemsPointer\": \"/m\"",
                        "{\"m\": {\"a\": 1, \"b\": [2]}}"))
                .isEqualTo("[{\"Key\":\"a\",\"Value\":1},{\"Key\":\"b\",\"Value\":[2]}]");
    }

    @Test
    void a_pointer_that_leads_nowhere_fails_the_reader() {
        assertThat(read("f.json", "\"InputType\": \"JSON\", \"ItemsPointer\": \"/no\"", "{\"m\": [1]}"))
                .isEqualTo("States.ItemReaderFailed: Attempting to map over non-iterable node.");
    }

    @Test
    void numbers_keep_their_spelling() {
        assertThat(read("f.json", "\"InputType\": \"JSON\"", "[1.0, 12345678901234567890, 1e3]"))
                .isEqualTo("[1.0,12345678901234567890,1E+3]");
    }

    @Test
    void text_that_is_no_json_fails_the_reader_and_says_where() {
        assertThat(read("f.json", "\"InputType\": \"JSON\"", "[1, 2"))
                .startsWith("States.ItemReaderFailed: The file s3://b/f.json is not valid JSON: ")
                .contains("line 1");
    }

    @Test
    void a_line_is_an_item() {
        assertThat(read("f.jsonl", "\"InputType\": \"JSONL\"", "{\"a\": 1}\n\n[2]\r\n3"))
                .isEqualTo("[{\"a\":1},[2],3]");
        assertThat(read("f.jsonl", "\"InputType\": \"JSONL\"", "1\n{\n"))
                .contains("is not valid JSON Lines")
                .endsWith("in line 2");
    }

    // ---- compressed ----------------------------------------------------------------------------------------------

    @Test
    void files_compressed_from_outside_are_read_by_their_names() throws IOException {
        StateMachineHarness gzip = reading("f.jsonl.gz", "\"InputType\": \"JSONL\"");
        gzip.s3().bucket("b").put("f.jsonl.gz", gzip("1\n2\n"));
        assertThat(read(gzip)).isEqualTo("[1,2]");

        StateMachineHarness zstd =
                reading("f.csv.zstd", "\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"");
        zstd.s3().bucket("b").put("f.csv.zstd", zstd("a\n1\n"));
        assertThat(read(zstd)).isEqualTo("[{\"a\":\"1\"}]");
    }

    // ---- Parquet -------------------------------------------------------------------------------------------------

    private static Path parquet(Path folder) throws IOException {
        MessageType schema = new MessageType(
                "row",
                Types.required(PrimitiveTypeName.INT64).named("id"),
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("name"),
                Types.required(PrimitiveTypeName.DOUBLE).named("price"),
                Types.required(PrimitiveTypeName.BOOLEAN).named("sold"));
        Path file = folder.resolve("rows.parquet");
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(schema, file.toFile(), (row, values) -> {
            values.write("id", (long) row);
            values.write("name", "n" + row);
            values.write("price", row + 0.5);
            values.write("sold", row % 2 == 0);
        })) {
            writer.write(1);
            writer.write(2);
        }
        return file;
    }

    @Test
    void a_row_of_parquet_is_an_object_with_the_types_of_its_columns(@TempDir Path folder) throws IOException {
        StateMachineHarness harness = reading("rows.parquet", "\"InputType\": \"PARQUET\"");
        harness.s3().bucket("b").put("rows.parquet", parquet(folder));

        assertThat(read(harness))
                .isEqualTo("[{\"id\":1,\"name\":\"n1\",\"price\":1.5,\"sold\":false},"
                        + "{\"id\":2,\"name\":\"n2\",\"price\":2.5,\"sold\":true}]");
    }

    @Test
    void what_is_no_parquet_fails_the_reader() {
        assertThat(read("f.parquet", "\"InputType\": \"PARQUET\"", "no"))
                .startsWith("States.ItemReaderFailed: The file s3://b/f.parquet is not valid Parquet: ");
    }

    // ---- several files -------------------------------------------------------------------------------------------

    private static Bucket logs(StateMachineHarness harness) {
        return harness.s3()
                .bucket("b")
                .put("logs/1.jsonl", "1\n2\n")
                .put("logs/2.jsonl", "3\n")
                .put("other.jsonl", "4\n");
    }

    @Test
    void a_listing_has_what_S3_says_of_each_object_below_a_prefix() {
        StateMachineHarness harness = harness("listObjectsV2", "", "\"Bucket\": \"b\", \"Prefix\": \"logs/\"", "");
        logs(harness);

        assertThat(read(harness))
                .isEqualTo("[{\"Etag\":\"\\\"6ddb4095eb719e2a9f0a3f95677d24e0\\\"\",\"LastModified\":1704067200,"
                        + "\"Key\":\"logs/1.jsonl\",\"Size\":4,\"StorageClass\":\"STANDARD\"},"
                        + "{\"Etag\":\"\\\"6d7fce9fee471194aa8b5b6e47267f03\\\"\",\"LastModified\":1704067200,"
                        + "\"Key\":\"logs/2.jsonl\",\"Size\":2,\"StorageClass\":\"STANDARD\"}]");
    }

    @Test
    void load_and_flatten_reads_what_the_listed_objects_hold_and_tells_the_source() {
        StateMachineHarness harness = harness(
                "listObjectsV2",
                "\"InputType\": \"JSONL\", \"Transformation\": \"LOAD_AND_FLATTEN\"",
                "\"Bucket\": \"b\", \"Prefix\": \"logs/\"",
                "\"ItemSelector\": {\"v.$\": \"$$.Map.Item.Value\", \"from.$\": \"$$.Map.Item.Source\"},");
        logs(harness);

        assertThat(read(harness))
                .isEqualTo("[{\"v\":1,\"from\":\"s3://b/logs/1.jsonl\"},{\"v\":2,\"from\":\"s3://b/logs/1.jsonl\"},"
                        + "{\"v\":3,\"from\":\"s3://b/logs/2.jsonl\"}]");
    }

    @Test
    void an_inventory_names_gzipped_files_and_the_headers_of_their_columns() throws IOException {
        StateMachineHarness harness = reading("inv/manifest.json", "\"InputType\": \"MANIFEST\"");
        harness.s3().bucket("b").put("inv/manifest.json", """
                {"sourceBucket": "src", "destinationBucket": "arn:aws:s3:::dest", "fileFormat": "CSV",
                 "fileSchema": "Bucket, Key, Size", "files": [{"key": "data/1.csv.gz"}, {"key": "data/2.csv.gz"}]}""");
        harness.s3()
                .bucket("dest")
                .put("data/1.csv.gz", gzip("\"src\",\"a.txt\",\"10\"\n"))
                .put("data/2.csv.gz", gzip("\"src\",\"b.txt\",\"20\"\n"));

        assertThat(JsonInput.ofText(read(harness)).tree())
                .isEqualTo(JsonInput.ofText("[{\"Bucket\": \"src\", \"Key\": \"a.txt\", \"Size\": \"10\"},"
                                + " {\"Bucket\": \"src\", \"Key\": \"b.txt\", \"Size\": \"20\"}]")
                        .tree());
    }

    @Test
    void an_athena_manifest_names_the_files_of_an_unload() {
        StateMachineHarness harness =
                reading("q-manifest.csv", "\"ManifestType\": \"ATHENA_DATA\", \"InputType\": \"JSONL\"");
        logs(harness).put("q-manifest.csv", "s3://b/logs/1.jsonl\ns3://b/logs/2.jsonl\n");

        assertThat(read(harness)).isEqualTo("[1,2,3]");
    }

    // ---- how many ------------------------------------------------------------------------------------------------

    @Test
    void no_more_items_are_read_than_asked_for() {
        assertThat(read("f.json", "\"InputType\": \"JSON\", \"MaxItems\": 2", "[1, 2, 3]"))
                .isEqualTo("[1,2]");
        assertThat(read("f.json", "\"InputType\": \"JSON\", \"MaxItemsPath\": \"$.limit\"", "[1, 2, 3]"))
                .isEqualTo("[1]");
        assertThat(read("f.json", "\"InputType\": \"JSON\", \"MaxItems\": 0", "[1, 2, 3]"))
                .isEqualTo("[1,2,3]");
    }

    // ---- what is not there ---------------------------------------------------------------------------------------

    @Test
    void what_is_not_there_fails_as_S3_says_it() {
        StateMachineHarness noBucket = reading("f.json", "\"InputType\": \"JSON\"");
        assertThat(read(noBucket))
                .startsWith("States.ItemReaderFailed: The specified bucket does not exist (Service: Amazon S3;"
                        + " Status Code: 404; Error Code: NoSuchBucket;");

        StateMachineHarness noKey = reading("f.json", "\"InputType\": \"JSON\"");
        noKey.s3().bucket("b");
        assertThat(read(noKey))
                .startsWith("States.ItemReaderFailed: The specified key does not exist. (Service: Amazon S3;"
                        + " Status Code: 404; Error Code: NoSuchKey;");
    }

    @Test
    void a_version_of_an_object_is_read_when_it_is_asked_for() {
        StateMachineHarness harness = harness(
                "getObject",
                "\"InputType\": \"JSON\"",
                "\"Bucket\": \"b\", \"Key\": \"f.json\", \"VersionId\": \"v00000001\"",
                "");
        Bucket bucket = harness.s3().bucket("b").withVersioning();
        bucket.put("f.json", "[1]").put("f.json", "[2]");

        assertThat(read(harness)).isEqualTo("[1]");
        assertThat(bucket.get("f.json").text()).isEqualTo("[2]");
        assertThatThrownBy(() -> bucket.get("f.json", "v9")).hasMessage("The specified version does not exist.");
    }

    @Test
    void a_folder_of_the_class_path_fills_a_bucket(@TempDir Path folder) throws IOException {
        Path below = Files.createDirectories(folder.resolve("imports/sub"));
        Files.writeString(folder.resolve("imports/a.json"), "[1]");
        Files.writeString(below.resolve("b.json"), "[2]");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (java.net.URLClassLoader loader =
                new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            Bucket bucket =
                    reading("x", "\"InputType\": \"JSON\"").s3().bucket("b").putFolder("in/", "imports");

            assertThat(bucket.list("in/"))
                    .extracting(object -> object.key())
                    .containsExactly("in/a.json", "in/sub/b.json");
            assertThat(bucket.get("in/sub/b.json").json().get(0).intValue()).isEqualTo(2);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
