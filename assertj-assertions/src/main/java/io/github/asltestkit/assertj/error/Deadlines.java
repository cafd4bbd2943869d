package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Awaited;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an attempt of a Task times out.
 *
 * @param set when the time began to run; null where it has not
 * @param heartbeats when heartbeats came in time
 * @param heartbeatDue when the next heartbeat is due; null where none is
 * @param timeoutDue when TimeoutSeconds pass; null where they do not
 */
public record Deadlines(
        @Nullable Instant set,
        List<Instant> heartbeats,
        @Nullable Instant heartbeatDue,
        @Nullable Instant timeoutDue) {

    public static Deadlines of(Attempt attempt) {
        // An Activity that no worker takes is given up TimeoutSeconds after it was scheduled; heartbeats are not due
        // yet.
        boolean waitsForWorker = attempt.awaited() == Awaited.WORKER_TO_TAKE_IT;
        Instant set = waitsForWorker ? attempt.scheduledAt() : attempt.startedAt();
        List<Instant> heartbeats = attempt.heartbeats();
        Long heartbeat = waitsForWorker || !countsHeartbeats(attempt) ? null : attempt.heartbeatSeconds();
        Instant from = heartbeats.isEmpty() ? set : heartbeats.get(heartbeats.size() - 1);
        Long timeout = attempt.timeoutSeconds();
        return new Deadlines(
                set,
                heartbeats,
                heartbeat == null || from == null ? null : from.plusSeconds(heartbeat),
                timeout == null || set == null ? null : set.plusSeconds(timeout));
    }

    /** Whether HeartbeatSeconds counts: for a call that is over with its response, it does not. */
    static boolean countsHeartbeats(Attempt attempt) {
        String resource = attempt.resource();
        return resource != null
                && (resource.endsWith(".waitForTaskToken")
                        || resource.contains(".sync")
                        || resource.contains(":activity:"));
    }

    /** The one that comes first; null where there is none. */
    public @Nullable Instant next() {
        if (heartbeatDue == null || timeoutDue == null) {
            return heartbeatDue == null ? timeoutDue : heartbeatDue;
        }
        return heartbeatDue.isBefore(timeoutDue) ? heartbeatDue : timeoutDue;
    }
}
