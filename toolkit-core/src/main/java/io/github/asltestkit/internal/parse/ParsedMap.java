package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.ItemProcessor;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateFields;
import io.github.asltestkit.definition.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Map state as it was read. */
record ParsedMap(
        String name,
        StateFields fields,
        String pointer,
        Transition transition,
        @Nullable JsonNode items,
        @Nullable String itemsPath,
        @Nullable JsonNode itemSelector,
        ItemProcessor itemProcessor,
        @Nullable JsonNode maxConcurrency,
        @Nullable String maxConcurrencyPath,
        @Nullable JsonNode toleratedFailureCount,
        @Nullable String toleratedFailureCountPath,
        @Nullable JsonNode toleratedFailurePercentage,
        @Nullable String toleratedFailurePercentagePath,
        @Nullable JsonNode itemReader,
        @Nullable JsonNode itemBatcher,
        @Nullable JsonNode resultWriter,
        @Nullable String label,
        List<Retrier> retry,
        List<Catcher> catchers)
        implements State.MapState {}
