package io.github.asltestkit.internal.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scheduled Activity tasks that no worker has polled yet, oldest first. */
final class ActivityQueues {
    private final Map<String, Deque<TaskAttempt>> waiting = new HashMap<>();

    void add(String activityArn, TaskAttempt attempt) {
        waiting.computeIfAbsent(activityArn, arn -> new ArrayDeque<>()).add(attempt);
    }

    @Nullable
    TaskAttempt poll(String activityArn) {
        Deque<TaskAttempt> queue = waiting.get(activityArn);
        if (queue == null) {
            return null;
        }
        TaskAttempt next = queue.poll();
        while (next != null && !next.isOpen()) {
            next = queue.poll();
        }
        return next;
    }
}
