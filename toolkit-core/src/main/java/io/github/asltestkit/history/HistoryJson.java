package io.github.asltestkit.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;

/** Writes events as GetExecutionHistory gives them. */
final class HistoryJson {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    /** The command line prints microseconds, unless there are none. */
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private static final long MOST_ZEROS = 1_000;

    private HistoryJson() {}

    static void write(List<HistoryEvent> events, Writer writer) throws IOException {
        try (JsonGenerator json = Payload.MAPPER.getFactory().createGenerator(writer)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer());
            json.writeStartObject();
            json.writeArrayFieldStart("events");
            for (HistoryEvent event : events) {
                write(event, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("    ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }

    private static void write(HistoryEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("timestamp", timestamp(event.timestamp()));
        json.writeStringField("type", event.typeName());
        json.writeNumberField("id", event.id());
        json.writeNumberField("previousEventId", event.previousEventId());
        String key = event.type().detailsKey();
        if (key != null) {
            json.writeFieldName(key);
            writeValue(event.details(), json);
        }
        for (Map.Entry<String, Object> beside :
                event.details().besides().asMap().entrySet()) {
            if (!beside.getKey().equals("type")) {
                json.writeFieldName(beside.getKey());
                writeValue(beside.getValue(), json);
            }
        }
        json.writeEndObject();
    }

    static String timestamp(Instant instant) {
        return (instant.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROSECONDS).format(instant);
    }

    private static void writeValue(Object value, JsonGenerator json) throws IOException {
        if (value instanceof EventDetails details) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : details.asMap().entrySet()) {
                json.writeFieldName(field.getKey());
                writeValue(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal number) {
            // Written out, 1e999999999 has a billion digits.
            boolean plain = Math.abs((long) number.scale()) <= MOST_ZEROS;
            json.writeNumber(plain ? number.toPlainString() : number.toString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof JsonNode payload) {
            json.writeString(payload.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
