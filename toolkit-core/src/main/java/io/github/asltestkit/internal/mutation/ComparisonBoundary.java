package io.github.asltestkit.internal.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison holds on the boundary where it did not, or the other way round. */
final class ComparisonBoundary implements Operator {
    private static final Pattern ORDER = Pattern.compile("(.+(?:LessThan|GreaterThan))(Equals)?(Path)?");

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (Comparisons.Found found : Comparisons.of(site)) {
            String operator = found.comparison().operator();
            Matcher order = ORDER.matcher(operator);
            if (order.matches()) {
                String path = order.group(3) == null ? "" : order.group(3);
                String other = order.group(1) + (order.group(2) == null ? "Equals" : "") + path;
                String from = found.pointerOf(operator);
                changes.add(site.change(
                        other + " instead of " + operator + " in " + found.where(),
                        from,
                        List.of(
                                new Edit.Drop(from),
                                new Edit.Put(
                                        found.pointerOf(other),
                                        found.comparison().value())),
                        "\"" + other + "\": " + found.comparison().value(),
                        Advice.boundary(site)));
            }
        }
        return changes;
    }
}
