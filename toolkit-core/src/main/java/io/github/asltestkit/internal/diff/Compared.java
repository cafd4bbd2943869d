package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.diff.Side.Ran;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was run on both sides.
 *
 * @param trial the scenario
 * @param input the input that both got
 * @param old the run of the old definition
 * @param current the run of the new definition
 * @param before what the old run did
 * @param after what the new run did
 * @param departure in what they differ first, or null
 * @param decision where they part, or null
 */
record Compared(
        Trial trial,
        JsonNode input,
        Ran old,
        Ran current,
        Observation before,
        Observation after,
        @Nullable Departure departure,
        @Nullable Decision decision) {

    /** What the scenarios of one cluster have in common; null if the runs do not differ. */
    @Nullable
    String cluster() {
        return departure == null || decision == null
                ? null
                : departure.kind() + " " + decision.place() + " " + decision.change();
    }

    /** Whether nothing differs but the Pass states that are billed. */
    boolean isBilledOtherwise() {
        return departure == null
                && before.course().transitions() != after.course().transitions();
    }

    /** How much there is to it: what goes wrong first, then what is special about its data. */
    int size() {
        int kinds = switch (trial.kind()) {
            case INPUT -> 0;
            case GOAL, FAULT -> 1;
            case RECORDING -> 2;
        };
        return 10_000 * trial.plan().faults()
                + 1_000 * trial.values().size()
                + 100 * kinds
                + Math.min(99, input.size());
    }
}
