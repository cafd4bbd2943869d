package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What was explored, and whether that was everything. Immutable; the toolkit makes it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ExplorationResult {

    /** The definition that was explored. */
    Definition definition();

    /** The input of all runs. Not to be changed. */
    JsonNode input();

    /** The runs, those with fewer faults first, the same ones in the same order each time. */
    List<ExploredRun> runs();

    /** How many runs there are within the bound; if not all are counted, how many are known. */
    long total();

    /** Whether all of them were run, by this JVM and the other shards together. */
    boolean isComplete();

    /**
     * How much was explored: {@code explored all 423 runs}, {@code sampled 10,000 of 41,208, seed 1}, or, if the orders of plans
     * pass the limit, {@code ran the first 10,000 of at least 10,412 runs}.
     */
    String extent();

    /** The runs by how they ended; those that more runs ended with first. */
    List<Outcome> outcomes();

    /** The Retriers and Catchers that no run entered, in the order of the definition. */
    List<DeadHandler> deadHandlers();

    /** The table of the outcomes, with the dead handlers below, as text of at most 119 columns. */
    String table();

    /** A test in Java that scripts what a run met. */
    String asTest(ExploredRun run);
}
