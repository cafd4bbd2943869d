package io.github.asltestkit.proof;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which call belongs to which attempt. A state's calls are made in the order of its visits, so that the next one of a place and an
 * attempt is that of the next visit.
 */
final class CallLog {
    private final Map<String, Deque<RecordedCall>> calls = new HashMap<>();

    CallLog(List<RecordedCall> made) {
        for (RecordedCall recorded : made) {
            String path = recorded.call().statePath();
            Deque<RecordedCall> all = calls.get(path);
            if (all == null) {
                all = new ArrayDeque<>();
                calls.put(path, all);
            }
            all.add(recorded);
        }
    }

    /** The call of an attempt, to be asked for once, in the order of the visits; null if the journal does not have it. */
    @Nullable
    RecordedCall next(Attempt attempt) {
        Deque<RecordedCall> all = calls.get(attempt.visit().path());
        Iterator<RecordedCall> made = all == null ? Collections.emptyIterator() : all.iterator();
        while (made.hasNext()) {
            RecordedCall call = made.next();
            if (call.call().attempt() == attempt.number()) {
                made.remove();
                if (!call.call().scheduledAt().isBefore(attempt.scheduledAt())) {
                    return call;
                }
            }
        }
        return null;
    }
}
