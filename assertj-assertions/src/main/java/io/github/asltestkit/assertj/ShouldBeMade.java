package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.CallJournal;
import java.util.List;

/** Calls were made more or less often, or by others, than expected. */
final class ShouldBeMade {
    private ShouldBeMade() {}

    static Message times(CallJournal journal, int times, String expected) {
        int made = journal.size();
        Message facts = Message.verdict(
                        made == 0 ? "No such call was made." : "The calls were not made as often as expected.")
                .line("expected", times == 0 ? "none" : expected)
                .line("but were", made == 0 ? "none" : String.valueOf(made))
                .build(times, made);
        return with(journal, facts);
    }

    static Message by(CallJournal journal, List<String> expected, List<String> actual) {
        Message facts = Message.verdict("The calls were not made by the states expected.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .build(expected, actual);
        return with(journal, facts);
    }

    private static Message with(CallJournal journal, Message facts) {
        return new Message(
                facts.text() + "\n\n" + journal.toString().stripTrailing(), facts.expected(), facts.actual());
    }
}
