package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.internal.json.JsonText;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a state under test did.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html#API_TestState_ResponseSyntax">the
 *     answer of TestState</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class SingleStateResult {

    /** How a state under test ended. */
    public enum Status {
        /** It yields its output. */
        SUCCEEDED,
        /** It failed, and no Retrier or Catcher took the error. */
        FAILED,
        /** It failed, and a Retrier would try again. */
        RETRIABLE,
        /** It failed, and a Catcher leads on. */
        CAUGHT_ERROR
    }

    private final String stateName;
    private final @Nullable Location location;
    private final JsonNode answer;
    private final @Nullable String handledBy;

    SingleStateResult(String stateName, @Nullable Location location, SingleStateApi.Tested tested) {
        this.stateName = stateName;
        this.location = location;
        this.answer = tested.answer();
        this.handledBy = tested.handler();
    }

    /** The state that was tested; {@code StateName} if only a state was given, not a machine. */
    public String stateName() {
        return stateName;
    }

    /** Where the state is defined; null if only a state was given, not a machine. */
    public @Nullable Location location() {
        return location;
    }

    /** How it ended. */
    public Status status() {
        return Status.valueOf(answer.path("status").asText());
    }

    /** The state it leads to; null where it ends, fails or is retried. */
    public @Nullable String nextState() {
        return answer.path("nextState").textValue();
    }

    /** Its output, not to be changed; null where it has none. */
    public @Nullable JsonNode output() {
        return tree(answer.path("output"));
    }

    /** The error's name, also of one that was caught or would be retried; null where there was none. */
    public @Nullable String error() {
        return answer.path("error").textValue();
    }

    /** The cause of that error, or null. */
    public @Nullable String cause() {
        return answer.path("cause").textValue();
    }

    /**
     * The state whose Retrier or Catcher handles the error: the tested one, or a Parallel or Map state around it; null where
     * none does. {@code StateName} if only a state was given, not a machine.
     */
    public @Nullable String handledBy() {
        return handledBy;
    }

    /** The index of the Retrier that matched the error, also of one that is exhausted; null where none did. */
    public @Nullable Integer retryIndex() {
        return index("retryIndex");
    }

    /** The index of the Catcher that caught the error; null where none did. */
    public @Nullable Integer catchIndex() {
        return index("catchIndex");
    }

    private @Nullable Integer index(String which) {
        JsonNode index = inspectionData().path("errorDetails").path(which);
        return index.isNumber() ? index.intValue() : null;
    }

    /** How long the Retrier that matched waits; null where none retries. */
    public @Nullable Duration retryAfter() {
        JsonNode seconds = inspectionData().path("errorDetails").path("retryBackoffIntervalSeconds");
        return seconds.isNumber() ? Duration.ofSeconds(seconds.longValue()) : null;
    }

    /**
     * A step of the data flow, such as {@code afterParameters}, not to be changed; null where AWS does not show it for the
     * state. The names are those of {@link #inspectionData()}.
     */
    public @Nullable JsonNode inspected(String step) {
        return tree(inspectionData().path(step));
    }

    /** TestState's {@code inspectionData} in the API's JSON, payloads as text; not to be changed. */
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
