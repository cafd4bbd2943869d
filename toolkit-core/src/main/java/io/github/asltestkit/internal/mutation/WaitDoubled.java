package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;

/** A Wait state waits twice as long, or until a second later. */
final class WaitDoubled implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        if (site.state() instanceof State.Wait wait) {
            JsonNode seconds = wait.seconds();
            JsonNode twice = seconds == null ? null : Values.twice(seconds);
            if (seconds != null && twice != null) {
                changes.add(put(site, "Seconds", seconds, twice)
                        .equalIf(seconds.isNumber() && seconds.asLong() == 0, EqualBecause.NO_TIME));
            }
            JsonNode timestamp = site.json().get("Timestamp");
            JsonNode later = timestamp == null ? null : Values.later(timestamp);
            if (timestamp != null && later != null) {
                changes.add(put(site, "Timestamp", timestamp, later));
            }
        }
        return changes;
    }

    private static Change put(Site site, String field, JsonNode was, JsonNode now) {
        return Change.put(
                site,
                field + " " + Values.shown(now) + " instead of " + Values.shown(was),
                site.at(field),
                now,
                Advice.waiting(site));
    }
}
