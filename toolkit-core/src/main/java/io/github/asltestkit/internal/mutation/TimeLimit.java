package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** {@code TimeoutSeconds} or {@code HeartbeatSeconds} is twice as long, or gone. */
final class TimeLimit implements Operator {
    private static final List<String> FIELDS =
            List.of("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath");

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (String field : FIELDS) {
            JsonNode seconds = site.json().get(field);
            if (seconds != null) {
                JsonNode twice = Values.twice(seconds);
                if (twice != null) {
                    changes.add(Change.put(
                            site,
                            field + " " + Values.shown(twice) + " instead of " + Values.shown(seconds),
                            site.at(field),
                            twice,
                            Advice.timeout(site, field)));
                }
                changes.add(Change.drop(site, "drop " + field, site.at(field), Advice.timeout(site, field)));
            }
        }
        return changes;
    }
}
