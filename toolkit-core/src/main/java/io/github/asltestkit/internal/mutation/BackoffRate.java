package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.LongNode;
import io.github.asltestkit.definition.Retrier;
import java.util.List;

/** The waits before retries do not grow. */
final class BackoffRate implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return Retriers.each(
                site,
                (index, retrier) -> Retriers.rate(retrier) == 1
                        ? null
                        : Retriers.put(
                                        site,
                                        index,
                                        retrier,
                                        "BackoffRate",
                                        LongNode.valueOf(1),
                                        rate(retrier),
                                        Advice.waits(site))
                                .equalIf(Retriers.attempts(retrier) <= 1, EqualBecause.ONE_RETRY));
    }

    private static String rate(Retrier retrier) {
        double rate = Retriers.rate(retrier);
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
    }
}
