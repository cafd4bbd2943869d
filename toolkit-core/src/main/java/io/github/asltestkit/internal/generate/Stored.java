package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in S3 when an execution starts: a bucket, or an object in it that holds the items of a Map state.
 *
 * @param bucket the bucket's name
 * @param key the object's key, or the prefix of keys of which there is one for each item; null for the bucket alone
 * @param listed whether the items are the objects themselves
 * @param reader the JSON pointer of the ItemReader that reads the items; null for the bucket alone
 */
public record Stored(
        String bucket,
        @Nullable String key,
        boolean listed,
        @Nullable String reader) {

    /** What a reader asked for: {@code bucket}, {@code bucket/key} or {@code bucket/prefix*}. */
    static Stored of(String missed, @Nullable String reader) {
        int slash = missed.indexOf('/');
        if (slash < 0) {
            return new Stored(missed, null, false, null);
        }
        String key = missed.substring(slash + 1);
        boolean listed = key.endsWith("*");
        return new Stored(
                missed.substring(0, slash), listed ? key.substring(0, key.length() - 1) : key, listed, reader);
    }

    boolean isSamePlace(Stored other) {
        return bucket.equals(other.bucket) && java.util.Objects.equals(key, other.key);
    }

    /**
     * An object.
     *
     * @param key its key
     * @param text what is in it
     */
    record Content(String key, String text) {}

    /** The objects with their contents. */
    List<Content> contents(Scenario scenario, State.@Nullable MapState map) {
        String prefix = key;
        if (prefix == null || reader == null) {
            return List.of();
        }
        Answer answer = scenario.answer(reader, 0);
        JsonNode items = answer == null ? Values.JSON.arrayNode() : answer.output();
        List<Content> contents = new ArrayList<>();
        if (!listed) {
            contents.add(new Content(prefix, text(items, map)));
            return contents;
        }
        for (int i = 0; i < items.size(); i++) {
            contents.add(new Content(
                    prefix + "item-" + (i + 1) + ".json", items.get(i).toString()));
        }
        return contents;
    }

    private static String text(JsonNode items, State.@Nullable MapState map) {
        JsonNode reader = map == null ? null : map.itemReader();
        JsonNode config = reader == null ? Values.ABSENT : reader.path("ReaderConfig");
        return switch (config.path("InputType").asText("JSON")) {
            case "CSV" -> csv(items, config);
            case "JSONL" -> {
                StringBuilder lines = new StringBuilder();
                items.forEach(item -> lines.append(item).append('\n'));
                yield lines.toString();
            }
            default -> pointed(items, config.path("ItemsPointer").asText("")).toString();
        };
    }

    private static JsonNode pointed(JsonNode items, String pointer) {
        List<Object> steps = new ArrayList<>();
        for (String step : pointer.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return Values.put(Values.ABSENT, steps, items);
    }

    private static String csv(JsonNode items, JsonNode config) {
        boolean given = config.path("CSVHeaderLocation").asText().equals("GIVEN");
        Set<String> headers = new LinkedHashSet<>();
        if (given) {
            config.path("CSVHeaders").forEach(header -> headers.add(header.asText()));
        } else {
            items.forEach(item -> item.fieldNames().forEachRemaining(headers::add));
        }
        if (headers.isEmpty()) {
            headers.add("column");
        }
        String delimiter = switch (config.path("CSVDelimiter").asText("COMMA")) {
            case "PIPE" -> "|";
            case "SEMICOLON" -> ";";
            case "SPACE" -> " ";
            case "TAB" -> "\t";
            default -> ",";
        };
        StringBuilder text = new StringBuilder();
        if (!given) {
            text.append(String.join(delimiter, headers)).append('\n');
        }
        for (JsonNode item : items) {
            List<String> row = new ArrayList<>();
            headers.forEach(header -> row.add(cell(item.path(header), item, delimiter)));
            text.append(String.join(delimiter, row)).append('\n');
        }
        return text.toString();
    }

    private static String cell(JsonNode value, JsonNode item, String delimiter) {
        String text = value.isMissingNode() ? (item.isObject() ? "" : item.asText()) : value.asText();
        boolean plain = !text.contains(delimiter) && !text.contains("\"") && !text.contains("\n");
        return plain && !text.isEmpty() ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
