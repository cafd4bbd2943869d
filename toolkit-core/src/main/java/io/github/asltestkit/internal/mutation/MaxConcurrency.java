package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.List;

/** A Map state runs one item after the other, or as many at once as can. */
final class MaxConcurrency implements Operator {
    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        if (!(site.state() instanceof State.MapState map) || map.maxConcurrencyPath() != null) {
            return changes;
        }
        JsonNode most = map.maxConcurrency();
        String pointer = site.at("MaxConcurrency");
        if (most == null || !most.isNumber() || most.asLong() != 1) {
            String was = most == null ? "0" : Values.shown(most);
            changes.add(Change.put(
                    site,
                    "MaxConcurrency 1 instead of " + was,
                    pointer,
                    LongNode.valueOf(1),
                    Advice.concurrency(site)));
        }
        if (most != null && !(most.isNumber() && most.asLong() == 0)) {
            boolean inline = !map.itemProcessor().distributed();
            changes.add(Change.drop(site, "drop MaxConcurrency", pointer, Advice.concurrency(site))
                    .equalIf(
                            inline && most.isNumber() && most.asLong() >= Quotas.INLINE_ITERATIONS,
                            EqualBecause.INLINE_CONCURRENCY));
        }
        return changes;
    }
}
