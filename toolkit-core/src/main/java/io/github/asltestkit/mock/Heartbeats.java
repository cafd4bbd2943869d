package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signs of life that a worker gives.
 *
 * @param interval how long after one another
 * @param times how many at most; the end of the task is the end of them too
 */
record Heartbeats(Duration interval, int times) {

    Heartbeats {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("Heartbeats come at a positive interval, but it was " + interval);
        }
        Times.checked("The interval of heartbeats", interval);
        if (times < 1) {
            throw new IllegalArgumentException("There must be at least one heartbeat, but there were " + times);
        }
    }

    boolean areCounted() {
        return times < Integer.MAX_VALUE;
    }

    /** Whether a reaction ends its task. */
    static boolean isEnded(TaskReaction reaction) {
        return end(reaction) != null;
    }

    /** When a reaction ends its task; null if it does not. */
    private static @Nullable Duration end(TaskReaction reaction) {
        return reaction.steps().stream()
                .filter(Step::endsTask)
                .map(Step::after)
                .findFirst()
                .orElse(null);
    }

    TaskReaction during(TaskReaction reaction) {
        Duration end = end(reaction);
        List<Step> steps = new ArrayList<>(reaction.steps());
        // Those before the end; at its instant the task is over.
        long beats = end == null ? times : Math.min(times, end.minusNanos(1).dividedBy(interval));
        if (beats > 0) {
            steps.add(new Step.Heartbeats(interval, interval, Math.toIntExact(beats)));
        }
        steps.sort(Comparator.comparing(Step::after));
        return new TaskReaction(steps);
    }
}
