package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How many runs of an exploration ended alike.
 *
 * @param status the status; RUNNING for runs that wait for the one-year quota
 * @param error the error's name; null if there is none
 * @param runs how many runs
 * @param earliest the virtual time of the shortest of them
 * @param latest the virtual time of the longest of them
 * @param first the smallest plan that ends so
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Outcome(
        ExecutionStatus status, @Nullable String error, long runs, Duration earliest, Duration latest, Plan first) {}
