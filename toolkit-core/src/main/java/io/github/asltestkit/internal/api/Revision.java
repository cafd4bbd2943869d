package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine is between two updates. Immutable.
 *
 * @param id the revision's id; null of the first, which AWS gives none
 * @param definition the definition as the caller wrote it
 * @param encryption the {@code EncryptionConfiguration}
 * @param variableReferences the variables that each state reads
 * @param sinceMillis when it became what the state machine is
 */
record Revision(
        @Nullable String id,
        Machine machine,
        String definition,
        String roleArn,
        JsonNode logging,
        JsonNode tracing,
        JsonNode encryption,
        Map<String, List<String>> variableReferences,
        long sinceMillis) {

    /** Whether an update to the other changes nothing; blanks in a definition are nothing. */
    boolean isSameAs(Revision other) {
        return Objects.equals(JsonText.tryParse(definition), JsonText.tryParse(other.definition))
                && roleArn.equals(other.roleArn)
                && isConfiguredAs(other);
    }

    private boolean isConfiguredAs(Revision other) {
        return logging.equals(other.logging) && tracing.equals(other.tracing) && encryption.equals(other.encryption);
    }
}
