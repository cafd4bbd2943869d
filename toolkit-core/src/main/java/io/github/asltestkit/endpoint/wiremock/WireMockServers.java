package io.github.asltestkit.endpoint.wiremock;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.internal.endpoint.RunningEndpoint;
import io.github.asltestkit.internal.endpoint.wiremock.WireMockFront;
import org.apiguardian.api.API;

/** Finds the WireMock server that an endpoint is an extension of. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class WireMockServers {
    private WireMockServers() {}

    /**
     * The server behind an endpoint: stubs registered with it are served under the endpoint's address, and its journal has
     * the calls of the API too. It stops with the endpoint.
     *
     * @throws IllegalArgumentException if the endpoint was started without WireMock
     */
    public static WireMockServer of(StepFunctionsEndpoint endpoint) {
        if (endpoint instanceof RunningEndpoint running && running.front() instanceof WireMockFront front) {
            return front.server();
        }
        throw new IllegalArgumentException(
                "The endpoint " + endpoint.uri() + " is not an extension of a WireMock server");
    }
}
