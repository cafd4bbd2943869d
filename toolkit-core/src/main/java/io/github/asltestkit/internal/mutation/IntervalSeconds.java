package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;

/** The first wait before a retry is twice as long. */
final class IntervalSeconds implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return Retriers.each(site, (index, retrier) -> {
            long seconds = Retriers.interval(retrier);
            return Retriers.put(
                            site,
                            index,
                            retrier,
                            "IntervalSeconds",
                            LongNode.valueOf(2 * seconds),
                            String.valueOf(seconds),
                            Advice.waits(site))
                    .equalIf(Retriers.attempts(retrier) == 0, EqualBecause.NO_RETRY);
        });
    }
}
