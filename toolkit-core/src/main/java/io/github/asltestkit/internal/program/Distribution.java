package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Expression;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a distributed Map has beside an inline one.
 *
 * @param express whether its child executions are EXPRESS
 * @param label its {@code Label}, or null
 * @param reader where its items come from; null where they are those of the state's input
 * @param batcher how items are put together, or null
 * @param writer what becomes of the results
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode</a>
 */
public record Distribution(
        boolean express,
        @Nullable String label,
        @Nullable Reader reader,
        @Nullable Batcher batcher,
        Writer writer) {

    /** What a file holds. */
    public enum InputType {
        CSV,
        JSON,
        JSONL,
        PARQUET,
        MANIFEST
    }

    /** What a manifest names. */
    public enum ManifestType {
        ATHENA_DATA,
        S3_INVENTORY
    }

    /**
     * {@code ItemReader}.
     *
     * @param lists whether it lists objects ({@code s3:listObjectsV2}) rather than reading one ({@code s3:getObject})
     * @param arguments {@code Parameters} or {@code Arguments}, or null
     * @param config {@code ReaderConfig} but for the number of items
     * @param maxItems {@code MaxItems} or its {@code Path} form; null where there is neither
     * @param itemsPath {@code ItemsPath}, which only TestState applies; null where there is none
     */
    public record Reader(
            boolean lists,
            @Nullable Expression arguments,
            ReaderConfig config,
            @Nullable IntegerField maxItems,
            @Nullable Expression itemsPath) {}

    /**
     * {@code ReaderConfig}.
     *
     * @param inputType what the files hold; null where the listing itself gives the items
     * @param loadsObjects {@code Transformation} is {@code LOAD_AND_FLATTEN}
     * @param manifestType what the manifest names; null where the file is none
     * @param csv how delimited text is to be read
     * @param itemsPointer a JSON pointer to the items in a JSON file, or null
     */
    public record ReaderConfig(
            @Nullable InputType inputType,
            boolean loadsObjects,
            @Nullable ManifestType manifestType,
            CsvFormat csv,
            @Nullable String itemsPointer) {}

    /**
     * How delimited text is to be read.
     *
     * @param headers the given headers; null where the first row has them
     */
    public record CsvFormat(char delimiter, @Nullable List<String> headers) {
        /** The delimiter of a name. */
        public static char delimiter(@Nullable String name) {
            return switch (name == null ? "COMMA" : name.toUpperCase(Locale.ROOT)) {
                case "PIPE" -> '|';
                case "SEMICOLON" -> ';';
                case "SPACE" -> ' ';
                case "TAB" -> '\t';
                default -> ',';
            };
        }
    }

    /**
     * {@code ItemBatcher}.
     *
     * @param maxItems the most items of a batch, or null
     * @param maxBytes the most bytes of a batch, or null
     * @param input {@code BatchInput}, or null
     */
    public record Batcher(
            @Nullable IntegerField maxItems,
            @Nullable IntegerField maxBytes,
            @Nullable Expression input) {}

    /** What is written of each child execution. */
    public enum Transformation {
        /** Its output, and what is to be known of it. */
        NONE,
        /** Its output. */
        COMPACT,
        /** Its output, or each element of one that is an array. */
        FLATTEN
    }

    /**
     * {@code ResultWriter}.
     *
     * @param arguments the bucket and the prefix; null where nothing is exported
     * @param lines whether results are JSON Lines rather than a JSON array
     */
    public record Writer(@Nullable Expression arguments, Transformation transformation, boolean lines) {
        /** What there is without a {@code ResultWriter}: an array of outputs. */
        public static final Writer OUTPUTS = new Writer(null, Transformation.COMPACT, false);
    }

    /** The text of a field of an object as written, or null. */
    static @Nullable String text(@Nullable JsonNode object, String field) {
        JsonNode value = object == null ? null : object.get(field);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}
