package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a test is told about a call that no mocked response matches: the nearest one, side by side with the call. */
final class UnmockedCallMessage {
    private static final int WIDTH = 119;
    private static final int COLUMN = 44;

    private UnmockedCallMessage() {}

    static String of(TaskCall call, List<MockedResponse> responses) {
        StringBuilder text = new StringBuilder();
        text.append("No mocked response matches the call made by ").append(call.statePath());
        text.append(" (attempt ").append(call.attempt()).append("). The execution was stopped there.\n\n");
        text.append("    resource: ").append(call.resource().arn()).append('\n');
        text.append("  parameters: ")
                .append(cut(call.parameters().toString(), WIDTH - 14))
                .append('\n');
        text.append("          at: ").append(call.pointer()).append('\n');
        List<MockedResponse> nearest = new ArrayList<>(responses);
        nearest.sort(Comparator.comparingLong((MockedResponse response) -> score(response, call))
                .reversed());
        if (nearest.isEmpty()) {
            text.append("\n  Nothing is mocked. Script an answer before the run, such as\n\n    harness.mock(\"")
                    .append(call.stateName())
                    .append("\").returns(\"{}\");\n");
            return text.toString();
        }
        MockedResponse closest = nearest.get(0);
        text.append("\n  closest of ").append(responses.size()).append(": \"").append(closest.name());
        text.append("\"  -> at ").append(closest.site().text()).append("\n\n");
        table(text, closest, call);
        text.append("\n  Add a mocked response for this call, or loosen the conditions above.\n");
        return text.toString();
    }

    /** What a test is told about a call that its mock wants done for real, where nothing can do it. */
    static String notReal(TaskCall call, MockedResponse response) {
        return "The call made by " + call.statePath() + " (attempt " + call.attempt()
                + ") cannot be done for real. The execution was stopped there.\n\n    resource: "
                + call.resource().arn() + "\n  parameters: "
                + cut(call.parameters().toString(), WIDTH - 14) + "\n          at: " + call.pointer() + "\n\n  \""
                + response.name() + "\" runs it for real  -> at "
                + response.site().text()
                + "\n\n  Make the machine known with harness.add(...), give the endpoint a route with harness.http().route(...),"
                + "\n  or script an answer.\n";
    }

    /** How near a mock is: that it is about this state or resource weighs more than any other condition. */
    private static long score(MockedResponse response, TaskCall call) {
        long score = 0;
        for (CallCondition condition : response.conditions()) {
            if (condition.matches(call)) {
                score += condition.selects() ? 100 : 1;
            }
        }
        return score;
    }

    private static void table(StringBuilder text, MockedResponse response, TaskCall call) {
        int subjectWidth = response.conditions().stream()
                .mapToInt(condition -> condition.subject().length())
                .max()
                .orElse(0);
        List<String> left = new ArrayList<>();
        for (CallCondition condition : response.conditions()) {
            String subject = condition.subject()
                    + " ".repeat(subjectWidth - condition.subject().length());
            left.add(cut(subject + "  " + condition.expected(), COLUMN));
        }
        int leftWidth = Math.max(
                "mocked response".length(),
                left.stream().mapToInt(String::length).max().orElse(0));
        text.append("    ").append(pad("mocked response", leftWidth)).append(" | call\n");
        text.append("    ")
                .append("-".repeat(leftWidth))
                .append("-+-")
                .append("-".repeat(30))
                .append('\n');
        for (int i = 0; i < left.size(); i++) {
            CallCondition condition = response.conditions().get(i);
            String actual = cut(condition.actual().apply(call), COLUMN);
            String line = "    " + pad(left.get(i), leftWidth) + " | ";
            text.append(condition.matches(call) ? line + actual : marked(line + pad(actual, 20), condition, call))
                    .append('\n');
        }
    }

    /** The line with its mark, and where two texts part if there is room to say it. */
    private static String marked(String line, CallCondition condition, TaskCall call) {
        String mark = line + "  <<<<< differs";
        String detailed =
                mark + firstDifference(condition.expected(), condition.actual().apply(call));
        return detailed.length() <= WIDTH ? detailed : mark;
    }

    private static String firstDifference(String condition, String actual) {
        String start = "equals \"";
        if (!condition.startsWith(start) || !actual.startsWith("\"")) {
            return "";
        }
        String expected = condition.substring(start.length() - 1);
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

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
