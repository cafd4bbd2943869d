package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;

/** How near conditions came to a call, side by side with it. */
final class NearMiss {
    private static final int COLUMN = 44;

    private NearMiss() {}

    /**
     * How near conditions are to a call: that they are about its state or resource weighs more than any other, then that few
     * of them differ, then that many hold.
     */
    static long score(List<CallCondition> conditions, TaskCall call) {
        long score = 0;
        for (CallCondition condition : conditions) {
            if (!condition.matches(call)) {
                score -= 100;
            } else {
                score += condition.selects() ? 10_000 : 1;
            }
        }
        return score;
    }

    /** The conditions and the call in two columns, what differs marked. */
    static void table(StringBuilder text, String title, List<CallCondition> conditions, TaskCall call) {
        int subjectWidth = conditions.stream()
                .mapToInt(condition -> condition.subject().length())
                .max()
                .orElse(0);
        List<String> left = new ArrayList<>();
        for (CallCondition condition : conditions) {
            String subject = condition.subject()
                    + " ".repeat(subjectWidth - condition.subject().length());
            left.add(Text.cut(subject + "  " + condition.expected(), COLUMN));
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
            String actual = Text.cut(condition.actual().apply(call), COLUMN);
            String line = "    " + pad(left.get(i), leftWidth) + " | ";
            text.append(condition.matches(call) ? line + actual : marked(line + pad(actual, 20), condition, call))
                    .append('\n');
        }
    }

    /** The line with its mark, and where two texts part if there is room to say it. */
    private static String marked(String line, CallCondition condition, TaskCall call) {
        String mark = line + "  <<<<< differs";
        String detailed = mark
                + firstDifference(
                        condition.expected(), Text.ascii(condition.actual().apply(call)));
        return Text.cut(detailed.length() <= Text.WIDTH ? detailed : mark, Text.WIDTH);
    }

    private static String firstDifference(String condition, String actual) {
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
