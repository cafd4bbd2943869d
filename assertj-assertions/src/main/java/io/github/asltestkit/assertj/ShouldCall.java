package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An execution did not make a call, or made it otherwise than expected. */
final class ShouldCall {
    /** How many calls a message lists. */
    static final int SHOWN = 12;

    private ShouldCall() {}

    static Message byState(Told told, String state, int number, List<RecordedCall> calls) {
        long made = calls.stream().filter(call -> isOf(state, call.call())).count();
        String verdict = made == 0
                ? "State " + state + " made no call."
                : "State " + state + " made " + made + (made == 1 ? " call" : " calls") + ", but call " + number
                        + " was asked for.";
        Message.Builder message = Message.verdict(verdict);
        list(message, told, calls);
        List<String> states =
                calls.stream().map(call -> call.call().stateName()).distinct().toList();
        if (made == 0) {
            message.fact("hint", DidYouMean.hint(state, states));
        }
        return Why.ofStatus(told).addTo(message).build(number, made);
    }

    static Message inOrder(Told told, List<String> expected, List<String> actual, List<RecordedCall> calls) {
        Message.Builder message = Message.verdict("The calls are not those expected.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .block();
        list(message, told, calls);
        return Why.ofStatus(told).addTo(message).build(expected, actual);
    }

    static Message inOrderWithGaps(Told told, List<String> expected, List<String> actual, List<RecordedCall> calls) {
        int found = Paths.foundInOrder(actual, expected);
        Message.Builder message = Message.verdict("The calls were not made in the order expected.")
                .fact("expected in order", String.join(", ", expected))
                .fact("missing", expected.get(found) + (found == 0 ? "" : " after " + expected.get(found - 1)))
                .block();
        list(message, told, calls);
        return Why.ofStatus(told).addTo(message).build(expected, actual);
    }

    static Message otherwise(@Nullable Told told, TaskCall call, String expected, String actual) {
        Message.Builder message = Message.verdict(
                        "The call of " + call.statePath() + " was made otherwise than expected.")
                .line("expected", expected)
                .line("but was", actual)
                .line("parameters", call.parameters().toString());
        return why(told, call).addTo(message).build(expected, actual);
    }

    /** Whether a call is one of a state, which is named alone or by its path. */
    static boolean isOf(String state, TaskCall call) {
        return call.stateName().equals(state) || call.statePath().equals(state);
    }

    static void list(Message.Builder message, Told told, List<RecordedCall> calls) {
        if (calls.isEmpty()) {
            message.line("calls", "(none)");
        }
        for (int i = 0; i < Math.min(calls.size(), SHOWN); i++) {
            TaskCall call = calls.get(i).call();
            message.line(
                    "call " + (i + 1),
                    told.since(call.scheduledAt()) + " " + call.statePath() + " attempt " + call.attempt() + " "
                            + call.parameters());
        }
        if (calls.size() > SHOWN) {
            message.line("", "and " + (calls.size() - SHOWN) + " more");
        }
    }

    /** Where the state of a call is defined. */
    static Why why(@Nullable Told told, TaskCall call) {
        StateVisit visit = null;
        if (told != null) {
            for (StateVisit candidate : told.inspection().allVisits()) {
                visit = candidate.path().equals(call.statePath()) ? candidate : visit;
            }
        }
        String place = told == null ? null : told.place(visit, "");
        return new Why(null, place == null ? call.pointer() : place);
    }
}
