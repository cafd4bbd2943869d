package io.github.asltestkit.proof.awssdk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.awssdk.ApiJson;
import io.github.asltestkit.proof.TestStateException;
import io.github.asltestkit.proof.TestStateException.Kind;
import io.github.asltestkit.proof.TestStateService;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InspectionLevel;
import software.amazon.awssdk.services.sfn.model.MockInput;
import software.amazon.awssdk.services.sfn.model.TestStateConfiguration;
import software.amazon.awssdk.services.sfn.model.TestStateRequest;

/**
 * TestState of AWS, by a client of the AWS SDK for Java 2, which must know {@code TestStateRequest.mock}. It never asks for secrets
 * to be revealed.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AwsTestState implements TestStateService, AutoCloseable {
    private static final Set<String> DENIED = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignature",
            "InvalidClientTokenId",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "ExpiredToken",
            "ExpiredTokenException",
            "NotAuthorized",
            "OptInRequired");

    /** The HTTP statuses from which on the service itself failed. */
    private static final int SERVER = 500;

    private final SfnClient client;

    /** TestState by a client of the caller's, which is closed together with this. */
    public AwsTestState(SfnClient client) {
        this.client = client;
    }

    /**
     * TestState with the credentials and the region that the SDK finds: {@code -Daws.profile}, the environment, a role.
     *
     * @param endpoint an address in place of the region's own, such as that of a VPC endpoint; null for the region's own
     * @throws TestStateException if the SDK finds no region, or none of its HTTP clients is on the class path
     */
    public static AwsTestState create(@Nullable URI endpoint) {
        try {
            if (endpoint == null) {
                return new AwsTestState(SfnClient.create());
            }
            // TestState puts "sync-" before the host, and no such name leads to an address of the caller's.
            return new AwsTestState(SfnClient.builder()
                    .endpointOverride(endpoint)
                    .overrideConfiguration(options ->
                            options.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                    .build());
        } catch (SdkClientException unconfigured) {
            throw new TestStateException(Kind.UNCONFIGURED, String.valueOf(unconfigured.getMessage()), unconfigured);
        }
    }

    @Override
    public JsonNode testState(JsonNode request) {
        try {
            return ApiJson.of(client.testState(of(request)));
        } catch (AwsServiceException refused) {
            throw new TestStateException(kind(refused), said(refused), refused);
        } catch (SdkClientException failed) {
            throw new TestStateException(kind(failed), String.valueOf(failed.getMessage()), failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    // ---- the request ----------------------------------------------------------------------------------------

    private static TestStateRequest of(JsonNode json) {
        TestStateRequest.Builder request = TestStateRequest.builder()
                .definition(text(json, "definition"))
                .roleArn(text(json, "roleArn"))
                .stateName(text(json, "stateName"))
                .input(text(json, "input"))
                .variables(text(json, "variables"))
                .context(text(json, "context"))
                .inspectionLevel(InspectionLevel.fromValue(text(json, "inspectionLevel")));
        JsonNode mock = json.path("mock");
        if (mock.isObject()) {
            MockInput.Builder input = MockInput.builder()
                    .result(text(mock, "result"))
                    .fieldValidationMode(text(mock, "fieldValidationMode"));
            JsonNode error = mock.path("errorOutput");
            if (error.isObject()) {
                input.errorOutput(output -> output.error(text(error, "error")).cause(text(error, "cause")));
            }
            request.mock(input.build());
        }
        JsonNode configuration = json.path("stateConfiguration");
        if (configuration.isObject()) {
            request.stateConfiguration(TestStateConfiguration.builder()
                    .retrierRetryCount(number(configuration, "retrierRetryCount"))
                    .mapIterationFailureCount(number(configuration, "mapIterationFailureCount"))
                    .errorCausedByState(text(configuration, "errorCausedByState"))
                    .mapItemReaderData(text(configuration, "mapItemReaderData"))
                    .build());
        }
        return request.build();
    }

    private static @Nullable String text(JsonNode object, String field) {
        return object.path(field).textValue();
    }

    private static @Nullable Integer number(JsonNode object, String field) {
        return object.has(field) ? object.path(field).intValue() : null;
    }

    // ---- failures -------------------------------------------------------------------------------------------

    private static String said(AwsServiceException refused) {
        String message = refused.awsErrorDetails() == null
                ? refused.getMessage()
                : refused.awsErrorDetails().errorMessage();
        return code(refused) + ": " + message;
    }

    private static String code(AwsServiceException refused) {
        String code = refused.awsErrorDetails() == null
                ? null
                : refused.awsErrorDetails().errorCode();
        return code == null ? "HTTP " + refused.statusCode() : code;
    }

    private static Kind kind(AwsServiceException refused) {
        if (refused.isThrottlingException()) {
            return Kind.THROTTLED;
        }
        if (DENIED.contains(code(refused))) {
            return Kind.DENIED;
        }
        return refused.statusCode() >= SERVER ? Kind.UNREACHABLE : Kind.REFUSED;
    }

    /** The SDK has no class of its own for credentials that it does not find. */
    private static Kind kind(SdkClientException failed) {
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("credentials") || message.contains("profile") || message.contains("token")
                ? Kind.UNCONFIGURED
                : Kind.UNREACHABLE;
    }
}
