package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.StateNames;
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
        return StateNames.matches(state, call.stateName(), call.statePath());
    }

    /** Whether calls are exactly those of these states, in order. */
    public static boolean areOf(List<String> states, List<RecordedCall> calls) {
        return states.size() == calls.size() && foundInOrder(states, calls) == states.size();
    }

    /** How many of the states, from the first, made calls in this order, others between them allowed. */
    public static int foundInOrder(List<String> states, List<RecordedCall> calls) {
        int found = 0;
        for (RecordedCall call : calls) {
            if (found < states.size() && isOf(states.get(found), call.call())) {
                found++;
            }
        }
        return found;
    }

    /** The states of calls as a list of expected states names them: by path where one of that list does. */
    public static List<String> names(List<String> expected, List<RecordedCall> calls) {
        boolean paths = expected.stream().anyMatch(state -> state.indexOf('/') >= 0);
        return calls.stream()
                .map(call -> paths ? call.call().statePath() : call.call().stateName())
                .toList();
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
