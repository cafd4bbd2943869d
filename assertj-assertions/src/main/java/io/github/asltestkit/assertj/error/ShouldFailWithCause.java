package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.ExecutionInspection;

/** The execution failed with the expected error, but with a different cause. */
public final class ShouldFailWithCause {
    private ShouldFailWithCause() {}

    public static Message of(Evidence evidence, String expected) {
        ExecutionInspection inspection = evidence.inspection();
        String actual = inspection.cause();
        String verdict = evidence.sentenceSubject() + " failed with the expected error, but with a different cause.";
        Message.Builder message = Differing.message(verdict, "cause", expected, actual)
                .line("error", Differing.shown(inspection.error()));
        return Why.ofStatus(evidence).addTo(message).build(expected, actual);
    }
}
