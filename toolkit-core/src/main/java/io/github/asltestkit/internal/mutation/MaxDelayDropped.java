package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Retrier;
import java.util.List;

/** The waits before retries grow without a bound. */
final class MaxDelayDropped implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return Retriers.each(site, (index, retrier) -> {
            Long most = retrier.maxDelaySeconds();
            return most == null
                    ? null
                    : Change.drop(
                                    site,
                                    "drop MaxDelaySeconds of Retry[" + index + "]",
                                    retrier.pointer() + "/MaxDelaySeconds",
                                    Advice.waits(site))
                            .equalIf(longest(retrier) <= most, EqualBecause.DELAY_NOT_REACHED)
                            .reachedBy(ItemKind.RETRIER, retrier.pointer());
        });
    }

    /** The last wait, as long as it would be without a bound. */
    private static double longest(Retrier retrier) {
        long growths = Math.max(0, Retriers.attempts(retrier) - 1);
        return Retriers.interval(retrier) * Math.pow(Math.max(1, Retriers.rate(retrier)), (double) growths);
    }
}
