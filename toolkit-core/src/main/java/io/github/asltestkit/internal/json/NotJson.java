package io.github.asltestkit.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.asltestkit.internal.message.Excerpt;
import io.github.asltestkit.internal.message.Text;

/** What a message says about a text that is not JSON. */
public final class NotJson {
    private NotJson() {}

    /** What is wrong, in the words of Jackson, on one line and without its advice. */
    public static String problem(JsonProcessingException notJson) {
        String message = notJson.getOriginalMessage();
        int end = message.indexOf('\n');
        return JsonText.withoutHints(end < 0 ? message : message.substring(0, end));
    }

    /**
     * A sentence, and the line of the text with a caret:
     *
     * <pre>{@code
     * The input is not JSON (line 1, column 13): Unexpected character ('}' (code 125)): was expecting ...
     *  | {"order": 7,}
     *  | ............^
     * }</pre>
     *
     * @param what what the text is, as the start of a sentence, such as {@code The input}
     */
    public static String text(String what, String text, JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        String verdict = what + " is not JSON";
        if (at == null || text.isBlank()) {
            return verdict + ": " + (text.isBlank() ? "the text is empty" : problem(notJson)) + "\n";
        }
        int line = at.getLineNr();
        int column = at.getColumnNr();
        String sentence = verdict + " (line " + line + ", column " + column + "): " + problem(notJson);
        String shown = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        return String.join("\n", Text.wrap(sentence, Text.WIDTH)) + "\n" + Excerpt.of(shown, column);
    }
}
