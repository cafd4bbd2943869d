package io.github.asltestkit.assertj.error;

import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.diff.Difference;
import java.util.List;

/** A new definition behaves differently at states where it should not. */
public final class ShouldDifferOnlyIn {
    private ShouldDifferOnlyIn() {}

    public static Message of(BehaviourDiff diff, List<String> allowed, List<Difference> elsewhere) {
        List<String> states = elsewhere.stream()
                .map(difference -> difference.state().isEmpty() ? "the machine" : difference.state())
                .distinct()
                .toList();
        return Message.verdict(ShownDifferences.name(diff) + " was expected to behave differently only in "
                        + String.join(", ", allowed) + ", but it also does in " + String.join(", ", states) + ".")
                .line("compared", diff.extent())
                .block()
                .lines(ShownDifferences.of(elsewhere))
                .build(allowed, states);
    }
}
