package io.github.asltestkit.internal.spec;

/**
 * What a Retrier means that leaves out a field.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error">
 *     Retrying after an error</a>
 */
public final class RetryDefaults {
    public static final long INTERVAL_SECONDS = 1;
    public static final long MAX_ATTEMPTS = 3;
    public static final double BACKOFF_RATE = 2.0;

    private RetryDefaults() {}
}
