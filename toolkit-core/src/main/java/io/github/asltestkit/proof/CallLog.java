package io.github.asltestkit.proof;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which call belongs to which attempt. A state's calls are made in the order of its visits, so that the next one of a place and an
 * attempt is that of the next visit.
 */
final class CallLog {
    private final Map<Key, Deque<RecordedCall>> calls = new HashMap<>();

    private record Key(String path, int attempt) {}

    CallLog(List<RecordedCall> made) {
        for (RecordedCall recorded : made) {
            calls.computeIfAbsent(
                            new Key(recorded.call().statePath(), recorded.call().attempt()), key -> new ArrayDeque<>())
                    .add(recorded);
        }
    }

    /** The call of an attempt, to be asked for once, in the order of the visits; null if the journal does not have it. */
    @Nullable
    RecordedCall next(Attempt attempt) {
        Deque<RecordedCall> all = calls.get(new Key(attempt.visit().path(), attempt.number()));
        while (all != null && !all.isEmpty()) {
            RecordedCall call = all.remove();
            if (!call.call().scheduledAt().isBefore(attempt.scheduledAt())) {
                return call;
            }
        }
        return null;
    }
}
