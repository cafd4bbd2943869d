package io.github.asltestkit.mock;

import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.StateNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message adds about a mock for a state that no state machine has, or that makes no call. */
final class UnknownState {
    private UnknownState() {}

    /**
     * The line to add, such as {@code No state is named "Charg": did you mean "Charge"?}
     *
     * @param states the types of all states by their names; empty if they are not known
     * @return null if there is nothing to say
     */
    static @Nullable String of(MockedResponse response, Map<String, String> states) {
        for (CallCondition condition : response.conditions()) {
            if (condition.selects() && condition.subject().equals(Selectors.STATE) && !states.isEmpty()) {
                String path = StateNames.withoutIndexes(condition.expected());
                String name = path.substring(path.lastIndexOf('/') + 1);
                String type = states.getOrDefault(name, states.get(condition.expected()));
                if (type == null) {
                    String hint = DidYouMean.hint(name, states.keySet());
                    return "No state is named \"" + name + "\"" + (hint == null ? "." : ": " + hint);
                }
                if (!type.equals("Task")) {
                    return "\"" + name + "\" is a " + type
                            + " state, which makes no call: nothing can be mocked there.";
                }
            }
        }
        return null;
    }
}
