package io.github.asltestkit.mock;

import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;

/** What a test is told about a call: a verdict, aligned facts, what to do next. */
final class CallMessage {
    private final String verdict;
    private final Facts facts = new Facts();
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
        facts.cut(name, value);
        return this;
    }

    /** Where in the test something was said: never cut, for a development environment makes a link of it. */
    CallMessage mocked(MockedResponse mock) {
        facts.whole("mocked", "\"" + mock.name() + "\"  -> at " + mock.site().text());
        return this;
    }

    CallMessage advice(String sentence) {
        advice = sentence;
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        Text.wrap(verdict, Text.WIDTH).forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        text.append(facts.text());
        if (!advice.isEmpty()) {
            text.append('\n');
            Text.wrap(advice, Text.WIDTH - 2)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
