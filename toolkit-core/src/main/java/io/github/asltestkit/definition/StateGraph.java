package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * {@code StartAt} and {@code States}: a whole machine, a branch of a Parallel state, or the processor of a Map state.
 *
 * @param startAt the name of the first state
 * @param states the states by name, in the order of the definition
 * @param pointer the JSON pointer of the object that holds {@code StartAt} and {@code States}; empty for the machine
 */
@API(status = MAINTAINED, since = "0.1")
public record StateGraph(String startAt, Map<String, State> states, String pointer) {

    /** All states in the order of the definition, each followed by the states within it. */
    public Stream<State> allStates() {
        return states.values().stream()
                .flatMap(state ->
                        Stream.concat(Stream.of(state), state.graphs().stream().flatMap(StateGraph::allStates)));
    }
}
