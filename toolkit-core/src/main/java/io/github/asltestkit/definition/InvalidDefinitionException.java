package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import org.apiguardian.api.API;

/** A definition that cannot be run; the message is the text of all its problems. */
@API(status = MAINTAINED, since = "0.1")
public final class InvalidDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * A refusal of a definition.
     *
     * @param message the text of the problems, as {@code DiagnosticFormat} writes it
     * @param diagnostics the problems, sorted by place
     */
    public InvalidDefinitionException(String message, List<Diagnostic> diagnostics) {
        super(message);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** All the problems found, errors and warnings, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
