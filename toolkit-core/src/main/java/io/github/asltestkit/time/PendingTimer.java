package io.github.asltestkit.time;

import java.time.Instant;

/**
 * A timer that waits on the virtual clock.
 *
 * @param due when it fires, on the virtual clock
 * @param reason what it is for, in the words of the definition: {@code HeartbeatSeconds 600 of Push to SQS, attempt 1}, {@code
 *     Wait state Cool down}, {@code retry of Charge by Retry[0], attempt 2}, {@code scripted answer to Charge, attempt 1},
 *     {@code the one-year quota of} an execution
 */
public record PendingTimer(Instant due, String reason) {}
