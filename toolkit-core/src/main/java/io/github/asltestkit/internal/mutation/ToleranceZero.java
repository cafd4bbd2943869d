package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.ArrayList;
import java.util.List;

/** A distributed Map tolerates no failure. */
final class ToleranceZero implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (String field : List.of("ToleratedFailureCount", "ToleratedFailurePercentage")) {
            JsonNode tolerated = site.json().get(field);
            if (tolerated != null && !(tolerated.isNumber() && tolerated.asDouble() == 0)) {
                changes.add(Change.put(
                        site,
                        field + " 0 instead of " + Values.shown(tolerated),
                        site.at(field),
                        LongNode.valueOf(0),
                        Advice.tolerance(site)));
            }
        }
        return changes;
    }
}
