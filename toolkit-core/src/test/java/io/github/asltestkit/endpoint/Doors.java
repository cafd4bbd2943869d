package io.github.asltestkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.internal.endpoint.JdkFront;
import io.github.asltestkit.internal.endpoint.RunningEndpoint;
import io.github.asltestkit.internal.endpoint.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Ways into an endpoint that tests take. */
final class Doors {
    static final ObjectMapper JSON = new ObjectMapper();

    private Doors() {}

    /** An endpoint on the JDK's server, which starts at once. */
    static StepFunctionsEndpoint alone(StateMachineHarness harness) {
        return RunningEndpoint.start((Served) harness.api(), JdkFront::start);
    }

    static HttpResponse<String> post(HttpClient client, URI uri, String target, String body) {
        return send(
                client,
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", target)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
