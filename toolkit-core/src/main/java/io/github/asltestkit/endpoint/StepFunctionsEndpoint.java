package io.github.asltestkit.endpoint;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A harness's Step Functions API on a free port of the loopback interface, in the protocol that the AWS SDKs and the AWS
 * command line speak. Nobody but this machine reaches it; credentials are neither checked nor kept.
 *
 * <p>Where WireMock is on the class path, the endpoint is an extension of a WireMock server: stubs of other services live
 * under the same address, and its journal has all requests. Where it is not, a small server of the JDK serves the API alone.
 *
 * <p>Web pages cannot drive it: it answers requests to a loopback address only, and those of a browser only if the page came
 * from one.
 *
 * <p>The clock stands until somebody moves it: the test, or another process through the control routes, whose
 * requests are {@code application/json}:
 *
 * <ul>
 *   <li>{@code GET /asl-testkit/clock} shows it;
 *   <li>{@code POST /asl-testkit/clock/advance} with <code>{"by": "PT1H"}</code> or <code>{"to":
 *       "2024-01-01T12:00:00Z"}</code> moves it, and with <code>{}</code> to the next event;
 *   <li>{@code POST /asl-testkit/run} with <code>{"executionArn": "..."}</code> is {@link #runToEnd(String)}.
 * </ul>
 */
@API(status = MAINTAINED, since = "0.1")
public interface StepFunctionsEndpoint extends AutoCloseable {

    /** Where it listens, such as {@code http://127.0.0.1:49152}. */
    URI uri();

    /** The virtual clock of the harness, which only the test and the control routes move. */
    VirtualClock clock();

    /**
     * Runs an execution to its end with the workers that work for it: time is skipped while everything waits for the
     * clock, and stands while a task waits for a worker's report. As {@link #runToEnd(String, Duration)} with ten seconds.
     */
    void runToEnd(String executionArn);

    /**
     * Runs an execution to its end with the workers that work for it: time is skipped while everything waits for the
     * clock, and stands while a task with a token that nobody scripted waits for a worker's report.
     *
     * @param executionArn the execution
     * @param patience how long to wait in real time for a worker that shows no sign; it decides nothing but the failure
     * @throws IllegalStateException if no worker called for that long, saying what the execution waits for, or if the
     *     endpoint was closed
     * @throws io.github.asltestkit.integration.StepFunctionsException ExecutionDoesNotExist, or InvalidArn
     * @throws io.github.asltestkit.integration.UnmockedCallException if a request ran into a call that nobody mocked
     */
    void runToEnd(String executionArn, Duration patience);

    /**
     * Stops listening; waiting polls are answered first. A second call does nothing.
     *
     * @throws io.github.asltestkit.integration.UnmockedCallException if a request ran into a call that nobody mocked, and
     *     {@link #runToEnd(String)} has not said so before
     */
    @Override
    void close();
}
