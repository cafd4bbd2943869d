package io.github.asltestkit.mock;

import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.StateNames;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a message adds about a mock for a state that no state machine has. */
final class UnknownState {
    private UnknownState() {}

    /**
     * The line to add, such as {@code No state is named "Charg": did you mean "Charge"?}
     *
     * @param states the names of all states there are; empty where they are not known
     * @return null where there is nothing to say
     */
    static @Nullable String of(MockedResponse response, Collection<String> states) {
        for (CallCondition condition : response.conditions()) {
            if (condition.selects() && condition.subject().equals(Selectors.STATE) && !states.isEmpty()) {
                String path = StateNames.withoutIndexes(condition.expected());
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (!states.contains(name) && !states.contains(condition.expected())) {
                    String hint = DidYouMean.hint(name, states);
                    return "No state is named \"" + name + "\"" + (hint == null ? "." : ": " + hint);
                }
            }
        }
        return null;
    }
}
