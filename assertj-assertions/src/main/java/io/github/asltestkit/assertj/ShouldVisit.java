package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.List;

/** A state was not entered, or not as often as expected. */
final class ShouldVisit {
    private ShouldVisit() {}

    static Message atAll(Told told, String state) {
        Message.Builder message = Message.verdict("State " + state + " was expected to be entered, but it was not.");
        hint(message, told, state);
        return Why.ofStatus(told).addTo(message).build(state, told.stateNames());
    }

    static Message within(Told told, Branch line, String state) {
        List<String> path = line.path();
        Message.Builder message = Message.verdict(
                        "State " + state + " was expected to be entered in " + line.place() + ", but it was not.")
                .fact("path", path.isEmpty() ? "(no state)" : String.join(" -> ", path))
                .fact("hint", DidYouMean.hint(state, path));
        List<StateVisit> visits = line.visits();
        Why why = visits.isEmpty() ? Why.UNKNOWN : Why.ofStep(told, visits.get(visits.size() - 1));
        return why.addTo(message).build(state, path);
    }

    static Message times(Told told, String state, int expected, List<StateVisit> visits) {
        Message.Builder message = Message.verdict("State " + state + " was entered " + times(visits.size())
                + ", but was expected to be entered " + times(expected) + ".");
        for (int i = 0; i < Math.min(visits.size(), 20); i++) {
            StateVisit visit = visits.get(i);
            message.line(
                    "entry " + (i + 1), told.since(visit.enteredAt()) + " " + visit.path() + " " + visit.outcome());
        }
        hint(message.block(), told, state);
        return Why.ofStatus(told).addTo(message).build(expected, visits.size());
    }

    static Message never(Told told, String state, StateVisit visit) {
        Message.Builder message = Message.verdict("State " + state + " was not expected to be entered, but it was, at "
                + told.since(visit.enteredAt()) + ".");
        hint(message, told, state);
        int index = visit.branch().visits().indexOf(visit);
        Why why = index == 0
                ? new Why(visit.path() + " is where its line of states starts", told.place(visit, ""))
                : Why.ofStep(told, visit.branch().visits().get(index - 1));
        return why.addTo(message).build("no " + state, told.stateNames());
    }

    private static void hint(Message.Builder message, Told told, String state) {
        message.fact(
                "path",
                told.inspection().path().isEmpty()
                        ? "(no state)"
                        : String.join(" -> ", told.inspection().path()));
        if (!told.stateNames().contains(state)) {
            message.fact("hint", DidYouMean.hint(state, told.stateNames()));
        }
    }

    private static String times(int number) {
        return number == 0 ? "never" : number == 1 ? "once" : number + " times";
    }
}
