package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.CallJournal;
import java.util.List;

/** Calls were made by other states than expected, or in another order. */
public final class ShouldBeMadeBy {
    private ShouldBeMadeBy() {}

    public static Message of(CallJournal journal, List<String> expected, List<String> actual) {
        Message facts = Message.verdict("The calls were not made by the states expected.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .build(expected, actual);
        return Journal.below(facts, journal);
    }
}
