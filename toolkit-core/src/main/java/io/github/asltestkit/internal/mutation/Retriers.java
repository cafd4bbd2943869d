package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.internal.spec.RetryDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the operators of Retriers share. */
final class Retriers {
    private Retriers() {}

    static long attempts(Retrier retrier) {
        return retrier.maxAttempts() == null ? RetryDefaults.MAX_ATTEMPTS : retrier.maxAttempts();
    }

    static long interval(Retrier retrier) {
        return retrier.intervalSeconds() == null ? RetryDefaults.INTERVAL_SECONDS : retrier.intervalSeconds();
    }

    static double rate(Retrier retrier) {
        return retrier.backoffRate() == null ? RetryDefaults.BACKOFF_RATE : retrier.backoffRate();
    }

    /** The changes of a Retrier's field that its index and itself give. */
    static List<Change> each(Site site, BiFunction<Integer, Retrier, @Nullable Change> maker) {
        List<Change> changes = new ArrayList<>();
        List<Retrier> all = site.state().retry();
        for (int i = 0; i < all.size(); i++) {
            Change change = maker.apply(i, all.get(i));
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** Another value of a field, which need not be written in the original. */
    static Change put(Site site, int index, Retrier retrier, String field, JsonNode value, String was, String advice) {
        Change change = Change.put(
                site,
                field + " " + Values.shown(value) + " instead of " + was + " in Retry[" + index + "]",
                retrier.pointer() + "/" + field,
                value,
                advice);
        // A Retrier that never retries is not told of when it matches.
        return attempts(retrier) == 0 ? change : change.reachedBy(ItemKind.RETRIER, retrier.pointer());
    }
}
