package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Plan;

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
    RunRecord run(Plan plan);
}
