package io.github.asltestkit.diagnostic;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * How bad a problem is, in the words of the Step Functions API.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">ValidateStateMachineDefinitionDiagnostic</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum Severity {
    /** The definition is refused. */
    ERROR,
    /** The definition is taken, though something of it looks wrong. */
    WARNING
}
