package io.github.asltestkit.mock;

import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;

/** What a test is told about a call: a verdict, aligned facts, what to do next. */
final class CallMessage {
    private final String verdict;
    private final List<String[]> facts = new ArrayList<>();
    private String advice = "";

    private CallMessage(String verdict) {
        this.verdict = verdict;
    }

    /** A sentence on what is wrong; the message adds what that meant for the execution. */
    static CallMessage verdict(String sentence) {
        return new CallMessage(sentence + " The execution was stopped there.");
    }

    /** A sentence alone. */
    static CallMessage sentence(String sentence) {
        return new CallMessage(sentence);
    }

    CallMessage fact(String name, String value) {
        facts.add(new String[] {name, value});
        return this;
    }

    /** Where in the test something was said: never cut, for a development environment makes a link of it. */
    CallMessage mocked(MockedResponse mock) {
        facts.add(new String[] {
            "mocked", "\"" + mock.name() + "\"  -> at " + mock.site().text(), "whole"
        });
        return this;
    }

    CallMessage advice(String sentence) {
        advice = sentence;
        return this;
    }

    String text() {
        int width = facts.stream().mapToInt(fact -> fact[0].length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        Text.wrap(verdict, Text.WIDTH).forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        for (String[] fact : facts) {
            text.append("  ").append(" ".repeat(width - fact[0].length())).append(fact[0]);
            boolean whole = fact.length > 2;
            text.append(": ")
                    .append(whole ? fact[1] : Text.cut(fact[1], Text.WIDTH - width - 4))
                    .append('\n');
        }
        if (!advice.isEmpty()) {
            text.append('\n');
            Text.wrap(advice, Text.WIDTH - 2)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
