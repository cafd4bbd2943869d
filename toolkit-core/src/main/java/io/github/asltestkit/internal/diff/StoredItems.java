package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects in S3 that the ItemReaders of a definition read, made up: two items of all that is read; and the buckets of its ResultWriters. */
final class StoredItems {
    private StoredItems() {}

    /** What the ItemReaders of a definition read, as far as their names are known before a run. */
    static List<Side.Stored> of(Definition definition, MadeData data) {
        List<Side.Stored> stored = new ArrayList<>();
        definition.states().allStates().forEach(state -> {
            JsonNode reader = state instanceof State.MapState map ? map.itemReader() : null;
            if (reader != null) {
                add(reader, data.items(2), stored);
            }
            JsonNode writer = state instanceof State.MapState map ? map.resultWriter() : null;
            if (writer != null) {
                JsonNode parameters = writer.has("Parameters") ? writer.path("Parameters") : writer.path("Arguments");
                String bucket = name(parameters, "Bucket");
                if (bucket != null) {
                    stored.add(new Side.Stored(bucket, "made-up", "")); // so that there is such a bucket
                }
            }
        });
        return List.copyOf(stored);
    }

    private static void add(JsonNode reader, ArrayNode items, List<Side.Stored> stored) {
        JsonNode parameters = reader.has("Parameters") ? reader.path("Parameters") : reader.path("Arguments");
        String bucket = name(parameters, "Bucket");
        if (bucket == null) {
            return;
        }
        if (reader.path("Resource").asText().contains("listObjects")) {
            String prefix = name(parameters, "Prefix");
            for (int i = 1; i <= items.size(); i++) {
                stored.add(new Side.Stored(bucket, (prefix == null ? "" : prefix) + "item-" + i + ".json", "{}"));
            }
            return;
        }
        String key = name(parameters, "Key");
        String text = switch (reader.path("ReaderConfig").path("InputType").asText()) {
            case "JSON" -> items.toString();
            case "JSONL" -> lines(items);
            case "CSV" -> csv(items);
            default -> null;
        };
        if (key != null && text != null) {
            stored.add(new Side.Stored(bucket, key, text));
        }
    }

    /** A name that is written there, or that data which is made up has. */
    private static @Nullable String name(JsonNode parameters, String field) {
        JsonNode constant = parameters.path(field);
        if (constant.isTextual() && !constant.textValue().startsWith("{%")) {
            return constant.textValue();
        }
        String path = constant.isTextual()
                ? constant.textValue().replace("{%", "").strip()
                : parameters.path(field + ".$").asText("");
        Place place = Reads.place(path);
        return place.size() == 0 ? null : place.steps().get(place.size() - 1);
    }

    private static String lines(ArrayNode items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }

    private static String csv(ArrayNode items) {
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> item.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                names.add(field.getKey());
            }
        }));
        if (names.isEmpty()) {
            names.add("value");
        }
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        items.forEach(item -> text.append(names.stream()
                        .map(name -> item.path(name).asText("value").replace(",", " "))
                        .collect(Collectors.joining(",")))
                .append('\n'));
        return text.toString();
    }
}
