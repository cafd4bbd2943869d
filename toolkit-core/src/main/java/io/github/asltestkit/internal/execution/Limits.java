package io.github.asltestkit.internal.execution;

/**
 * The quotas of the service.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step Functions service quotas</a>
 */
final class Limits {
    /** Events in the history of a STANDARD execution. */
    static final long HISTORY_EVENTS = 25_000;

    /** Bytes of a state's or task's input or output, as UTF-8. */
    static final int PAYLOAD_BYTES = 262_144;

    /** Bytes of all variables of an execution together. */
    static final long VARIABLES_BYTES = 10L * 1024 * 1024;

    /** Seconds that a STANDARD execution may run: one year. */
    static final long STANDARD_SECONDS = 365L * 24 * 60 * 60;

    /** Seconds that an EXPRESS execution may run. */
    static final long EXPRESS_SECONDS = 5L * 60;

    /** Seconds after its end within which an execution can be redriven: fourteen days. */
    static final long REDRIVE_SECONDS = 14L * 24 * 60 * 60;

    /** The default of TimeoutSeconds and HeartbeatSeconds, and their greatest value. */
    static final long MAX_TIMEOUT_SECONDS = 99_999_999;

    /** Characters of an error's name. */
    static final int ERROR_LENGTH = 256;

    /** Characters of a cause. */
    static final int CAUSE_LENGTH = 32_768;

    /** Seconds that the server of an HTTP Task has to answer. */
    static final long HTTP_TASK_SECONDS = 60;

    /** Executions that have started one another: no quota of AWS's, but a bound on machines that start themselves. */
    static final int CHAINED_EXECUTIONS = 1000;

    /** Items and batches of a distributed Map that its data flow shows: no quota of AWS's, but a bound on what is kept. */
    static final int SHOWN_ITEMS = 1000;

    private Limits() {}
}
