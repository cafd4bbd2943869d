package io.github.asltestkit.assertj.error;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.List;

/** No definition has a state whose coverage is asked for. */
public final class ShouldHaveState {
    private ShouldHaveState() {}

    public static Message of(Coverage coverage, String state) {
        List<String> states = coverage.definitions().stream()
                .flatMap(definition -> definition.outline().items().stream())
                .filter(item -> item.kind() == ItemKind.STATE)
                .map(CoverageItem::subject)
                .toList();
        Message.Builder message = Message.verdict(
                        "There is no state " + state + " in " + Uncovered.name(coverage) + ".")
                .fact("states", String.join(", ", states))
                .fact("hint", DidYouMean.hint(state, states));
        return message.build(state, states);
    }
}
