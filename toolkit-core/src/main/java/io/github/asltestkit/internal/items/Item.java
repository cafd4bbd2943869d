package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was read.
 *
 * @param key the field's name, where the items are the fields of an object; else null
 * @param source {@code Map.Item.Source}: {@code STATE_DATA}, or where in S3 it comes from; null for an inline Map
 */
public record Item(
        @Nullable String key, JsonNode value, @Nullable String source) {}
