package io.github.asltestkit.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where HTTP Tasks ({@code arn:aws:states:::http:invoke}) are really sent: from the endpoint's host, as the definition has
 * it, to a server of the test, such as WireMock. A task that a mock answers is not sent; one that neither a mock nor a route
 * answers stops the test. Sending takes real time, and none on the virtual clock.
 *
 * <p>Targets are loopback addresses, unless the test allows more.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">Call HTTPS APIs</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class HttpRoutes implements TaskIntegration {
    private final Map<String, URI> routes = new LinkedHashMap<>();
    private final Map<String, HttpConnection> connections = new LinkedHashMap<>();
    private final String region;
    private boolean remoteTargets;
    private Duration timeout = Duration.ofSeconds(10);
    private @Nullable HttpExchange exchange;

    /**
     * No routes yet.
     *
     * @param region the region that the header {@code User-Agent} of a request names
     */
    public HttpRoutes(String region) {
        this.region = region;
    }

    /**
     * Sends what goes to an endpoint's host to another server; path and query stay.
     *
     * @param endpoint the host as definitions have it, {@code https://api.example.com}; a path in it is ignored
     * @param target the server's address, {@code http://localhost:8080}; a path in it comes before that of the endpoint
     * @throws IllegalArgumentException if one is no HTTP address, or the target is no loopback address
     */
    public HttpRoutes route(String endpoint, String target) {
        URI to = address(target);
        if (!remoteTargets && !isLoopback(to)) {
            throw new IllegalArgumentException("HTTP Tasks are sent to loopback addresses only, and " + target
                    + " is not one.\n\n  If the test may reach it, call allowRemoteTargets() first.");
        }
        routes.put(origin(address(endpoint)), to);
        return this;
    }

    /**
     * Gives a connection its authorization and parameters; without it, a task is sent without them.
     *
     * @param connectionArn the ARN as definitions have it, or its last part from the connection's name on
     */
    public HttpRoutes connection(String connectionArn, HttpConnection connection) {
        connections.put(connectionArn, connection);
        return this;
    }

    /** Targets may be any address, not only loopback. */
    public HttpRoutes allowRemoteTargets() {
        remoteTargets = true;
        return this;
    }

    /** How long, in real time, a server has to answer before the task fails with {@code States.Http.Socket}; 10 s at first. */
    public HttpRoutes timeout(Duration realTime) {
        exchange = null;
        timeout = realTime;
        return this;
    }

    // ---- the port --------------------------------------------------------------------------------------------

    /** Whether any HTTP Task is sent. */
    public boolean hasRoutes() {
        return !routes.isEmpty();
    }

    @Override
    public boolean answers(TaskCall call) {
        return target(call) != null;
    }

    private @Nullable URI target(TaskCall call) {
        JsonNode endpoint = call.parameters().path("ApiEndpoint");
        if (!call.resource().service().equals("http") || !endpoint.isTextual()) {
            return null;
        }
        try {
            return routes.get(origin(address(endpoint.textValue())));
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    @Override
    public TaskReaction call(TaskCall call) {
        URI target = target(call);
        if (target == null) {
            throw new IllegalStateException(
                    "No route leads to " + call.parameters().path("ApiEndpoint"));
        }
        try {
            HttpTaskRequest request = request(call.parameters(), true);
            HttpTaskRequest shown = request(call.parameters(), false);
            if (exchange == null) {
                exchange = new HttpExchange(timeout);
            }
            return exchange.send(request, shown, target);
        } catch (HttpTaskException unsendable) {
            return TaskReaction.fail(ErrorNames.RUNTIME, unsendable.getMessage());
        }
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        return new CancelOutcome(true, "");
    }

    /**
     * The request that a task with these parameters sends.
     *
     * @param parameters the task's parameters, evaluated: {@code ApiEndpoint}, {@code Method} and so on
     * @param revealSecrets whether to show what the connection adds
     * @throws RuntimeException with the cause of the {@code States.Runtime} that the task fails with, if it cannot be made
     */
    public HttpTaskRequest request(JsonNode parameters, boolean revealSecrets) {
        return HttpTaskRequest.of(parameters, revealSecrets ? connection(parameters) : null, region);
    }

    private @Nullable HttpConnection connection(JsonNode parameters) {
        String arn = parameters.path("Authentication").path("ConnectionArn").asText();
        if (arn.isEmpty()) {
            arn = parameters.path("InvocationConfig").path("ConnectionArn").asText();
        }
        for (Map.Entry<String, HttpConnection> known : connections.entrySet()) {
            if (arn.equals(known.getKey()) || (arn + "/").contains(":connection/" + known.getKey() + "/")) {
                return known.getValue();
            }
        }
        return null;
    }

    // ---- addresses -------------------------------------------------------------------------------------------

    private static URI address(String text) {
        String whole = text.contains("://") ? text : "https://" + text;
        try {
            URI address = URI.create(whole);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        throw new IllegalArgumentException("\"" + text + "\" is not the address of an HTTP server, such as"
                + " https://api.example.com or http://localhost:8080");
    }

    /** Scheme, host and port, which is what a route is about. */
    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
