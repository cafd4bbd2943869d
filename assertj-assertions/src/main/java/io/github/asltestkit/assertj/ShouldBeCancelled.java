package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.RecordedCall;
import java.util.Locale;

/** A job was cancelled otherwise than expected. */
final class ShouldBeCancelled {
    private ShouldBeCancelled() {}

    static Message by(Told told, RecordedCall call, String api) {
        return message(
                told,
                call,
                "cancelled by " + api,
                "was expected to be cancelled by " + api + ", but it " + verdict(call) + ".");
    }

    static Message failing(Told told, RecordedCall call, String reason) {
        return message(
                told,
                call,
                "not cancelled: " + reason,
                "was expected to outlast its cancel, but it " + verdict(call) + ".");
    }

    static Message never(Told told, RecordedCall call) {
        return message(told, call, "not cancelled", "was expected to be left alone, but it " + verdict(call) + ".");
    }

    private static Message message(Told told, RecordedCall call, String expected, String sentence) {
        Message.Builder message = Message.verdict("The job of " + call.call().statePath() + " " + sentence)
                .line("expected", expected)
                .line("but was", actual(call));
        return ShouldCall.why(told, call).addTo(message).build(expected, actual(call));
    }

    private static String verdict(RecordedCall call) {
        RecordedCall.Cancel cancel = call.cancel();
        if (cancel == null) {
            return "was not cancelled";
        }
        return cancel.outcome().cancelled() ? "was cancelled by " + cancel.api() : "could not be cancelled";
    }

    private static String actual(RecordedCall call) {
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
