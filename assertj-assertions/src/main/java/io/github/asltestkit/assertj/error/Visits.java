package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.FoldedPath;

/** The path of an execution below a message on a state of it, and which state may be meant. */
final class Visits {
    private Visits() {}

    static void hint(Message.Builder message, Evidence evidence, String state) {
        message.fact(
                "path",
                evidence.inspection().path().isEmpty()
                        ? "(no state)"
                        : FoldedPath.of(evidence.inspection().path()));
        if (!evidence.stateNames().contains(state)) {
            message.fact("hint", DidYouMean.hint(state, evidence.stateNames()));
        }
    }
}
