package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a Map state that only a distributed one uses; the model keeps them as they are written. The words are
 * AWS's, as others measured them with ValidateStateMachineDefinition.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 */
final class DistributedMap {
    private static final List<String> OF_ALL_FILES = List.of("InputType", "MaxItems", "MaxItemsPath", "Transformation");

    /** What a ReaderConfig may say of each kind of file beside that. */
    private static final Map<String, List<String>> OF_FILES = Map.of(
            "CSV", List.of("CSVHeaderLocation", "CSVHeaders", "CSVDelimiter", "ManifestType"),
            "JSON", List.of("ItemsPointer"),
            "JSONL", List.of("ManifestType"),
            "PARQUET", List.of("ManifestType"),
            "MANIFEST", List.of("ManifestType"));

    private static final List<String> INPUT_TYPES = List.of("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST");

    private DistributedMap() {}

    static void check(Fields map, QueryLanguage language, boolean distributed) {
        Fields reader = map.object("ItemReader");
        Fields config = reader == null ? null : reader.object("ReaderConfig");
        if (config != null) {
            number(config, "MaxItems", Quotas.MAP_RUN_ITEMS, language);
        }
        Fields batcher = map.object("ItemBatcher");
        if (batcher != null) {
            number(batcher, "MaxItemsPerBatch", Long.MAX_VALUE, language);
            number(batcher, "MaxInputBytesPerBatch", Long.MAX_VALUE, language);
        }
        Fields writer = map.object("ResultWriter");
        if (!distributed) {
            return;
        }
        if (reader != null) {
            resource(reader, Set.of("getObject", "listObjectsV2"));
        }
        if (config != null) {
            reading(config);
        }
        if (writer != null) {
            writing(writer, language);
        }
    }

    private static void number(Fields fields, String name, long max, QueryLanguage language) {
        String path = name + "Path";
        fields.integerOrExpression(name, language, 0, max);
        fields.text(path);
        if (language == QueryLanguage.JSONATA && fields.has(path)) {
            fields.ofOtherLanguage(path, language);
        } else {
            fields.atMostOne(name, path);
        }
    }

    // ---- ItemReader ----------------------------------------------------------------------------------------------

    private static void reading(Fields config) {
        String type = config.deciding("InputType", INPUT_TYPES);
        if ("LOAD_AND_FLATTEN".equals(config.oneOf("Transformation", List.of("NONE", "LOAD_AND_FLATTEN")))) {
            config.requireDeciding("InputType");
        }
        if (type != null) {
            Set<String> known = new LinkedHashSet<>(OF_ALL_FILES);
            known.addAll(OF_FILES.getOrDefault(type, List.of()));
            config.onlyKnown(known);
            manifest(config, type);
        }
        if ("CSV".equals(type)) {
            headers(config);
        }
        pointer(config);
    }

    private static void manifest(Fields config, String type) {
        if (config.has("ManifestType") && OF_FILES.getOrDefault(type, List.of()).contains("ManifestType")) {
            config.oneOf("ManifestType", List.of("ATHENA_DATA", "S3_INVENTORY"));
        }
    }

    private static void headers(Fields config) {
        config.requireDeciding("CSVHeaderLocation");
        String location = config.deciding("CSVHeaderLocation", List.of("FIRST_ROW", "GIVEN"));
        if ("GIVEN".equals(location)) {
            config.require(List.of("CSVHeaders"));
        } else if ("FIRST_ROW".equals(location) && config.has("CSVHeaders")) {
            config.unsupported("CSVHeaders", OF_ALL_FILES);
        }
    }

    private static void pointer(Fields config) {
        String pointer = config.has("ItemsPointer") ? config.text("ItemsPointer") : null;
        if (pointer != null && !pointer.isEmpty() && !pointer.startsWith("/") && !pointer.contains("${")) {
            config.problem(
                    "ItemsPointer", "Invalid input: JSON Pointer expression must start with '/': \"" + pointer + "\"");
        }
    }

    // ---- ResultWriter --------------------------------------------------------------------------------------------

    /** Where the results go, how they are written, or both. */
    private static void writing(Fields writer, QueryLanguage language) {
        String arguments = language == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        if (writer.json().isEmpty()) {
            writer.problem("Value cannot be empty");
            return;
        }
        Fields config = writer.object("WriterConfig");
        if (config != null) {
            config.require(List.of("OutputType", "Transformation"));
            config.oneOf("OutputType", List.of("JSON", "JSONL"));
            config.oneOf("Transformation", List.of("NONE", "COMPACT", "FLATTEN"));
        }
        if (writer.has("Resource") || writer.has(arguments)) {
            writer.require(List.of("Resource", arguments));
            resource(writer, Set.of("putObject"));
            destination(writer.any(arguments), writer, arguments);
        }
    }

    private static void destination(@Nullable JsonNode given, Fields writer, String field) {
        if (given == null || !given.isObject()) {
            return;
        }
        Fields arguments = writer.object(field);
        if (arguments != null) {
            arguments.require(List.of("Bucket", "Prefix").stream()
                    .filter(name -> !given.has(name + ".$"))
                    .toList());
        }
    }

    private static void resource(Fields fields, Set<String> actions) {
        String arn = fields.text("Resource");
        if (arn == null || arn.contains("${")) {
            return;
        }
        String[] parts = arn.split(":::s3:", -1);
        if (parts.length != 2 || !parts[0].matches("arn:[a-z-]+:states") || !actions.contains(parts[1])) {
            fields.problem(
                    "Resource",
                    "The resource provided " + arn + " is not recognized. The value is not a valid resource ARN, or the"
                            + " resource is not available in this region.");
        }
    }
}
