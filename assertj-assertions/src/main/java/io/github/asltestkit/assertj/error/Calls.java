package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of an execution, as messages list them. */
public final class Calls {
    /** How many calls a message lists. */
    static final int SHOWN = 12;

    private Calls() {}

    /** Whether a call is one of a state, which is named alone or by its path. */
    public static boolean isOf(String state, TaskCall call) {
        return call.stateName().equals(state) || call.statePath().equals(state);
    }

    static void list(Message.Builder message, Evidence evidence, List<RecordedCall> calls) {
        if (calls.isEmpty()) {
            message.line("calls", "(none)");
        }
        for (int i = 0; i < Math.min(calls.size(), SHOWN); i++) {
            TaskCall call = calls.get(i).call();
            message.line(
                    "call " + (i + 1),
                    evidence.since(call.scheduledAt()) + " " + call.statePath() + " attempt " + call.attempt() + " "
                            + call.parameters());
        }
        if (calls.size() > SHOWN) {
            message.line("", "and " + (calls.size() - SHOWN) + " more");
        }
    }

    /** Where the state of a call is defined. */
    public static Why why(@Nullable Evidence evidence, TaskCall call) {
        StateVisit visit = null;
        if (evidence != null) {
            for (StateVisit candidate : evidence.inspection().allVisits()) {
                visit = candidate.path().equals(call.statePath()) ? candidate : visit;
            }
        }
        String place = evidence == null ? null : evidence.place(visit, "");
        return new Why(null, place == null ? call.pointer() : place);
    }
}
