package io.github.asltestkit.endpoint.awssdk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import org.apiguardian.api.API;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;

/** Makes clients of the AWS SDK for Java 2 talk to an endpoint. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AwsClients {
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
}
