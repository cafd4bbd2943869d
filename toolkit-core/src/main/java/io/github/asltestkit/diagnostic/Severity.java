package io.github.asltestkit.diagnostic;

/** How bad a problem is, in the words of the Step Functions API ({@code ValidateStateMachineDefinitionSeverity}). */
public enum Severity {
    ERROR,
    WARNING
}
