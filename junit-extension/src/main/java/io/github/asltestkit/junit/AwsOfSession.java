package io.github.asltestkit.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.ProofResult;
import io.github.asltestkit.proof.Prover;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.TestStateService;
import io.github.asltestkit.proof.awssdk.AwsTestState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * AWS as all classes of a session ask it: with one budget of requests, and one pace. This is the only class of the extension that
 * loads the AWS SDK, and it is loaded only to ask.
 */
final class AwsOfSession {
    private final Client client;
    private final Prover prover;

    private AwsOfSession(ProofSettings settings) {
        this.client = new Client(settings.endpoint());
        this.prover = new Prover(client, AwsOfSession::sleep)
                .withMaxRequests(settings.maxRequests())
                .withRequestsPerSecond(settings.requestsPerSecond());
    }

    /**
     * Asks about the stays that a folder does not know.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if the AWS SDK is not on the class path
     */
    static ProofResult prove(ExtensionContext context, ProofSettings settings, ProofFolder folder, List<Stay> stays) {
        try {
            AwsOfSession session =
                    Stores.findOrMake(context.getRoot(), AwsOfSession.class, () -> new AwsOfSession(settings));
            try {
                return session.prover.prove(folder, stays, count -> System.out.println(folder.path() + ": " + count));
            } finally {
                session.client.close();
            }
        } catch (NoClassDefFoundError noSdk) {
            throw Settings.refuse(
                    "To ask AWS, add the AWS SDK for Java 2 to the tests: software.amazon.awssdk:sfn, and an HTTP client of it"
                            + " such as software.amazon.awssdk:url-connection-client (not found: "
                            + noSdk.getMessage() + ")",
                    noSdk);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two requests to AWS", stopped);
        }
    }

    /** A client for each class that asks, so that none is left open. */
    private static final class Client implements TestStateService {
        private final @Nullable URI endpoint;
        private @Nullable AwsTestState aws;

        Client(@Nullable URI endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public synchronized JsonNode testState(JsonNode request) {
            AwsTestState client = aws == null ? AwsTestState.create(endpoint) : aws;
            aws = client;
            return client.testState(request);
        }

        synchronized void close() {
            if (aws != null) {
                aws.close();
                aws = null;
            }
        }
    }
}
