package io.github.asltestkit;

/**
 * The type of a state machine.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</a>
 */
public enum StateMachineType {
    /** Up to a year, with a history of up to 25,000 events and all integration patterns. */
    STANDARD,
    /** Up to five minutes, request response only. */
    EXPRESS
}
