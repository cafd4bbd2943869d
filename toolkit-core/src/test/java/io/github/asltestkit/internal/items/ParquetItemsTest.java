package io.github.asltestkit.internal.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.s3.S3Object;
import io.github.asltestkit.s3.VirtualS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The types and codecs of Parquet files, as DuckDB and parquet-avro write them. */
class ParquetItemsTest {

    private static JsonNode first(byte[] bytes) {
        VirtualS3 s3 = new VirtualS3(() -> Instant.EPOCH);
        S3Object object = s3.bucket("b").put("rows.parquet", bytes).get("rows.parquet");
        try (ParquetItems items = new ParquetItems(object)) {
            return Objects.requireNonNull(items.next()).value();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "brotli", "snappy", "zstd"})
    void a_row_has_the_values_that_DuckDB_wrote_whatever_the_codec(String codec) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/parquet/duckdb-" + codec + ".parquet")) {
            JsonNode row = first(Objects.requireNonNull(file).readAllBytes());

            assertThat(row.path("u").asText()).hasSize(36);
            ObjectNode others = ((ObjectNode) row).deepCopy();
            others.remove("u");
            assertThat(others)
                    .hasToString(
                            "{\"d32\":1.50,\"d64\":12345678901.25,\"dbig\":1234567890123456789012.5,"
                                    + "\"u32\":4294967295,\"u64\":18446744073709551615,\"u8\":200,\"list\":[1,2,null],\"texts\":[\"a\"],"
                                    + "\"st\":{\"x\":1,\"y\":[1.5,2.5]},\"m\":{\"k\":1},\"ts\":1704067200123,\"tz\":1704067200000,"
                                    + "\"tns\":1704067200123,\"tms\":1704067200500,\"day\":19723,\"t\":3723000000,\"b\":true,"
                                    + "\"bl\":\"0x78\",\"dd\":1.5,\"f\":2.5,\"ll\":[[1],[2,3]],\"ls\":[{\"a\":1},{\"a\":2}],\"empty\":[]}");
        }
    }

    @Test
    void a_list_of_two_levels_is_read_as_Avro_writes_it(@TempDir Path folder) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message row {
                  required group list (LIST) { repeated int32 array; }
                  optional group records (LIST) { repeated group array { required binary name (UTF8); } }
                  repeated int64 plain;
                }
                """);
        Path file = folder.resolve("avro.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            Group row = new SimpleGroupFactory(schema).newGroup();
            Group list = row.addGroup("list");
            list.add("array", 1);
            list.add("array", 2);
            row.addGroup("records").addGroup("array").add("name", "x");
            row.add("plain", 7L);
            row.add("plain", 8L);
            writer.write(row);
        }

        assertThat(first(Files.readAllBytes(file)))
                .hasToString("{\"list\":[1,2],\"records\":[{\"name\":\"x\"}],\"plain\":[7,8]}");
    }
}
