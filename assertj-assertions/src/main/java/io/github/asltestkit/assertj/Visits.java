package io.github.asltestkit.assertj;

import io.github.asltestkit.internal.message.DidYouMean;

/** The path of an execution below a message on a state of it, and which state may be meant. */
final class Visits {
    private Visits() {}

    static void hint(Message.Builder message, Told told, String state) {
        message.fact(
                "path",
                told.inspection().path().isEmpty()
                        ? "(no state)"
                        : String.join(" -> ", told.inspection().path()));
        if (!told.stateNames().contains(state)) {
            message.fact("hint", DidYouMean.hint(state, told.stateNames()));
        }
    }
}
