package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;

/** {@code Or} for {@code And}, or the other way round, where there is more than one rule to join. */
final class RuleJunction implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        if (site.state() instanceof State.ChoiceState state) {
            for (int i = 0; i < state.choices().size(); i++) {
                String pointer = state.choices().get(i).pointer();
                add(
                        site,
                        "Choices[" + i + "]",
                        pointer,
                        site.definition().json().at(pointer),
                        changes);
            }
        }
        return changes;
    }

    private static void add(Site site, String where, String pointer, JsonNode rule, List<Change> changes) {
        for (String junction : List.of("And", "Or")) {
            JsonNode parts = rule.path(junction);
            String from = pointer + "/" + junction;
            if (parts.size() > 1) {
                String other = junction.equals("And") ? "Or" : "And";
                changes.add(site.change(
                        other + " instead of " + junction + " in " + where,
                        from,
                        List.of(new Edit.Drop(from), new Edit.Put(pointer + "/" + other, parts)),
                        "\"" + other + "\": " + parts,
                        Advice.path(site)));
            }
            for (int i = 0; i < parts.size(); i++) {
                add(site, where, from + "/" + i, parts.get(i), changes);
            }
        }
        if (rule.path("Not").isObject()) {
            add(site, where, pointer + "/Not", rule.path("Not"), changes);
        }
    }
}
