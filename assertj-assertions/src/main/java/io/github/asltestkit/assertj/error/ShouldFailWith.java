package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.ExecutionInspection;

/** The execution failed with a different error than expected. */
public final class ShouldFailWith {
    private ShouldFailWith() {}

    public static Message of(Evidence evidence, String expected) {
        ExecutionInspection inspection = evidence.inspection();
        String actual = inspection.error();
        String verdict = evidence.sentenceSubject() + " failed with a different error than expected.";
        Message.Builder message = Differing.message(verdict, "error", expected, actual)
                .fact("cause", Differing.shown(inspection.cause()));
        return Why.ofStatus(evidence).addTo(message).build(expected, actual);
    }
}
