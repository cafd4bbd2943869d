package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code Retry}, as written: null where a field is absent, and AWS's default applies.
 *
 * @param errorEquals the error names it retries, as written
 * @param intervalSeconds the seconds before the first retry; by default 1
 * @param maxAttempts the number of retries, the first try not among them; 0 for none, by default 3
 * @param backoffRate by what the interval grows with each retry; by default 2.0
 * @param maxDelaySeconds the seconds that an interval grows to at most; by default there is no bound
 * @param fullJitter whether {@code JitterStrategy} is {@code FULL}: a wait is then of any length up to the interval
 * @param pointer the JSON pointer of the element, such as {@code /States/Charge/Retry/0}
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record Retrier(
        List<String> errorEquals,
        @Nullable Long intervalSeconds,
        @Nullable Long maxAttempts,
        @Nullable Double backoffRate,
        @Nullable Long maxDelaySeconds,
        boolean fullJitter,
        String pointer) {}
