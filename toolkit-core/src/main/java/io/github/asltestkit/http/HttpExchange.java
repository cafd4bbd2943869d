package io.github.asltestkit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sends the request of an HTTP Task and turns the response into what the state sees. */
final class HttpExchange {
    private static final Pattern BINARY = Pattern.compile("(application/octet-stream|image/|video/|audio/).*");

    private static final String JSON = "application/json; charset=UTF-8";

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout how long the server has, in real time */
    HttpExchange(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * What becomes of a request at a server.
     *
     * @param shown the request without what its connection adds, which is secret: messages have this one
     * @throws HttpTaskException if the response is none that Step Functions can read
     */
    TaskReaction send(HttpTaskRequest request, HttpTaskRequest shown, URI target) {
        try {
            return reaction(client.send(http(request, shown, target), BodyHandlers.ofByteArray()));
        } catch (IOException unreachable) {
            String why = unreachable.getMessage() == null ? unreachable.toString() : unreachable.getMessage();
            return TaskReaction.fail(ErrorNames.HTTP_SOCKET, shown.method() + " " + shown.url() + ": " + why);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return TaskReaction.fail(ErrorNames.HTTP_SOCKET, "The test was interrupted while it waited for a response");
        }
    }

    private HttpRequest http(HttpTaskRequest request, HttpTaskRequest shown, URI target) {
        URI url;
        try {
            URI.create(shown.url());
            url = URI.create(request.url());
        } catch (IllegalArgumentException malformed) {
            throw new HttpTaskException("The ApiEndpoint of the HTTP Task is not an address: " + shown.url());
        }
        String base = target.toString().replaceFirst("/+$", "");
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path + query)).timeout(timeout);
        try {
            builder.method(request.method(), body);
        } catch (IllegalArgumentException noMethod) {
            throw new HttpTaskException("HTTP has no method " + request.method());
        }
        request.headers().forEach((name, value) -> set(builder, name, value));
        boolean typed = request.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
        if (request.body() != null && !typed) {
            builder.setHeader("Content-Type", JSON);
        }
        return builder.build();
    }

    private static void set(HttpRequest.Builder builder, String name, String value) {
        try {
            builder.setHeader(name, value);
        } catch (IllegalArgumentException refused) {
            // Its message quotes the value, which may be a connection's.
            throw new HttpTaskException(
                    "The header " + name + " of the HTTP Task has a name or a value that HTTP does not"
                            + " allow, or that a client must not set");
        }
    }

    private TaskReaction reaction(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (BINARY.matcher(type).matches()) {
            throw new HttpTaskException("A response of the content type " + type + " is not supported");
        }
        String text = text(response.body());
        int status = response.statusCode();
        if (status >= 300) {
            return TaskReaction.fail(ErrorNames.HTTP_STATUS_CODE + status, text);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode headers = result.putObject("Headers");
        response.headers().map().forEach((name, values) -> {
            ArrayNode all = headers.putArray(name.toLowerCase(Locale.ROOT));
            values.forEach(all::add);
        });
        result.set("ResponseBody", body(text));
        result.put("StatusCode", status);
        result.put("StatusText", StatusText.of(status));
        return TaskReaction.succeed(result);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw new HttpTaskException("The response can't be read as a valid string");
        }
    }

    /** JSON where it is JSON, else the text. */
    private static JsonNode body(String text) {
        JsonNode tree = JsonText.tryParse(text);
        return tree == null ? TextNode.valueOf(text) : tree;
    }
}
