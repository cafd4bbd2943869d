package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Graph;
import io.github.asltestkit.internal.program.Step;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of states being run: the machine itself, a branch of a Parallel state, or an iteration of a Map state. All
 * that changes while it runs is here and in its {@link Visit}.
 */
final class Frame {
    final ExecutionRun run;
    final Graph graph;
    final Variables variables;

    /** The Parallel or Map state this frame belongs to; null for the machine itself. */
    final @Nullable FrameParent parent;

    /** The index of the branch or item. */
    final int index;

    /** The item of a Map iteration, with its key where the items are an object's fields; null elsewhere. */
    final @Nullable MapItem item;

    /** The names that lead here, such as {@code ForEachOrder[3]/}; empty for the machine itself. */
    final String pathPrefix;

    /** The event that led to where the frame is now. */
    long lastEventId;

    /** The state it is in; null before the first and after the last. */
    @Nullable
    Visit visit;

    /** The state it will enter when its turn comes, and with what; null where it is in a state or at its end. */
    @Nullable
    Step next;

    @Nullable
    JsonNode nextInput;

    /** How often each state was entered; null where none can be entered twice. */
    private final @Nullable Map<String, Integer> visits;

    /** It runs no longer: it reached its end, failed, or was aborted. */
    boolean ended;

    Frame(
            ExecutionRun run,
            Graph graph,
            Variables variables,
            @Nullable FrameParent parent,
            int index,
            @Nullable MapItem item,
            String pathPrefix,
            long lastEventId) {
        this.run = run;
        this.graph = graph;
        this.variables = variables;
        this.parent = parent;
        this.index = index;
        this.item = item;
        this.pathPrefix = pathPrefix;
        this.lastEventId = lastEventId;
        this.visits = graph.hasLoops() ? new HashMap<>() : null;
    }

    /** Which visit of a state begins; the first is 1. */
    int countVisit(Step step) {
        return visits == null ? 1 : visits.merge(step.name(), 1, Integer::sum);
    }

    /** What leads here from the machine itself, with the visits and attempts of the states around. */
    String place() {
        return parent == null ? "" : parent.visit().place() + "[" + index + "]/";
    }

    /** The innermost item around this frame, its own or that of a Map state further out; null outside Map. */
    @Nullable
    MapItem innermostItem() {
        if (item != null) {
            return item;
        }
        return parent == null ? null : parent.visit().frame.innermostItem();
    }

    /** The item of a Map iteration. */
    record MapItem(
            int index,
            @Nullable String key,
            JsonNode value,
            @Nullable String source) {}
}
