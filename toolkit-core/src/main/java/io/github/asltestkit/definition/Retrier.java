package io.github.asltestkit.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of {@code Retry}; null where a field is absent (AWS's defaults are 1 s, 3 attempts, rate 2.0, no cap). */
public record Retrier(
        List<String> errorEquals,
        @Nullable Long intervalSeconds,
        @Nullable Long maxAttempts,
        @Nullable Double backoffRate,
        @Nullable Long maxDelaySeconds,
        boolean fullJitter,
        String pointer) {}
