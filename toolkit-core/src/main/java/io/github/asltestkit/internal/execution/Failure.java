package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.spec.ErrorNames;
import org.jspecify.annotations.Nullable;

/**
 * Why a state failed.
 *
 * @param error the error's name, or null where the task failed without one
 * @param cause its cause, or null
 * @param missedHeartbeat a timeout for want of a heartbeat
 */
record Failure(@Nullable String error, @Nullable String cause, boolean missedHeartbeat) {

    static Failure of(@Nullable String error, @Nullable String cause) {
        return new Failure(error, cause, false);
    }

    static Failure timeout(boolean missedHeartbeat) {
        return new Failure(ErrorNames.TIMEOUT, null, missedHeartbeat);
    }

    /** The Error Output a Catcher hands on: a timeout has an empty cause, other absent texts are null (recorded). */
    JsonNode errorOutput() {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("Error", error);
        output.put("Cause", cause == null && ErrorNames.TIMEOUT.equals(error) ? "" : cause);
        return output;
    }
}
