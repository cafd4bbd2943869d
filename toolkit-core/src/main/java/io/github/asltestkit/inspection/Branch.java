package io.github.asltestkit.inspection;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.definition.StateGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A line of states that run one after the other: the execution's own, a branch of a Parallel state, or an iteration of
 * a Map state.
 */
@API(status = MAINTAINED, since = "0.1")
public final class Branch {
    private final int index;
    private final @Nullable StateVisit parent;
    final List<StateVisit> visits = new ArrayList<>();
    VisitOutcome outcome = VisitOutcome.RUNNING;

    /** The states that its line is made of; null where no definition tells. */
    final @Nullable StateGraph states;

    Branch(int index, @Nullable StateVisit parent, @Nullable StateGraph states) {
        this.index = index;
        this.parent = parent;
        this.states = states;
    }

    /**
     * The index of the branch in the definition, or of the item, 0 for the first; without a definition, of a branch the order
     * in which it was entered. 0 for the execution's own line.
     */
    public int index() {
        return index;
    }

    /** The stay in the Parallel or Map state it belongs to; null for the execution's own line. */
    public @Nullable StateVisit parent() {
        return parent;
    }

    /** The stays in its states, in order. */
    public List<StateVisit> visits() {
        return Collections.unmodifiableList(visits);
    }

    /** The names of the states entered, in order. */
    public List<String> path() {
        return visits.stream().map(StateVisit::name).toList();
    }

    /** How it ended. */
    public VisitOutcome outcome() {
        return outcome;
    }

    /** {@code ForEachOrder[3]}; empty for the execution's own line. */
    public String place() {
        return parent == null ? "" : parent.path() + "[" + index + "]";
    }

    @Nullable
    StateVisit last() {
        return visits.isEmpty() ? null : visits.get(visits.size() - 1);
    }

    /**
     * How a branch ended whose own end no event tells, where what is around it failed or was stopped: one that had come to its
     * end succeeded, any other was aborted.
     */
    VisitOutcome outcomeFromOutside() {
        StateVisit last = last();
        boolean atItsEnd = last != null
                && last.outcome == VisitOutcome.SUCCEEDED
                && (last.state == null || last.state.isTerminal());
        return atItsEnd ? VisitOutcome.SUCCEEDED : VisitOutcome.ABORTED;
    }

    @Override
    public String toString() {
        return place() + path();
    }
}
