package io.github.asltestkit.endpoint;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;
import org.apiguardian.api.API;

/**
 * The Step Functions API of a harness: the calls that an endpoint serves over HTTP, made from Java. It may be called from
 * any thread.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/Welcome.html">Step Functions API Reference</a>
 */
@API(status = MAINTAINED, since = "0.1")
@FunctionalInterface
public interface StepFunctionsApi {

    /**
     * Makes a call. {@code GetActivityTask} does not wait here: where no task waits, its answer is empty at once.
     *
     * @param operation the operation's name, such as {@code StartExecution}
     * @param request the request in the API's JSON: an object
     * @return the answer in the API's JSON; instants are seconds since the epoch. Not to be changed
     * @throws StepFunctionsException as the service would refuse the call: {@code ValidationException} in AWS's words for a
     *     request that breaks the API's model, {@code UnknownOperationException} for an operation that there is not
     */
    JsonNode call(String operation, JsonNode request);
}
