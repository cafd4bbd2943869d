package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.ExecutionInspection;

/** The execution failed with another error than expected. */
final class ShouldFailWith {
    private ShouldFailWith() {}

    static Message of(Told told, String expected) {
        ExecutionInspection inspection = told.inspection();
        String actual = inspection.error();
        Message.Builder message = Message.verdict(told.sentenceSubject() + " failed with another error than expected.")
                .line("expected error", expected)
                .line("actual error", Differing.shown(actual));
        Differing.mark(message, expected, actual);
        message.line("cause", Differing.shown(inspection.cause()));
        return Why.ofStatus(told).addTo(message).build(expected, actual);
    }
}
