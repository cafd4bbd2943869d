package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it was found, on its own or in a template.
 *
 * @param definition the model; null where errors keep it from being made. Where there are errors it is not to be run
 * @param name the state machine's name: as the template says, else its logical id, else the file's name
 * @param express whether the template says that the type is EXPRESS
 * @param region the region that the template deploys to; null if it names none, or one that only a deployment knows
 * @param settings what a template says of tracing and logging
 * @param logicalId the logical id in the template; null where the file is the definition itself
 * @param diagnostics all problems found, sorted by place
 * @param source the text in which the places are; null where it cannot be read
 */
@API(status = MAINTAINED, since = "0.1")
public record LoadedDefinition(
        @Nullable Definition definition,
        String name,
        boolean express,
        @Nullable String region,
        StateMachineSettings settings,
        @Nullable String logicalId,
        List<Diagnostic> diagnostics,
        @Nullable DefinitionSource source) {

    /** The same definition with these problems. */
    public LoadedDefinition withDiagnostics(List<Diagnostic> found) {
        return new LoadedDefinition(definition, name, express, region, settings, logicalId, found, source);
    }

    /** Whether an error keeps the definition from being run. */
    public boolean isRefused() {
        if (definition == null) {
            return true;
        }
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }
}
