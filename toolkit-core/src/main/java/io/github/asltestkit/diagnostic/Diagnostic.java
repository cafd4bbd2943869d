package io.github.asltestkit.diagnostic;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a definition: {@code severity}, {@code code}, {@code message} and {@code awsLocation} are those that
 * ValidateStateMachineDefinition would return.
 *
 * @param severity whether the definition is refused
 * @param code AWS's code, such as {@code MISSING_TRANSITION_TARGET}, or one of ours for a warning AWS does not give
 * @param message what is wrong
 * @param location where it is wrong, as precisely as is known
 * @param hint what to do about it ("did you mean ..."), or null
 * @param awsLocation where AWS says it is, which is often the object around the place, such as
 *     {@code /States/Pick/Choices[0]}; null where AWS names no location
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">
 *     ValidateStateMachineDefinitionDiagnostic</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        Location location,
        @Nullable String hint,
        @Nullable String awsLocation) {

    /** A problem that AWS locates at the same value. */
    public Diagnostic(Severity severity, String code, String message, Location location, @Nullable String hint) {
        this(severity, code, message, location, hint, location.awsLocation());
    }

    /** Whether the definition is refused for it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
