package io.github.asltestkit.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One problem of a definition: {@code severity}, {@code code}, {@code message} and {@code location} are those that
 * ValidateStateMachineDefinition would return.
 *
 * @param severity whether the definition is refused
 * @param code AWS's code, such as {@code MISSING_TRANSITION_TARGET}, or one of ours for a warning AWS does not give
 * @param message what is wrong
 * @param location where it is wrong
 * @param hint what to do about it ("did you mean ..."), or null
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        Location location,
        @Nullable String hint) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
