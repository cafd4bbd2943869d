package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.internal.execution.Part;
import io.github.asltestkit.internal.message.KnownNames;
import io.github.asltestkit.internal.model.JsonBorder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A part of a state machine that is run alone: from a state with given input and variables, up to a state, or both. Step
 * Functions cannot do so. Everything within the part runs as in a whole execution. The first event of the history says in
 * {@code aslTestkitPart} which part it is, so that nobody takes it for a history of AWS.
 *
 * <p>Immutable: each method gives a changed copy. A single state, nested ones included, is
 * {@link StateMachineHarness#singleState(String)}.
 */
@API(status = MAINTAINED, since = "0.1")
public final class ExecutionPart {
    private final Definition definition;
    private final Part part;
    private final Runner runner;

    /** Starts the part with an input. */
    @FunctionalInterface
    interface Runner {
        /** @param toEnd whether time is skipped until it has ended */
        Execution run(Part part, JsonInput input, boolean toEnd);
    }

    ExecutionPart(Definition definition, Part part, Runner runner) {
        this.definition = definition;
        this.part = part;
        this.runner = runner;
    }

    /**
     * The state that is entered first; its input is that of the execution.
     *
     * @param state the name of a state at the top
     * @throws IllegalArgumentException if there is none of that name at the top
     */
    public ExecutionPart startingAt(String state) {
        return with(new Part(top(state), part.stopAfter(), part.variables()));
    }

    /**
     * The state with which the execution ends: when it is left, with success or by a Catcher, the execution has succeeded, and
     * its output is the state's. An execution that never comes to the state ends as the definition says.
     *
     * @param state the name of a state at the top
     * @throws IllegalArgumentException if there is none of that name at the top
     */
    public ExecutionPart stoppingAfter(String state) {
        return with(new Part(part.startAt(), top(state), part.variables()));
    }

    /**
     * A variable that states before the part would have assigned.
     *
     * @param name its name without {@code $}
     * @param value JSON text, a file, a tree, a map, a list, a record or bean
     * @throws IllegalArgumentException if the value is no JSON
     */
    public ExecutionPart withVariable(String name, @Nullable Object value) {
        Map<String, JsonNode> variables = new LinkedHashMap<>(part.variables());
        variables.put(name, JsonBorder.given(value, "variable " + name));
        return with(new Part(part.startAt(), part.stopAfter(), variables));
    }

    private ExecutionPart with(Part changed) {
        return new ExecutionPart(definition, changed, runner);
    }

    /**
     * Runs the part to its end, as {@link StateMachineHarness#run(Object)} runs the whole.
     *
     * @param input JSON text, a file, a tree, a map, a list, a record or bean
     * @throws IllegalArgumentException if the input is no JSON
     */
    public Execution run(Object input) {
        return runner.run(part, JsonInput.ofObject(input), true);
    }

    /**
     * Starts the part and runs it to its first wait, as {@link StateMachineHarness#start(Object)} does with the whole.
     *
     * @param input JSON text, a file, a tree, a map, a list, a record or bean
     * @throws IllegalArgumentException if the input is no JSON
     */
    public Execution start(Object input) {
        return runner.run(part, JsonInput.ofObject(input), false);
    }

    private String top(String state) {
        List<String> tops = List.copyOf(definition.states().states().keySet());
        if (tops.contains(state)) {
            return state;
        }
        String source = definition.source().name();
        if (definition.stateNames().contains(state)) {
            throw new IllegalArgumentException("The state \"" + state + "\" of " + source
                    + " is nested. A part begins and ends"
                    + " with a state at the top; harness.singleState(\"" + state + "\") runs a nested one alone.\n\n"
                    + KnownNames.facts("states at the top", "", tops));
        }
        throw new IllegalArgumentException(
                source + " has no state \"" + state + "\".\n\n" + KnownNames.facts("states at the top", state, tops));
    }
}
