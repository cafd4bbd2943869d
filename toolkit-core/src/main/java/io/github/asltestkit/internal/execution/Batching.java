package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How the items of a Map Run are put into batches.
 *
 * @param maxItems the most items of a batch
 * @param maxBytes the most bytes of a batch
 * @param input {@code BatchInput}, or null
 */
record Batching(long maxItems, long maxBytes, @Nullable JsonNode input) {}
