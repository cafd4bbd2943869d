package io.github.asltestkit.history;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads events as GetExecutionHistory gives them. */
final class HistoryReader {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LATEST_SECOND = BigDecimal.valueOf(Instant.MAX.getEpochSecond());
    private static final int MOST_DECIMALS = 1_000;

    private HistoryReader() {}

    static List<HistoryEvent> read(String json) {
        List<HistoryEvent> read = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        for (JsonNode page : pages(json)) {
            JsonNode events = page.isArray() ? page : page.path("events");
            if (!events.isArray()) {
                throw problem("an object with an array \"events\" is expected");
            }
            for (JsonNode event : events) {
                HistoryEvent one = event(event, "events[" + read.size() + "]");
                if (!ids.add(one.id())) {
                    throw problem("the id " + one.id() + " is there twice");
                }
                read.add(one);
            }
        }
        read.sort(Comparator.comparingLong(HistoryEvent::id));
        return read;
    }

    /** The JSON values of the text: a page each. */
    private static List<JsonNode> pages(String json) {
        List<JsonNode> pages = new ArrayList<>();
        ObjectReader reader = Payload.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try (JsonParser parser = reader.createParser(json)) {
            while (parser.nextToken() != null) {
                pages.add(reader.readTree(parser));
            }
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw problem("it is not JSON: " + JsonText.withoutHints(notJson.getOriginalMessage())
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        } catch (NumberFormatException beyond) {
            throw problem("it is not JSON: " + JsonText.BEYOND_NUMBERS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (pages.isEmpty()) {
            throw problem("it is empty");
        }
        return pages;
    }

    private static HistoryEvent event(JsonNode event, String at) {
        if (!event.isObject()) {
            throw problem(at + " is not an object");
        }
        JsonNode typeName = event.path("type");
        if (!typeName.isTextual()) {
            throw problem(at + ".type is missing");
        }
        if (!event.path("id").isIntegralNumber()) {
            throw problem(at + ".id is missing");
        }
        HistoryEventType known = HistoryEventType.ofApiName(typeName.textValue());
        HistoryEventType type = known == null ? HistoryEventType.UNKNOWN : known;
        JsonNode details = type.detailsKey() == null ? null : event.get(type.detailsKey());
        EventDetails read = details == null || details.isNull() ? EventDetails.NONE : details(details, at);
        EventDetails besides = besides(event, type);
        return new HistoryEvent(
                event.path("id").longValue(),
                event.path("previousEventId").longValue(),
                timestamp(event.path("timestamp"), at),
                type,
                besides.isEmpty() ? read : new EventDetails.WithBesides(read, besides));
    }

    private static EventDetails besides(JsonNode event, HistoryEventType type) {
        List<Object> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : event.properties()) {
            String name = member.getKey();
            boolean usual = switch (name) {
                case "id", "previousEventId", "timestamp" -> true;
                case "type" -> type != HistoryEventType.UNKNOWN;
                default -> name.equals(type.detailsKey());
            };
            Object value = usual ? null : value(member.getValue());
            if (value != null) {
                fields.add(name);
                fields.add(value);
            }
        }
        return fields.isEmpty() ? EventDetails.NONE : new EventDetails(fields.toArray());
    }

    private static EventDetails details(JsonNode details, String at) {
        if (!details.isObject()) {
            throw problem("the details of " + at + " are not an object");
        }
        return object(details);
    }

    private static EventDetails object(JsonNode object) {
        List<Object> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Object value = value(field.getValue());
            if (value != null) {
                fields.add(field.getKey());
                fields.add(value);
            }
        }
        return fields.isEmpty() ? EventDetails.NONE : new EventDetails(fields.toArray());
    }

    private static @Nullable Object value(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                for (JsonNode element : value) {
                    Object one = value(element);
                    if (one != null) {
                        elements.add(one);
                    }
                }
                yield List.copyOf(elements);
            }
            case BOOLEAN -> value.booleanValue();
            case NUMBER ->
                value.canConvertToLong() && value.isIntegralNumber()
                        ? (Object) value.longValue()
                        : value.decimalValue();
            case STRING -> value.textValue();
            default -> null;
        };
    }

    private static Instant timestamp(JsonNode timestamp, String at) {
        try {
            if (timestamp.isNumber()) {
                BigDecimal given = timestamp.decimalValue();
                if (given.abs().compareTo(LATEST_SECOND) > 0 || given.scale() > MOST_DECIMALS) {
                    throw unreadable(timestamp, at); // before its digits are written out: 1e999999999 has a billion
                }
                BigDecimal nanos = given.multiply(NANOS).setScale(0, RoundingMode.HALF_UP);
                BigDecimal seconds = nanos.divide(NANOS, 0, RoundingMode.FLOOR);
                return Instant.ofEpochSecond(
                        seconds.longValueExact(),
                        nanos.subtract(seconds.multiply(NANOS)).longValueExact());
            }
            if (timestamp.isTextual()) {
                // Python writes a blank in place of the T.
                return OffsetDateTime.parse(timestamp.textValue().replaceFirst("^(\\S{10}) ", "$1T"))
                        .toInstant();
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw unreadable(timestamp, at);
        }
        throw problem(at + ".timestamp is missing");
    }

    private static IllegalArgumentException unreadable(JsonNode timestamp, String at) {
        return problem(
                at + ".timestamp is neither ISO 8601 text with an offset nor seconds since the epoch: " + timestamp);
    }

    private static IllegalArgumentException problem(String what) {
        return new IllegalArgumentException(
                "This is not an execution history as GetExecutionHistory gives it: " + what);
    }
}
