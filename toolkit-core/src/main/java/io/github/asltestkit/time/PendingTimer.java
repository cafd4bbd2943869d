package io.github.asltestkit.time;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * A timer that waits on the virtual clock.
 *
 * @param due when it fires, on the virtual clock
 * @param reason what it is for, in the words of the definition: {@code HeartbeatSeconds 600 of Push to SQS, attempt 1}, {@code
 *     Wait state Cool down}, {@code retry of Charge by Retry[0], attempt 2}, {@code scripted answer to Charge, attempt 1},
 *     {@code the one-year quota of} an execution
 */
@API(status = MAINTAINED, since = "0.1")
public record PendingTimer(Instant due, String reason) {}
