package io.github.asltestkit.assertj.error;

import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.List;
import java.util.Set;

/** A state in which definitions may differ is a state of neither. */
public final class ShouldBeStateOfDiff {
    private ShouldBeStateOfDiff() {}

    public static Message of(BehaviourDiff diff, List<String> asked, Set<String> known) {
        String unknown = asked.stream()
                .filter(state -> !known.contains(state))
                .findFirst()
                .orElse("");
        return Message.verdict(
                        "Neither the old nor the new " + ShownDifferences.name(diff) + " has a state " + unknown + ".")
                .fact("states", String.join(", ", known))
                .fact("hint", DidYouMean.hint(unknown, known))
                .build(asked, known);
    }
}
