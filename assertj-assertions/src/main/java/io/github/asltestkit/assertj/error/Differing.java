package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Text;
import org.jspecify.annotations.Nullable;

/** Two texts that differ, as messages show them. */
final class Differing {
    private Differing() {}

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
