package io.github.asltestkit.mock.lambda;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A function behind Lambda's runtime interface emulator, as the answer of a mock: a container image of AWS, or
 * {@code sam local}. Each call is an invocation at the emulator's address, in real time; on the virtual clock it takes none.
 *
 * <p>{@code harness.mockLambda("charge").answers(LambdaEmulator.at("http://localhost:9000"))}
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-test.html">Testing Lambda container images locally</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class LambdaEmulator implements Function<TaskCall, Object> {
    private static final String FUNCTION = "function";

    private final String address;
    private final String function;
    private final Duration timeout;

    private LambdaEmulator(String address, String function, Duration timeout) {
        this.address = address;
        this.function = function;
        this.timeout = timeout;
    }

    /**
     * The function at an address. The emulator calls every function {@code function}.
     *
     * @param address such as {@code http://localhost:9000}
     * @throws IllegalArgumentException if it is not an HTTP address
     */
    public static LambdaEmulator at(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(notAnAddress(address), malformed);
        }
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).startsWith("http")) {
            throw new IllegalArgumentException(notAnAddress(address));
        }
        return new LambdaEmulator(address.replaceFirst("/+$", ""), FUNCTION, Duration.ofSeconds(30));
    }

    private static String notAnAddress(String address) {
        return "\"" + address + "\" is not the address of an HTTP server, such as http://localhost:9000";
    }

    /** The function's name at the address, where a server such as {@code sam local start-lambda} has several. */
    public LambdaEmulator function(String name) {
        return new LambdaEmulator(address, name, timeout);
    }

    /**
     * How long, in real time, the emulator has to answer; 30 seconds if nothing is said.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public LambdaEmulator timeout(Duration realTime) {
        if (realTime.isZero() || realTime.isNegative()) {
            throw new IllegalArgumentException("The emulator has a positive time to answer, but was given " + realTime);
        }
        return new LambdaEmulator(address, function, realTime);
    }

    /**
     * Invokes the function.
     *
     * @throws IllegalStateException if the emulator cannot be reached, or refuses the request: this is no error of the function
     */
    @Override
    public Object apply(TaskCall call) {
        HttpResponse<String> response = send(call);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "The emulator at " + address + " answered " + response.statusCode() + ": " + response.body());
        }
        JsonNode output = JsonText.tryParse(response.body());
        Step failure = failure(call, response, output);
        if (failure != null) {
            return new TaskReaction(List.of(failure));
        }
        JsonNode returned =
                LambdaFunction.returned(call, output == null ? JsonNodeFactory.instance.nullNode() : output);
        return new TaskReaction(List.of(
                call.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN
                        ? new Step.Submitted(Duration.ZERO, returned)
                        : new Step.Succeeded(Duration.ZERO, returned)));
    }

    private HttpResponse<String> send(TaskCall call) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/2015-03-31/functions/" + function + "/invocations"))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonText.write(call.payload())))
                .build();
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(timeout)
                    .build()
                    .send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(
                    "The emulator at " + address + " cannot be reached: " + unreachable, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted while it waited for " + address, interrupted);
        }
    }

    /**
     * How the function failed; null if it did not. The emulator says so by the payload alone, where Lambda has a header as well:
     * an error's type and message; words that are not JSON of a function that ran out of time; nothing of one that died.
     */
    private static @Nullable Step failure(TaskCall call, HttpResponse<String> response, @Nullable JsonNode output) {
        boolean told = response.headers().firstValue("X-Amz-Function-Error").isPresent();
        if (output == null) {
            return response.body().isBlank()
                    ? failed(
                            call,
                            "Runtime.ExitError",
                            report("Runtime.ExitError", "Error: Runtime exited without a response"))
                    : failed(
                            call,
                            "Sandbox.Timedout",
                            report("Sandbox.Timedout", response.body().strip()));
        }
        JsonNode type = output.path("errorType");
        if (told || (type.isTextual() && output.path("errorMessage").isTextual())) {
            return failed(call, type.isTextual() ? type.textValue() : "Unhandled", JsonText.write(output));
        }
        return null;
    }

    private static Step failed(TaskCall call, String error, String cause) {
        return Step.refusal(call.resource().pattern(), Duration.ZERO, error, cause);
    }

    private static String report(String type, String message) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("errorType", type);
        report.put("errorMessage", message);
        return report.toString();
    }
}
