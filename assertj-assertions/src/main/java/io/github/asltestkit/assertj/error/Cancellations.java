package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of the jobs of calls, as messages tell it. */
public final class Cancellations {
    private Cancellations() {}

    /** The calls whose jobs were cancelled, in order. */
    public static List<RecordedCall> cancelled(List<RecordedCall> calls) {
        return calls.stream()
                .filter(call -> {
                    RecordedCall.Cancel cancel = call.cancel();
                    return cancel != null && cancel.outcome().cancelled();
                })
                .toList();
    }

    /** The message of a job that was cancelled otherwise than a sentence expects. */
    public static Message message(@Nullable Evidence evidence, RecordedCall call, String expected, String sentence) {
        Message.Builder message = Message.verdict("The job of " + call.call().statePath() + " " + sentence)
                .line("expected", expected)
                .fact("but was", actual(call));
        return Calls.why(evidence, call.call()).addTo(message).build(expected, actual(call));
    }

    /** What became of the job, for a sentence. */
    static String verdict(RecordedCall call) {
        RecordedCall.Cancel cancel = call.cancel();
        if (cancel == null) {
            return "was not cancelled";
        }
        return cancel.outcome().cancelled() ? "was cancelled by " + cancel.api() : "could not be cancelled";
    }

    /** What became of the job, and why. */
    static String actual(RecordedCall call) {
        RecordedCall.Cancel cancel = call.cancel();
        if (cancel == null) {
            return "not cancelled";
        }
        String reason = cancel.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return (cancel.outcome().cancelled()
                        ? "cancelled by " + cancel.api()
                        : cancel.api() + " failed: " + cancel.outcome().detail())
                + " (" + reason + ")";
    }
}
