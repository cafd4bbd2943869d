package io.github.asltestkit.http;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an EventBridge connection adds to the requests of HTTP Tasks: its authorization, and headers, query parameters and
 * fields of the body, which take the place of the definition's own of the same name. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#http-task-data-merge">Merging
 *     EventBridge connection and HTTP Task definition data</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class HttpConnection {
    private final Map<String, String> authorization;
    private final Map<String, String> headers;
    private final Map<String, String> queryParameters;
    private final Map<String, String> bodyParameters;

    private HttpConnection(
            Map<String, String> authorization,
            Map<String, String> headers,
            Map<String, String> queryParameters,
            Map<String, String> bodyParameters) {
        this.authorization = authorization;
        this.headers = headers;
        this.queryParameters = queryParameters;
        this.bodyParameters = bodyParameters;
    }

    private static HttpConnection authorizedBy(String header, String value) {
        return new HttpConnection(Map.of(header, value), Map.of(), Map.of(), Map.of());
    }

    /** Basic authorization, in UTF-8. */
    public static HttpConnection basic(String username, String password) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return authorizedBy("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** Authorization by an API key in a header of that name. */
    public static HttpConnection apiKey(String headerName, String value) {
        return authorizedBy(headerName, value);
    }

    /** OAuth, of which an API sees this access token; nobody is asked for one. */
    public static HttpConnection bearer(String accessToken) {
        return authorizedBy("Authorization", "Bearer " + accessToken);
    }

    /** With a header more. */
    public HttpConnection withHeader(String name, String value) {
        return new HttpConnection(authorization, with(headers, name, value), queryParameters, bodyParameters);
    }

    /** With a query parameter more. */
    public HttpConnection withQueryParameter(String name, String value) {
        return new HttpConnection(authorization, headers, with(queryParameters, name, value), bodyParameters);
    }

    /** With a field of the request body more. */
    public HttpConnection withBodyParameter(String name, String value) {
        return new HttpConnection(authorization, headers, queryParameters, with(bodyParameters, name, value));
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    /** The connection, or one that adds nothing. */
    static HttpConnection orNone(@Nullable HttpConnection connection) {
        return connection == null ? new HttpConnection(Map.of(), Map.of(), Map.of(), Map.of()) : connection;
    }

    Map<String, String> authorization() {
        return authorization;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, String> queryParameters() {
        return queryParameters;
    }

    Map<String, String> bodyParameters() {
        return bodyParameters;
    }
}
