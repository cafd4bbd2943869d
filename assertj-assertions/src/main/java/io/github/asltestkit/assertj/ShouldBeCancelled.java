package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job was cancelled otherwise than expected. */
final class ShouldBeCancelled {
    private ShouldBeCancelled() {}

    static Message by(@Nullable Told told, RecordedCall call, String api) {
        return message(
                told,
                call,
                "cancelled by " + api,
                "was expected to be cancelled by " + api + ", but it " + verdict(call) + ".");
    }

    static Message failing(@Nullable Told told, RecordedCall call, String reason) {
        return message(
                told,
                call,
                "not cancelled: " + reason,
                "was expected to outlast its cancel, but it " + verdict(call) + ".");
    }

    static Message never(@Nullable Told told, RecordedCall call) {
        return message(told, call, "not cancelled", "was expected to be left alone, but it " + verdict(call) + ".");
    }

    static List<String> cancelled(List<RecordedCall> calls) {
        return calls.stream()
                .filter(call -> {
                    RecordedCall.Cancel cancel = call.cancel();
                    return cancel != null && cancel.outcome().cancelled();
                })
                .map(call -> call.call().stateName())
                .toList();
    }

    static Message exactly(Told told, List<String> expected, List<RecordedCall> calls) {
        List<String> actual = cancelled(calls);
        Message.Builder message = Message.verdict("The jobs that were cancelled are not those expected.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .block();
        for (int i = 0; i < Math.min(calls.size(), ShouldCall.SHOWN); i++) {
            RecordedCall call = calls.get(i);
            message.line(call.call().statePath(), actual(call));
        }
        return Why.ofStatus(told).addTo(message).build(expected, actual);
    }

    private static Message message(@Nullable Told told, RecordedCall call, String expected, String sentence) {
        Message.Builder message = Message.verdict("The job of " + call.call().statePath() + " " + sentence)
                .line("expected", expected)
                .line("but was", actual(call));
        return ShouldCall.why(told, call.call()).addTo(message).build(expected, actual(call));
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
