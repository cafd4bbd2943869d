package io.github.asltestkit.diagnostic;

/**
 * How bad a problem is, in the words of the Step Functions API.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">ValidateStateMachineDefinitionDiagnostic</a>
 */
public enum Severity {
    /** The definition is refused. */
    ERROR,
    /** The definition is taken, though something of it looks wrong. */
    WARNING
}
