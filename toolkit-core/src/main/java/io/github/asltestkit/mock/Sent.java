package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.model.TypedJson;
import java.util.List;

/**
 * A call as conditions look at it.
 *
 * @param call the call
 * @param parameters what it sends; where a Lambda function is asked for, the payload that the function gets
 */
record Sent(TaskCall call, JsonNode parameters) {

    // Each mock is asked at each call: the loops have no iterators.

    /** A call as these conditions look at it, whichever of them comes first. */
    static Sent of(TaskCall call, List<CallCondition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).selectsFunction()) {
                return new Sent(call, call.payload());
            }
        }
        return new Sent(call, call.parameters());
    }

    /** Whether a call has all that is asked. */
    static boolean matches(TaskCall call, List<CallCondition> conditions) {
        Sent sent = of(call, conditions);
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).matches(sent)) {
                return false;
            }
        }
        return true;
    }

    /** What is sent as a type; the API's own request for a type of the AWS SDK. */
    <T> T as(Class<T> type) {
        return TypedJson.read(TypedJson.isSdk(type) ? call.parameters() : parameters, type);
    }
}
