package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test is told about a mock that says which calls, and not what happens to them. */
final class UnfinishedMockMessage {
    private UnfinishedMockMessage() {}

    /** @param call the call at which it was noticed; null at the end of a test */
    static String of(List<Mock> unfinished, @Nullable TaskCall call) {
        Mock first = unfinished.get(0);
        String sentence =
                "A mock of " + first.selector() + " says which calls it answers, and not what happens to them.";
        CallMessage message = call == null ? CallMessage.sentence(sentence) : CallMessage.verdict(sentence);
        for (Mock mock : unfinished) {
            message.fact("mock of " + mock.selector(), "-> at " + mock.site().text());
        }
        if (call != null) {
            message.fact("noticed at the call of", call.statePath());
        }
        return message.advice("End the sentence with an answer, such as returns(\"{}\"), or remove the mock.")
                .text();
    }
}
