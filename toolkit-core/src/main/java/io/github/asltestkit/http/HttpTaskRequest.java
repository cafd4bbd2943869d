package io.github.asltestkit.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The request that an HTTP Task sends.
 *
 * @param method such as {@code POST}
 * @param url the endpoint with its query
 * @param headers the headers in their order, without {@code Host} and what a client adds by itself
 * @param body the body as text; null where there is none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">Call HTTPS APIs</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record HttpTaskRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body) {

    /** Headers that a definition must not have. */
    private static final Set<String> FORBIDDEN = Set.of(
            "a-im",
            "accept-charset",
            "accept-datetime",
            "accept-encoding",
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-md5",
            "date",
            "expect",
            "forwarded",
            "from",
            "host",
            "http2-settings",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "max-forwards",
            "origin",
            "pragma",
            "proxy-authorization",
            "referer",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "warning");

    private static final Pattern FORBIDDEN_FAMILY = Pattern.compile("x-(forwarded|amz|amzn)-.*");

    /** Keeps a copy of the headers, in their order. */
    public HttpTaskRequest {
        headers = new LinkedHashMap<>(headers);
    }

    /**
     * The request of a task.
     *
     * @param parameters what the state gives: {@code ApiEndpoint}, {@code Method}, {@code Headers}, ...
     * @param connection what the task's connection adds, or null
     * @param region the region that the user agent names
     * @throws HttpTaskException if the request cannot be made
     */
    static HttpTaskRequest of(JsonNode parameters, @Nullable HttpConnection connection, String region) {
        HttpConnection added = HttpConnection.orNone(connection);
        Map<String, String> headers = headers(parameters.path("Headers"));
        added.authorization().forEach((name, value) -> replace(headers, name, value));
        added.headers().forEach((name, value) -> replace(headers, name, value));
        headers.put("User-Agent", "Amazon|StepFunctions|HttpInvoke|" + region);
        headers.put("Range", "bytes=0-" + Quotas.PAYLOAD_BYTES);
        return new HttpTaskRequest(
                required(parameters, "Method").toUpperCase(Locale.ROOT),
                url(parameters, added),
                headers,
                body(parameters, added));
    }

    private static String required(JsonNode parameters, String field) {
        JsonNode value = parameters.path(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new HttpTaskException("The parameter " + field + " of an HTTP Task must be a string");
        }
        return value.textValue();
    }

    private static Map<String, String> headers(JsonNode given) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : given.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(name) || FORBIDDEN_FAMILY.matcher(name).matches()) {
                throw new HttpTaskException("The header " + header.getKey() + " cannot be used in an HTTP Task");
            }
            replace(headers, header.getKey(), String.join(", ", texts(header.getValue())));
        }
        return headers;
    }

    /** Header names are the same in any case. */
    private static void replace(Map<String, String> headers, String name, String value) {
        headers.keySet().removeIf(name::equalsIgnoreCase);
        headers.put(name, value);
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.asText()));
        } else {
            texts.add(value.isContainerNode() ? value.toString() : value.asText());
        }
        return texts;
    }

    private static String url(JsonNode parameters, HttpConnection added) {
        String endpoint = required(parameters, "ApiEndpoint");
        JsonNode given = parameters.path("QueryParameters");
        List<String> query = new ArrayList<>();
        if (given.isTextual()) {
            query.add(given.textValue());
        }
        for (Map.Entry<String, JsonNode> parameter : given.properties()) {
            if (!added.queryParameters().containsKey(parameter.getKey())) {
                texts(parameter.getValue()).forEach(text -> query.add(FormEncoding.pair(parameter.getKey(), text)));
            }
        }
        added.queryParameters().forEach((name, value) -> query.add(FormEncoding.pair(name, value)));
        if (query.isEmpty()) {
            return endpoint;
        }
        return endpoint + (endpoint.contains("?") ? "&" : "?") + String.join("&", query);
    }

    private static @Nullable String body(JsonNode parameters, HttpConnection added) {
        JsonNode body = parameters.path("RequestBody");
        if (!added.bodyParameters().isEmpty()) {
            if (!body.isObject() && !body.isMissingNode()) {
                throw new HttpTaskException(
                        "The request body of the HTTP Task is not an object, so the body parameters of its connection"
                                + " cannot be merged into it");
            }
            ObjectNode merged = body.isObject() ? body.deepCopy() : JsonNodeFactory.instance.objectNode();
            added.bodyParameters().forEach(merged::put);
            body = merged;
        }
        if (body.isMissingNode()) {
            return null;
        }
        JsonNode transform = parameters.path("Transform");
        if (transform.path("RequestBodyEncoding").asText().equals("URL_ENCODED")) {
            String format =
                    transform.path("RequestEncodingOptions").path("ArrayFormat").asText("INDICES");
            return FormEncoding.of(format).encode(body);
        }
        return body.isTextual() ? body.textValue() : body.toString();
    }
}
