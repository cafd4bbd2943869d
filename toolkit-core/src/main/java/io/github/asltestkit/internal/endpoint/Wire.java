package io.github.asltestkit.internal.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The protocol awsJson 1.0, the only one that the API's model names and that its SDKs speak: the operation in
 * {@code X-Amz-Target}, JSON in the body, errors by {@code __type} and {@code x-amzn-ErrorType}. Also taken as 1.1.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0 protocol</a>
 */
public final class Wire {
    /** More than the largest definition with the largest escapes; a larger body is refused unread. */
    public static final int MAX_BODY = 8 * 1024 * 1024;

    static final String TARGET_PREFIX = "AWSStepFunctions.";

    /** How long GetActivityTask waits, as the service does, on the virtual clock or in real time. */
    private static final Duration POLL = Duration.ofSeconds(60);

    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Served served;
    private final Changes changes;
    private final Control control;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicLong requestIds = new AtomicLong();

    Wire(Served served, Changes changes, Control control) {
        this.served = served;
        this.changes = changes;
        this.control = control;
    }

    /** Whether a request is the endpoint's business. */
    public static boolean isOurs(String method, String path, @Nullable String target) {
        return path.startsWith(Control.PREFIX)
                || (method.equals("POST") && path.equals("/") && target != null && target.startsWith(TARGET_PREFIX));
    }

    /** Answers a request, whatever it is. */
    public WireResponse answer(WireRequest request) {
        if (!changes.begin()) {
            return error(request, 503, "ServiceUnavailable", "The endpoint is closed");
        }
        try {
            return served.asGuest(() -> answerOpen(request));
        } finally {
            changes.end();
        }
    }

    private WireResponse answerOpen(WireRequest request) {
        String refusal = Loopback.refusal(request.host(), request.origin());
        if (refusal != null) {
            return error(request, 403, "AccessDeniedException", refusal);
        }
        if (request.body().length > MAX_BODY) {
            return error(
                    request,
                    413,
                    "RequestEntityTooLargeException",
                    "The body of a request is at most " + MAX_BODY + " bytes");
        }
        try {
            JsonNode body = read(request.body());
            if (request.path().startsWith(Control.PREFIX)) {
                if (request.method().equals("POST") && !isJson(request.contentType())) {
                    return error(
                            request,
                            415,
                            "UnsupportedMediaTypeException",
                            "Send requests to " + request.path() + " with the header Content-Type: application/json");
                }
                return json(200, "application/json", control.answer(request.method(), request.path(), body));
            }
            String target = request.target();
            if (!isOurs(request.method(), request.path(), target) || target == null) {
                throw new StepFunctionsException(
                        "UnknownOperationException",
                        "Not a call of Step Functions: " + request.method() + " " + request.path()
                                + " with X-Amz-Target " + target);
            }
            return json(200, contentType(request), call(target.substring(TARGET_PREFIX.length()), body));
        } catch (StepFunctionsException refused) {
            return error(request, 400, refused.code(), refused.detail());
        } catch (EndpointClosedException closed) {
            return error(request, 503, "ServiceUnavailable", String.valueOf(closed.getMessage()));
        } catch (UnmockedCallException unmocked) {
            failure.compareAndSet(null, unmocked);
            return error(request, 400, "UnmockedCallException", String.valueOf(unmocked.getMessage()));
        } catch (RuntimeException broken) {
            failure.compareAndSet(null, broken);
            return error(request, 500, "InternalFailure", String.valueOf(broken.getMessage()));
        } finally {
            // Whoever waits for an execution that failed here shall see it.
            if (failure.get() != null) {
                changes.signal();
            }
        }
    }

    /** What kept a request from being answered, once. */
    @Nullable
    RuntimeException takeFailure() {
        return failure.getAndSet(null);
    }

    private JsonNode call(String operation, JsonNode request) {
        if (!operation.equals("GetActivityTask")) {
            return served.call(operation, request);
        }
        Instant until = served.clock().instant().plus(POLL);
        long left = POLL.toNanos();
        while (true) {
            long seen = changes.count();
            JsonNode task = served.call(operation, request);
            boolean over =
                    left <= 0 || changes.isClosed() || !served.clock().instant().isBefore(until);
            if (!task.isEmpty() || over) {
                return task;
            }
            try {
                left = changes.await(seen, left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return task;
            }
        }
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new StepFunctionsException(
                    "SerializationException",
                    "The body is not JSON: " + JsonText.withoutHints(notJson.getOriginalMessage()));
        } catch (NumberFormatException beyond) {
            throw new StepFunctionsException(
                    "SerializationException", "The body is not JSON: " + JsonText.BEYOND_NUMBERS);
        } catch (IOException notText) {
            throw new StepFunctionsException("SerializationException", "The body is not JSON");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.replaceFirst(";.*", "").strip();
        return type.equalsIgnoreCase("application/json");
    }

    private static String contentType(WireRequest request) {
        String given = request.contentType();
        return given != null && given.startsWith("application/x-amz-json-1.") ? given : JSON_1_0;
    }

    private WireResponse error(WireRequest request, int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("__type", namespace(code) + "#" + code);
        body.put("message", message);
        WireResponse response = json(status, contentType(request), body);
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.put("x-amzn-ErrorType", code);
        return new WireResponse(status, headers, response.body());
    }

    private static String namespace(String code) {
        return switch (code) {
            case "ValidationException" -> "com.amazon.coral.validate";
            case "SerializationException", "UnknownOperationException", "InternalFailure" -> "com.amazon.coral.service";
            default -> "com.amazonaws.swf.service.v2.model";
        };
    }

    private WireResponse json(int status, String contentType, JsonNode body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put(
                "x-amzn-RequestId",
                String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", requestIds.incrementAndGet()));
        return new WireResponse(status, headers, body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
