package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.message.Text;
import org.jspecify.annotations.Nullable;

/** The execution failed with another error or cause than expected. */
final class ShouldFailWith {
    private ShouldFailWith() {}

    static Message error(Told told, String expected) {
        ExecutionInspection inspection = told.inspection();
        String actual = inspection.error();
        Message.Builder message = Message.verdict(told.sentenceSubject() + " failed with another error than expected.")
                .line("expected error", expected)
                .line("actual error", shown(actual));
        mark(message, expected, actual);
        message.line("cause", shown(inspection.cause()));
        return Why.ofStatus(told).addTo(message).build(expected, actual);
    }

    static Message cause(Told told, String expected) {
        ExecutionInspection inspection = told.inspection();
        String actual = inspection.cause();
        Message.Builder message = Message.verdict(
                        told.sentenceSubject() + " failed with the error expected, but with another cause.")
                .line("expected cause", expected)
                .line("actual cause", shown(actual));
        mark(message, expected, actual);
        message.line("error", shown(inspection.error()));
        return Why.ofStatus(told).addTo(message).build(expected, actual);
    }

    private static void mark(Message.Builder message, String expected, @Nullable String actual) {
        if (actual == null) {
            return;
        }
        int same = 0;
        while (same < Math.min(expected.length(), actual.length()) && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        int column = Text.ascii(actual.substring(0, same)).length();
        if (column < 80) {
            message.mark(column, "first difference");
        }
    }

    private static String shown(@Nullable String text) {
        return text == null ? "(none)" : text;
    }
}
