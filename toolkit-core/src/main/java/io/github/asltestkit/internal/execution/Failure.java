package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import org.jspecify.annotations.Nullable;

/**
 * Why a state failed. The error and the cause are no longer than the API lets them be in a history: the cause of a job
 * that is an execution holds that execution's cause as text, and would double its quotes with each level of nesting.
 *
 * @param error the error's name, or null where the task failed without one
 * @param cause its cause, or null
 * @param missedHeartbeat a timeout for want of a heartbeat
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ExecutionFailedEventDetails.html">
 *     ExecutionFailedEventDetails</a>
 */
record Failure(@Nullable String error, @Nullable String cause, boolean missedHeartbeat) {

    Failure {
        error = cut(error, Quotas.ERROR_LENGTH);
        cause = cut(cause, Quotas.CAUSE_LENGTH);
    }

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

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
