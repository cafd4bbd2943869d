package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that the states of a line assigned, as they were when they were assigned last. */
public final class Variables {
    private Variables() {}

    public static @Nullable JsonNode last(Branch line, String name) {
        StateVisit by = lastAssigning(line, name);
        return by == null ? null : by.assigned().get(name);
    }

    static @Nullable StateVisit lastAssigning(Branch line, String name) {
        StateVisit by = null;
        for (StateVisit visit : line.visits()) {
            by = visit.assigned().containsKey(name) ? visit : by;
        }
        return by;
    }

    static Set<String> names(Branch line) {
        Set<String> names = new LinkedHashSet<>();
        line.visits().forEach(visit -> names.addAll(visit.assigned().keySet()));
        return names;
    }

    /** Which states assigned a variable, and to what. */
    public static Why why(Evidence evidence, Branch line, String name) {
        List<String> steps = new ArrayList<>();
        for (StateVisit visit : line.visits()) {
            JsonNode value = visit.assigned().get(name);
            if (value != null) {
                steps.add(visit.path() + " assigned " + value);
            }
        }
        return new Why(String.join(", then ", steps), evidence.place(lastAssigning(line, name), "/Assign"));
    }
}
