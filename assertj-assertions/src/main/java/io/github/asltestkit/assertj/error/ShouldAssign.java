package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.DidYouMean;

/** A state did not assign a variable. */
public final class ShouldAssign {
    private ShouldAssign() {}

    public static Message of(Evidence evidence, StateVisit visit, String variable) {
        var names = visit.assigned().keySet();
        Message.Builder message = Message.verdict(visit.path() + " did not assign the variable " + variable + ".")
                .line("assigned", names.isEmpty() ? "(none)" : String.join(", ", names))
                .fact("hint", DidYouMean.hint(variable, names));
        return new Why(null, evidence.place(visit, "")).addTo(message).build(variable, names);
    }
}
