package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Text;
import org.jspecify.annotations.Nullable;

/** Two texts that differ, as messages show them. */
final class Differing {
    private Differing() {}

    /** A verdict, the text expected and the actual one, with the first difference marked. */
    static Message.Builder message(String verdict, String what, String expected, @Nullable String actual) {
        Message.Builder message =
                Message.verdict(verdict).line("expected " + what, expected).line("actual " + what, shown(actual));
        mark(message, expected, actual);
        return message;
    }

    /** Marks the first difference under the actual text. */
    static void mark(Message.Builder message, String expected, @Nullable String actual) {
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

    static String shown(@Nullable String text) {
        return text == null ? "(none)" : text;
    }
}
