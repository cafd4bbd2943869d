package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The waits before retries are drawn at random where they were exact, or the other way round. */
final class JitterChanged implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return Retriers.each(site, (index, retrier) -> {
            String was = retrier.fullJitter() ? "FULL" : "NONE";
            TextNode now = TextNode.valueOf(retrier.fullJitter() ? "NONE" : "FULL");
            return Retriers.put(site, index, retrier, "JitterStrategy", now, was, Advice.waits(site))
                    .equalIf(Retriers.attempts(retrier) == 0, EqualBecause.NO_RETRY);
        });
    }
}
