package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.proof.Reads;
import io.github.asltestkit.internal.proof.TestedDefinition;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * Reads the stays of an execution from its history, its definition and the companions of both. It remembers what it has read of
 * definitions, so that many tests of one machine cost little; it may be used on several threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class StayReader {
    private final Map<Identity, Tested> states = new ConcurrentHashMap<>();

    /**
     * What a history does not tell of an execution.
     *
     * @param executionArn its ARN
     * @param calls the calls it made, in order
     * @param failedItems how many items of a distributed Map failed, by the ARN of its Map Run
     */
    public record Companion(String executionArn, List<RecordedCall> calls, Map<String, Long> failedItems) {
        /** Keeps copies. */
        public Companion {
            calls = List.copyOf(calls);
            failedItems = Map.copyOf(failedItems);
        }
    }

    /** A state as TestState is asked about it. */
    record Tested(JsonNode written, ObjectNode definition, Stay.Definition canonical, Reads reads) {}

    /** A state is the same where it is the same object: two definitions may have equal states at equal places. */
    private record Identity(State state) {
        @Override
        @SuppressWarnings("ReferenceEquality") // That is what this key is for.
        public boolean equals(Object other) {
            return other instanceof Identity identity && identity.state == state;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(state);
        }
    }

    /**
     * The stays of an execution whose end is known, nested ones too, in the order in which their states were entered; an attempt
     * that is under way, or that was aborted from outside, is none.
     *
     * @param inspection of an execution that was run here, with its definition, its data flow and its notes
     * @throws IllegalArgumentException if the inspection has no definition
     */
    public List<Stay> stays(ExecutionInspection inspection, Companion companion) {
        Definition definition = inspection.definition();
        if (definition == null) {
            throw new IllegalArgumentException("Stays can only be read with the definition that was executed.");
        }
        CallLog calls = new CallLog(companion.calls());
        List<Stay> stays = new ArrayList<>();
        for (StateVisit visit : inspection.allVisits()) {
            State state = visit.state();
            JsonNode input = visit.input();
            if (state != null && input != null) {
                Tested tested = tested(definition, state);
                stays.addAll(new VisitStays(visit, input, state, definition, tested, companion, calls).all());
            }
        }
        return stays;
    }

    private Tested tested(Definition definition, State state) {
        Identity identity = new Identity(state);
        Tested known = states.get(identity);
        if (known == null) {
            known = read(definition, state);
            states.put(identity, known);
        }
        return known;
    }

    private static Tested read(Definition definition, State state) {
        JsonNode written = definition.json().at(state.pointer());
        ObjectNode tested = TestedDefinition.of(definition, state);
        return new Tested(written, tested, Stay.Definition.of(tested), Reads.of(state, written));
    }
}
