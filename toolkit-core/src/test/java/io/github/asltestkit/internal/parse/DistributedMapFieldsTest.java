package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ValidateStateMachineDefinition says of the fields of a distributed Map, as others measured it. */
class DistributedMapFieldsTest {
    private static final String READER = "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'Parameters':"
            + " {'Bucket': 'b', 'Key': 'k'}, 'ReaderConfig': {%s}}";

    private static List<String> problems(String fields, String processorConfig) {
        String definition = "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', " + fields + ", 'End': true,"
                + " 'ItemProcessor': {'ProcessorConfig': {" + processorConfig + "}, 'StartAt': 'A', 'States': {'A':"
                + " {'Type': 'Succeed'}}}}}}";
        return DefinitionParser.parse("test.asl.json", definition.replace('\'', '"')).diagnostics().stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static List<String> problems(String fields) {
        return problems(fields, "'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ManifestType': 'S3_INVENTORY', 'InputType': 'CSV' | The field 'CSVHeaderLocation' is required",
                "'InputType': 'CSV', 'CSVHeaderLocation': 'GIVEN' | These fields are required: [CSVHeaders]",
                "'InputType': 'CSV', 'CSVHeaderLocation': 'FIRST_ROW', 'CSVHeaders': ['a'] | Field 'CSVHeaders' is not supported",
                "'InputType': 'CSV', 'CSVHeaderLocation': 'FIRST_ROW', 'ItemsPointer': '/a' | Field 'ItemsPointer' is not supported",
                "'InputType': 'JSON', 'CSVHeaderLocation': 'FIRST_ROW' | Field 'CSVHeaderLocation' is not supported",
                "'InputType': 'JSON', 'ManifestType': 'ATHENA_DATA' | Field 'ManifestType' is not supported",
                "'InputType': 'PARQUET', 'CSVDelimiter': 'TAB' | Field 'CSVDelimiter' is not supported",
                "'InputType': 'JSON', 'ItemsPointer': 'data/items' | Invalid input: JSON Pointer expression must start with '/': \"data/items\"",
                "'Transformation': 'LOAD_AND_FLATTEN' | The field 'InputType' is required",
                "'InputType': 'XML' | The field 'InputType' should have one of these values: [CSV, JSON, JSONL, PARQUET, MANIFEST]",
                "'InputType': 'JSON', 'MaxItems': 1, 'MaxItemsPath': '$.m' | There should only be one of the following fields: [MaxItems, MaxItemsPath]",
            })
    void what_a_reader_is_told_fits_the_kind_of_file(String config, String expected) {
        assertThat(problems(READER.formatted(config))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'InputType': 'CSV', 'CSVHeaderLocation': 'GIVEN', 'CSVHeaders': ['a'], 'CSVDelimiter': 'PIPE'",
                "'InputType': 'CSV', 'CSVHeaderLocation': 'FIRST_ROW', 'MaxItemsPath': '$.m'",
                "'InputType': 'JSON', 'ItemsPointer': '/data/items'",
                "'InputType': 'JSONL', 'ManifestType': 'ATHENA_DATA'",
                "'InputType': 'MANIFEST'",
                "'ManifestType': 'S3_INVENTORY'",
                "'InputType': '${Type}'",
            })
    void a_reader_may_be_told_what_fits(String config) {
        assertThat(problems(READER.formatted(config))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'InputType': 'JSONL', 'CSVHeaderLocation': 'GIVEN', 'CSVHeaders': ['a'] | Field 'CSVHeaderLocation' is not supported; Field 'CSVHeaders' is not supported",
            })
    void each_field_that_does_not_fit_is_told(String config, String expected) {
        assertThat(String.join("; ", problems(READER.formatted(config)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Value cannot be empty",
                "{'Resource': 'arn:aws:states:::s3:putObject'} | These fields are required: [Parameters]",
                "{'Parameters': {'Bucket': 'b', 'Prefix': 'p'}} | These fields are required: [Resource]",
                "{'Resource': 'arn:aws:states:::s3:putObject', 'Parameters': {'Bucket': 'b'}} | These fields are required: [Prefix]",
                "{'WriterConfig': {'Transformation': 'COMPACT'}} | These fields are required: [OutputType]",
                "{'WriterConfig': {'OutputType': 'JSON'}} | These fields are required: [Transformation]",
                "{'Resource': 'arn:aws:states:::s3:copyObject', 'Parameters': {'Bucket': 'b', 'Prefix': 'p'}} | The resource provided arn:aws:states:::s3:copyObject is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.",
            })
    void a_result_writer_says_where_to_how_or_both(String writer, String expected) {
        assertThat(problems("'ResultWriter': " + writer)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Resource': 'arn:aws-cn:states:::s3:putObject', 'Parameters': {'Bucket.$': '$.b', 'Prefix.$': '$.p'}}",
                "{'WriterConfig': {'OutputType': 'JSON', 'Transformation': 'FLATTEN'}}",
            })
    void a_whole_result_writer_is_accepted(String writer) {
        assertThat(problems("'ResultWriter': " + writer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'Mode': 'DISTRIBUTED' | These fields are required: [ExecutionType]"})
    void a_distributed_map_says_what_its_child_executions_are(String config, String expected) {
        assertThat(problems("'Comment': 'c'", config)).containsExactly(expected);
        assertThat(problems("'Comment': 'c'", "'Mode': 'INLINE'")).isEmpty();
    }
}
