package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Plan;
import java.util.List;

/** Where runs happen: the harness's side of an exploration. Its runs share nothing that changes, and may be run at once. */
public interface World {

    /** The definition that is explored. */
    Definition definition();

    /** The name of its machine. */
    String machineName();

    /** Whether AWS runs its executions at least once, rather than exactly once. */
    boolean isExpress();

    /** The input of all runs. */
    JsonNode inputTree();

    /**
     * Runs a plan from a fresh copy of the script.
     *
     * @throws io.github.asltestkit.integration.UnmockedCallException if it makes a call that the script does not answer
     */
    RunRecord run(Plan plan, Turning turning);

    /**
     * How lines of states take turns.
     *
     * @param inTurns whether the order of the plan decides, rather than the engine
     * @param dependent the states whose calls depend on one another, named alone or by their paths
     */
    record Turning(boolean inTurns, List<String> dependent) {
        /** As the engine does. */
        public static final Turning BY_THE_ENGINE = new Turning(false, List.of());
    }
}
