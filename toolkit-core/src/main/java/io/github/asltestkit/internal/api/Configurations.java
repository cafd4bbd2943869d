package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import org.jspecify.annotations.Nullable;

/** What a state machine is configured to do beside running, which the toolkit keeps and gives back. */
final class Configurations {
    private Configurations() {}

    /**
     * A {@code LoggingConfiguration} with its defaults.
     *
     * @throws StepFunctionsException InvalidLoggingConfiguration, where a level but OFF has not exactly one destination
     */
    static JsonNode logging(@Nullable JsonNode given) {
        ObjectNode logging = Answers.empty();
        String level = "OFF";
        boolean data = false;
        JsonNode destinations = null;
        if (given != null) {
            level = given.path("level").asText("OFF");
            data = given.path("includeExecutionData").asBoolean();
            destinations = given.get("destinations");
        }
        int count = destinations == null ? 0 : destinations.size();
        if (count > 1 || (count == 0 && !level.equals("OFF"))) {
            throw new StepFunctionsException(
                    "InvalidLoggingConfiguration",
                    "Invalid Logging Configuration: Must specify exactly one Log Destination.");
        }
        logging.put("level", level);
        logging.put("includeExecutionData", data);
        if (count > 0) {
            logging.set("destinations", destinations);
        }
        return logging;
    }

    static JsonNode tracing(@Nullable JsonNode given) {
        boolean enabled = given != null && given.path("enabled").asBoolean();
        return Answers.empty().put("enabled", enabled);
    }

    /**
     * An {@code EncryptionConfiguration} with its defaults.
     *
     * @throws StepFunctionsException InvalidEncryptionConfiguration
     */
    static JsonNode encryption(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return Answers.empty().put("type", "AWS_OWNED_KEY");
        }
        boolean own = given.path("type").asText().equals("CUSTOMER_MANAGED_KMS_KEY");
        if (own != given.hasNonNull("kmsKeyId")) {
            throw new StepFunctionsException(
                    "InvalidEncryptionConfiguration",
                    own
                            ? "Invalid Encryption Configuration: 'kmsKeyId must be specified for"
                                    + " CUSTOMER_MANAGED_KMS_KEY'"
                            : "Invalid Encryption Configuration: 'kmsKeyId must not be specified for AWS_OWNED_KEY'");
        }
        return given;
    }
}
