package io.github.asltestkit.internal.spec;

/**
 * The quotas of the service.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step Functions service quotas</a>
 */
public final class Quotas {
    /** Events in the history of a STANDARD execution. */
    public static final long HISTORY_EVENTS = 25_000;

    /** The cause of an execution that reached {@link #HISTORY_EVENTS}. */
    public static final String HISTORY_EVENTS_CAUSE =
            "The execution reached the maximum number of history events (" + HISTORY_EVENTS + ").";

    /** Bytes, as UTF-8, of the input or output of an execution, a state or a task, and of a batch of items. */
    public static final int PAYLOAD_BYTES = 262_144;

    /** Bytes of all variables of an execution together. */
    public static final long VARIABLES_BYTES = 10L * 1024 * 1024;

    /** Seconds that a STANDARD execution may run: one year. */
    public static final long STANDARD_SECONDS = 365L * 24 * 60 * 60;

    /** Seconds that an EXPRESS execution may run. */
    public static final long EXPRESS_SECONDS = 5L * 60;

    /** Seconds after the end of an execution for which its name is taken: ninety days. */
    public static final long NAME_SECONDS = 90L * 24 * 60 * 60;

    /** Seconds after its end within which an execution can be redriven: fourteen days. */
    public static final long REDRIVE_SECONDS = 14L * 24 * 60 * 60;

    /**
     * The greatest number of seconds in a field of a state.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html">TimeoutSeconds, HeartbeatSeconds</a>
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html">Seconds</a>
     */
    public static final long FIELD_SECONDS = 99_999_999;

    /**
     * The most iterations that an inline Map runs at once.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html">Inline mode</a>
     */
    public static final int INLINE_ITERATIONS = 40;

    /** Characters of an error's name. */
    public static final int ERROR_LENGTH = 256;

    /** Characters of a cause. */
    public static final int CAUSE_LENGTH = 32_768;

    /**
     * Characters of a definition.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</a>
     */
    public static final int DEFINITION_LENGTH = 1_048_576;

    /** Seconds that the server of an HTTP Task has to answer. */
    public static final long HTTP_TASK_SECONDS = 60;

    /**
     * Child executions that a Map Run runs at once.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">MaxConcurrency</a>
     */
    public static final int MAP_RUN_CONCURRENCY = 10_000;

    /**
     * Items that a Map Run reads.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">MaxItems</a>
     */
    public static final long MAP_RUN_ITEMS = 100_000_000;

    private Quotas() {}
}
