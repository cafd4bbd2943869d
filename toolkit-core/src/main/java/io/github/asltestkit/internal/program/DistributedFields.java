package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.expression.jsonpath.PayloadTemplate;
import io.github.asltestkit.internal.program.Distribution.Batcher;
import io.github.asltestkit.internal.program.Distribution.CsvFormat;
import io.github.asltestkit.internal.program.Distribution.InputType;
import io.github.asltestkit.internal.program.Distribution.ManifestType;
import io.github.asltestkit.internal.program.Distribution.Reader;
import io.github.asltestkit.internal.program.Distribution.ReaderConfig;
import io.github.asltestkit.internal.program.Distribution.Transformation;
import io.github.asltestkit.internal.program.Distribution.Writer;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code ItemReader}, {@code ItemBatcher} and {@code ResultWriter}. */
final class DistributedFields {
    private final State.MapState state;
    private final QueryLanguage language;

    private DistributedFields(State.MapState state) {
        this.state = state;
        this.language = state.fields().queryLanguage();
    }

    /** What a distributed Map has; null for an inline one. */
    static @Nullable Distribution of(State.MapState state) {
        if (!state.itemProcessor().distributed()) {
            return null;
        }
        DistributedFields fields = new DistributedFields(state);
        return new Distribution(
                state.itemProcessor().express(), state.label(), fields.reader(), fields.batcher(), fields.writer());
    }

    private @Nullable Reader reader() {
        JsonNode reader = state.itemReader();
        if (reader == null || !reader.isObject()) {
            return null;
        }
        JsonNode config = reader.get("ReaderConfig");
        String itemsPath = state.itemsPath();
        return new Reader(
                String.valueOf(Distribution.text(reader, "Resource")).endsWith(":listObjectsV2"),
                arguments(reader, "ItemReader"),
                readerConfig(config),
                maxItems(config),
                itemsPath == null ? null : JsonPath.compile(itemsPath));
    }

    private static ReaderConfig readerConfig(@Nullable JsonNode config) {
        InputType input = constant(InputType.class, Distribution.text(config, "InputType"));
        ManifestType manifest = constant(ManifestType.class, Distribution.text(config, "ManifestType"));
        if (input == InputType.MANIFEST && manifest == null) {
            manifest = ManifestType.S3_INVENTORY;
        }
        return new ReaderConfig(
                input,
                "LOAD_AND_FLATTEN".equals(Distribution.text(config, "Transformation")),
                manifest,
                new CsvFormat(CsvFormat.delimiter(Distribution.text(config, "CSVDelimiter")), headers(config)),
                Distribution.text(config, "ItemsPointer"));
    }

    private static @Nullable List<String> headers(@Nullable JsonNode config) {
        if (!"GIVEN".equals(Distribution.text(config, "CSVHeaderLocation"))) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        if (config != null) {
            config.path("CSVHeaders").forEach(header -> headers.add(header.asText()));
        }
        return List.copyOf(headers);
    }

    /** A number of 0 sets no limit, and none is higher than the service's (recorded). */
    private @Nullable IntegerField maxItems(@Nullable JsonNode config) {
        IntegerField number = number(config, "ItemReader/ReaderConfig/", "MaxItems");
        return number == null
                ? null
                : scope -> {
                    long value = number.evaluate(scope);
                    return value == 0 ? Quotas.MAP_RUN_ITEMS : Math.min(value, Quotas.MAP_RUN_ITEMS);
                };
    }

    private @Nullable Batcher batcher() {
        JsonNode batcher = state.itemBatcher();
        if (batcher == null || !batcher.isObject()) {
            return null;
        }
        JsonNode input = batcher.get("BatchInput");
        return new Batcher(
                positive("MaxItemsPerBatch", number(batcher, "ItemBatcher/", "MaxItemsPerBatch"), Long.MAX_VALUE),
                positive(
                        "MaxInputBytesPerBatch",
                        number(batcher, "ItemBatcher/", "MaxInputBytesPerBatch"),
                        Quotas.PAYLOAD_BYTES),
                input == null ? null : template(input, "ItemBatcher/BatchInput", "BatchInput"));
    }

    private static @Nullable IntegerField positive(String field, @Nullable IntegerField number, long max) {
        return number == null
                ? null
                : scope -> {
                    long value = number.evaluate(scope);
                    if (value <= 0 || value > max) {
                        throw EvaluationException.runtime(field + " must be "
                                + (max == Long.MAX_VALUE ? "positive." : "between 1 and " + max + "."));
                    }
                    return value;
                };
    }

    private Writer writer() {
        JsonNode writer = state.resultWriter();
        if (writer == null || !writer.isObject() || writer.isEmpty()) {
            return Writer.OUTPUTS;
        }
        JsonNode config = writer.get("WriterConfig");
        Expression arguments = arguments(writer, "ResultWriter");
        Transformation transformation = constant(Transformation.class, Distribution.text(config, "Transformation"));
        if (transformation == null) {
            transformation = arguments == null ? Transformation.COMPACT : Transformation.NONE;
        }
        return new Writer(arguments, transformation, "JSONL".equals(Distribution.text(config, "OutputType")));
    }

    private @Nullable Expression arguments(JsonNode object, String field) {
        String name = language == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        JsonNode arguments = object.get(name);
        return arguments == null ? null : template(arguments, field + "/" + name, name);
    }

    private Expression template(JsonNode template, String location, String field) {
        return language == QueryLanguage.JSONATA
                ? JsonataTemplate.compile(template, location)
                : PayloadTemplate.compile(template, field);
    }

    /** A number of an object, or its {@code Path} form; null where there is neither. */
    private @Nullable IntegerField number(@Nullable JsonNode object, String location, String field) {
        if (object == null) {
            return null;
        }
        String path = Distribution.text(object, field + "Path");
        if (path != null) {
            JsonPath compiled = JsonPath.compile(path);
            return scope -> NumberFields.integerAt(field + "Path", path, compiled.evaluate(scope));
        }
        JsonNode literal = object.get(field);
        return literal == null ? null : NumberFields.number(location + field, language, literal);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }
}
