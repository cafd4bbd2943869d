package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with another constant. A boolean is left alone: with the other one, the rule says what it says when it is
 * negated.
 */
final class ComparisonConstant implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (Comparisons.Found found : Comparisons.of(site)) {
            String operator = found.comparison().operator();
            JsonNode value = found.comparison().value();
            JsonNode other = operator.endsWith("Path") ? null : other(operator, value);
            if (other != null) {
                changes.add(Change.put(
                        site,
                        operator + " " + Values.shown(other) + " instead of " + Values.shown(value) + " in "
                                + found.where(),
                        found.pointerOf(operator),
                        other,
                        Advice.boundary(site)));
            }
        }
        return changes;
    }

    private static @Nullable JsonNode other(String operator, JsonNode value) {
        return value.isBoolean() ? null : operator.startsWith("Timestamp") ? Values.later(value) : Values.other(value);
    }
}
