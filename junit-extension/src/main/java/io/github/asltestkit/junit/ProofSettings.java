package io.github.asltestkit.junit;

import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.proof.Prover;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The configuration parameters of proofs.
 *
 * @param prove {@code asl.testkit.prove}: whether AWS is asked about what is not known yet
 * @param maxRequests {@code asl.testkit.prove.maxRequests}: how often it is asked at most, in one run of the tests
 * @param requestsPerSecond {@code asl.testkit.prove.requestsPerSecond}: for an account whose quota was raised
 * @param endpoint {@code asl.testkit.prove.endpoint}: where AWS is asked, if not at the region's own address; null for that
 */
record ProofSettings(
        boolean prove,
        int maxRequests,
        int requestsPerSecond,
        @Nullable URI endpoint) {
    static final String PROVE = Settings.PREFIX + "prove";
    private static final String MAX_REQUESTS = PROVE + ".maxRequests";
    private static final String PER_SECOND = PROVE + ".requestsPerSecond";
    private static final String ENDPOINT = PROVE + ".endpoint";

    static ProofSettings of(ExtensionContext context) {
        String endpoint = text(context, ENDPOINT, "");
        return new ProofSettings(
                Boolean.parseBoolean(text(context, PROVE, "false")),
                number(context, MAX_REQUESTS, Prover.MAX_REQUESTS),
                number(context, PER_SECOND, 1),
                endpoint.isEmpty() ? null : address(endpoint));
    }

    private static String text(ExtensionContext context, String name, String usual) {
        String text = context.getConfigurationParameter(name).orElse("").strip();
        return text.isEmpty() ? usual : text;
    }

    private static int number(ExtensionContext context, String name, int usual) {
        String text = text(context, name, String.valueOf(usual));
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            number = 0;
        }
        if (number < 1) {
            throw Settings.refuse(
                    "Configuration parameter " + name + " \"" + Text.ascii(text) + "\" is not a whole number from 1 on",
                    null);
        }
        return number;
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw refused(text, noAddress);
        }
        throw refused(text, null);
    }

    private static RuntimeException refused(String text, @Nullable Throwable cause) {
        return Settings.refuse(
                "Configuration parameter " + ENDPOINT + " \"" + Text.ascii(text)
                        + "\" is not an address: write one such as https://vpce-1.states.us-east-1.vpce.amazonaws.com",
                cause);
    }
}
