package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The type of a state machine.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum StateMachineType {
    /** Up to a year, with a history of up to 25,000 events and all integration patterns. */
    STANDARD,
    /** Up to five minutes, request response only. */
    EXPRESS
}
