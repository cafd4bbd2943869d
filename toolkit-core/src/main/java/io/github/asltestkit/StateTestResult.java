package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.asltestkit.internal.expression.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a state under test did. */
public final class StateTestResult {
    private final JsonNode answer;

    StateTestResult(JsonNode answer) {
        this.answer = answer;
    }

    /** SUCCEEDED, FAILED, RETRIABLE or CAUGHT_ERROR. */
    public String status() {
        return answer.path("status").asText();
    }

    /** The state it leads to; null where it ends, fails or is retried. */
    public @Nullable String nextState() {
        return answer.path("nextState").textValue();
    }

    /** Its output, not to be changed; null where it has none. */
    public @Nullable JsonNode output() {
        return tree(answer.path("output"));
    }

    public @Nullable String error() {
        return answer.path("error").textValue();
    }

    public @Nullable String cause() {
        return answer.path("cause").textValue();
    }

    /** How long the Retrier that matched waits; null where none retries. */
    public @Nullable Duration retryAfter() {
        JsonNode seconds = inspectionData().path("errorDetails").path("retryBackoffIntervalSeconds");
        return seconds.isNumber() ? Duration.ofSeconds(seconds.longValue()) : null;
    }

    /** A step of the data flow, such as {@code afterParameters}, not to be changed; null where it was not taken. */
    public @Nullable JsonNode inspected(String step) {
        return tree(inspectionData().path(step));
    }

    /** TestState's {@code inspectionData}, payloads as text; not to be changed. */
    public JsonNode inspectionData() {
        return answer.path("inspectionData");
    }

    private static @Nullable JsonNode tree(JsonNode payload) {
        if (payload instanceof MissingNode) {
            return null;
        }
        return payload.isTextual() ? JsonText.tryParse(payload.textValue()) : payload;
    }

    @Override
    public String toString() {
        return answer.toString();
    }
}
