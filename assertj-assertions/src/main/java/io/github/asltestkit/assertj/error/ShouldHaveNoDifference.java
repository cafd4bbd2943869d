package io.github.asltestkit.assertj.error;

import io.github.asltestkit.BehaviourDiff;

/** A new definition behaves differently from the old one. */
public final class ShouldHaveNoDifference {
    private ShouldHaveNoDifference() {}

    public static Message of(BehaviourDiff diff) {
        return Message.verdict(ShownDifferences.name(diff) + " was expected to behave as before, but it does not.")
                .line("compared", diff.extent())
                .line("different", String.valueOf(diff.differingScenarios()))
                .block()
                .lines(ShownDifferences.of(diff.differences()))
                .build("no difference", diff.toString());
    }
}
