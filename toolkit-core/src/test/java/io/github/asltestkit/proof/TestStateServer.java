package io.github.asltestkit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.asltestkit.proof.awssdk.AwsTestState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

/** TestState over HTTP on this machine, asked by a client of the AWS SDK: the toolkit's own, with what a test changes of it. */
final class TestStateServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    /** Answers a request of TestState; the exceptions of {@link TestStateService} become refusals. */
    TestStateServer(TestStateService service, UnaryOperator<ObjectNode> changed) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, service, changed));
        server.start();
    }

    private void answer(HttpExchange exchange, TestStateService service, UnaryOperator<ObjectNode> changed)
            throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        requests.add(request);
        byte[] body;
        int status = 200;
        try {
            body = JSON.writeValueAsBytes(
                    changed.apply(service.testState(request).deepCopy()));
        } catch (TestStateException refused) {
            status = 400;
            String[] said = String.valueOf(refused.getMessage()).split(": ", 2);
            body = JSON.writeValueAsBytes(
                    JSON.createObjectNode().put("__type", said[0]).put("message", said[said.length - 1]));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** AWS's client, led here, without attempts of its own. */
    AwsTestState client() {
        return client(uri());
    }

    static AwsTestState client(URI uri) {
        return new AwsTestState(SfnClient.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .overrideConfiguration(options -> options.retryStrategy(strategy -> strategy.maxAttempts(1))
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .build());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
