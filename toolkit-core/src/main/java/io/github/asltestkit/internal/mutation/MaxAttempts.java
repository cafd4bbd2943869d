package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.ArrayList;
import java.util.List;

/** One retry more, one less. */
final class MaxAttempts implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(by(site, 1));
        changes.addAll(by(site, -1));
        return changes;
    }

    private static List<Change> by(Site site, int difference) {
        return Retriers.each(site, (index, retrier) -> {
            long attempts = Retriers.attempts(retrier);
            return isMeant(attempts, attempts + difference)
                    ? Retriers.put(
                            site,
                            index,
                            retrier,
                            "MaxAttempts",
                            LongNode.valueOf(attempts + difference),
                            String.valueOf(attempts),
                            Advice.attempts(site))
                    : null;
        });
    }

    /** None instead of one is what a Retrier less comes to. */
    private static boolean isMeant(long from, long to) {
        return to >= 0 && !(from == 1 && to == 0);
    }
}
