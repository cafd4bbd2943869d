package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.CallJournal;

/** Calls were made more or less often than expected. */
public final class ShouldBeMade {
    private ShouldBeMade() {}

    public static Message of(CallJournal journal, int times, String expected) {
        int made = journal.size();
        Message facts = Message.verdict(
                        made == 0 ? "No such call was made." : "The calls were not made as often as expected.")
                .line("expected", times == 0 ? "none" : expected)
                .line("but were", made == 0 ? "none" : String.valueOf(made))
                .build(times, made);
        return Journal.below(facts, journal);
    }
}
