package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.model.JsonBorder;
import java.util.ArrayList;
import java.util.List;

/** How near conditions came to a call, side by side with it. */
final class NearMiss {
    private static final int COLUMN = 44;
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
        int subjectWidth = conditions.stream()
                .mapToInt(condition -> condition.subject().length())
                .max()
                .orElse(0);
        List<String> left = new ArrayList<>();
        for (CallCondition condition : conditions) {
            String subject = condition.subject()
                    + " ".repeat(subjectWidth - condition.subject().length());
            String expected = Text.shortened(condition.expected(), COLUMN - subject.length() - 2);
            left.add(Text.cut(subject + "  " + expected, COLUMN));
        }
        int leftWidth = Math.max(
                title.length(), left.stream().mapToInt(String::length).max().orElse(0));
        text.append("    ").append(pad(title, leftWidth)).append(" | call\n");
        text.append("    ")
                .append("-".repeat(leftWidth))
                .append("-+-")
                .append("-".repeat(30))
                .append('\n');
        for (int i = 0; i < left.size(); i++) {
            CallCondition condition = conditions.get(i);
            String actual = Text.shortened(condition.actual().apply(sent), COLUMN);
            String line = "    " + pad(left.get(i), leftWidth) + " | ";
            text.append(condition.matches(sent) ? line + actual : marked(line + pad(actual, 20), condition, sent))
                    .append('\n');
        }
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

    /** The line with its mark, and where two texts part if there is room to say it. */
    private static String marked(String line, CallCondition condition, Sent sent) {
        String mark = line + "  <<<<< differs";
        String detailed = mark
                + firstDifference(
                        condition.expected(), Text.ascii(condition.actual().apply(sent)));
        return Text.cut(detailed.length() <= Text.WIDTH ? detailed : mark, Text.WIDTH);
    }

    private static String firstDifference(String condition, String actual) {
        String sorts = condition.startsWith(EQUALS) ? sorts(condition.substring(EQUALS.length()), actual) : "";
        return sorts.isEmpty() ? index(condition, actual) : sorts;
    }

    /** Of two values that are not of one sort, both sorts: the number 5000 and the string look the same to many. */
    private static String sorts(String expected, String actual) {
        JsonNode wanted = JsonText.tryParse(expected);
        JsonNode sent = JsonText.tryParse(actual);
        return wanted == null || sent == null || wanted.getNodeType().equals(sent.getNodeType())
                ? ""
                : ": " + JsonBorder.sort(wanted) + " expected, " + JsonBorder.sort(sent) + " sent";
    }

    private static String index(String condition, String actual) {
        String start = "equals \"";
        if (!condition.startsWith(start) || !actual.startsWith("\"")) {
            return "";
        }
        String expected = Text.ascii(condition.substring(start.length() - 1));
        int index = 1;
        while (index < expected.length() - 1
                && index < actual.length() - 1
                && expected.charAt(index) == actual.charAt(index)) {
            index++;
        }
        return " at index " + (index - 1) + ": " + at(expected, index) + " expected, " + at(actual, index) + " sent";
    }

    private static String at(String quoted, int index) {
        return index >= quoted.length() - 1 ? "the end" : "\"" + quoted.charAt(index) + "\"";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
