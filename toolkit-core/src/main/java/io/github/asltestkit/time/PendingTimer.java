package io.github.asltestkit.time;

import java.time.Instant;

/**
 * A timer that waits on the virtual clock.
 *
 * @param due when it fires
 * @param reason what it is for, such as {@code HeartbeatSeconds of Push to SQS}
 */
public record PendingTimer(Instant due, String reason) {}
