package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.FirstDifference;
import io.github.asltestkit.internal.message.SideBySide;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.model.JsonBorder;
import java.util.List;

/** How near conditions came to a call, side by side with it. */
final class NearMiss {
    private static final String EQUALS = "equals ";

    private NearMiss() {}

    /**
     * How near conditions are to a call: that they are about its state or resource weighs more than any other, then that few
     * of them differ, then that many hold.
     */
    static long score(List<CallCondition> conditions, TaskCall call) {
        long score = 0;
        Sent sent = Sent.of(call, conditions);
        for (CallCondition condition : conditions) {
            if (!condition.matches(sent)) {
                score -= 100;
            } else {
                score += condition.selects() ? 10_000 : 1;
            }
        }
        return score;
    }

    /** The conditions and the call in two columns, what differs marked. */
    static void table(StringBuilder text, String title, List<CallCondition> conditions, TaskCall call) {
        Sent sent = Sent.of(call, conditions);
        int width = conditions.stream()
                .mapToInt(condition -> condition.subject().length())
                .max()
                .orElse(0);
        SideBySide table = new SideBySide(4, title, "call");
        for (CallCondition condition : conditions) {
            String subject =
                    condition.subject() + " ".repeat(width - condition.subject().length()) + "  ";
            String expected = subject
                    + Text.shortened(
                            condition.expected(),
                            SideBySide.COLUMN - Text.ascii(subject).length());
            String actual = condition.actual().apply(sent);
            if (condition.matches(sent)) {
                table.row(expected, actual);
            } else {
                table.row(expected, actual, "differs", difference(condition.expected(), actual));
            }
        }
        text.append(table.text());
        envelope(text, conditions, sent);
    }

    /** A condition on the request of {@code lambda:invoke}, of whose payload alone a function's mock speaks. */
    private static void envelope(StringBuilder text, List<CallCondition> conditions, Sent sent) {
        boolean function = conditions.stream().anyMatch(CallCondition::selectsFunction);
        boolean payload = conditions.stream()
                .anyMatch(condition -> condition.subject().startsWith("Payload")
                        && !sent.parameters().has("Payload")
                        && !condition.matches(sent));
        if (function && payload) {
            text.append(
                    "\n  Of a Lambda function, parameters are its payload: write $.sku rather than $.Payload.sku.\n");
        }
    }

    /**
     * Where two texts part; of two values that are not of one sort, both sorts: the number 5000 and the string look the same
     * to many.
     */
    private static String difference(String condition, String actual) {
        JsonNode wanted = condition.startsWith(EQUALS) ? JsonText.tryParse(condition.substring(EQUALS.length())) : null;
        JsonNode sent = JsonText.tryParse(actual);
        if (wanted == null || sent == null) {
            return "";
        }
        if (!wanted.getNodeType().equals(sent.getNodeType())) {
            return ": " + JsonBorder.sort(wanted) + " expected, " + JsonBorder.sort(sent) + " sent";
        }
        return wanted.isTextual() ? FirstDifference.at(wanted.textValue(), sent.textValue(), "sent") : "";
    }
}
