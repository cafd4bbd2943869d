package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.execution.Frame.MapItem;

/**
 * What a child execution of a Map Run works on.
 *
 * @param index which child execution it is: that of its item, or of its batch
 * @param input its input
 * @param items how many items it works on
 * @param item its item; of a batch, the batch
 */
record ChildInput(int index, JsonNode input, int items, MapItem item) {}
