package io.github.asltestkit.internal.program;

import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import io.github.asltestkit.internal.spec.RetryDefaults;
import java.util.random.RandomGenerator;

/** A Retrier with AWS's defaults filled in. */
public record RetryPolicy(
        ErrorMatcher errors,
        long intervalSeconds,
        long maxAttempts,
        double backoffRate,
        long maxDelaySeconds,
        boolean fullJitter) {

    static RetryPolicy of(Retrier retrier) {
        Long interval = retrier.intervalSeconds();
        Long attempts = retrier.maxAttempts();
        Double rate = retrier.backoffRate();
        Long maxDelay = retrier.maxDelaySeconds();
        return new RetryPolicy(
                new ErrorMatcher(retrier.errorEquals()),
                interval == null ? RetryDefaults.INTERVAL_SECONDS : interval,
                attempts == null ? RetryDefaults.MAX_ATTEMPTS : attempts,
                rate == null ? RetryDefaults.BACKOFF_RATE : rate,
                maxDelay == null ? Long.MAX_VALUE / 1000 : maxDelay,
                retrier.fullJitter());
    }

    /**
     * How long to wait before a retry, in milliseconds.
     *
     * @param retries how often this Retrier has retried already in this visit of the state
     */
    public long delayMillis(long retries, RandomGenerator random) {
        double seconds = Math.min(intervalSeconds * Math.pow(backoffRate, (double) retries), (double) maxDelaySeconds);
        double millis = Math.min(seconds * 1000, Long.MAX_VALUE / 4.0);
        return Math.round(fullJitter ? random.nextDouble() * millis : millis);
    }

    /** The same delay without jitter, in whole seconds, as TestState reports it. */
    public long backoffSeconds(long retries) {
        return (long) Math.min(intervalSeconds * Math.pow(backoffRate, (double) retries), (double) maxDelaySeconds);
    }
}
