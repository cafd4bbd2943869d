package io.github.asltestkit.endpoint.awssdk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import java.net.URI;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

/** Makes clients of the AWS SDK for Java 2 talk to an endpoint. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AwsClients {
    /** The SDK wants an address when a client is made. Nobody listens on port 1 of this machine. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private AwsClients() {}

    /**
     * Sets the endpoint, a region and no credentials, and switches host prefixes off: StartSyncExecution and TestState put
     * {@code sync-} before the host, and no such name leads to this machine. For clients of every service, as the
     * WireMock server behind an endpoint may have stubs for them.
     *
     * @param builder such as {@code SfnClient.builder()}; what was set before and is not named above stays
     * @return the same builder
     */
    public static <B extends AwsClientBuilder<B, ?>> B connect(B builder, StepFunctionsEndpoint endpoint) {
        return builder.endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)
                        .build());
    }

    /**
     * As {@link #connect(AwsClientBuilder, StepFunctionsEndpoint)}, for a client that is made before there is an endpoint, and
     * that outlives the endpoint of each test: a bean of Spring, Micronaut or Quarkus. Each request goes to the endpoint that
     * the supplier returns at that moment. What the supplier throws, such as that there is no endpoint now, fails the
     * request: no request ever leaves this machine.
     *
     * @param endpoint asked at each request, on the thread that makes it
     * @return the same builder
     */
    public static <B extends AwsClientBuilder<B, ?>> B connect(B builder, Supplier<StepFunctionsEndpoint> endpoint) {
        return builder.endpointOverride(NOWHERE)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)
                        .addExecutionInterceptor(new Follow(endpoint))
                        .build());
    }

    /** Turns each request to where the endpoint is now. */
    private record Follow(Supplier<StepFunctionsEndpoint> endpoint) implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            URI uri = endpoint.get().uri();
            return context.httpRequest().toBuilder()
                    .protocol(uri.getScheme())
                    .host(uri.getHost())
                    .port(uri.getPort())
                    .build();
        }
    }
}
