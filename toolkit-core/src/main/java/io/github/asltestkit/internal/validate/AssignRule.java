package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.message.Pointers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of variables: at most 80 characters of a Unicode identifier, not {@code states}; and an inner scope, which a
 * branch or an iteration is, assigns none that the scopes around it assign. The processor of a distributed Map sees no
 * outer scope.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states
 *     with variables</a>
 */
final class AssignRule implements Rule {
    private static final int MAX_LENGTH = 80;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*");

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error(
                "A variable has a valid name, and none that a scope around it assigns", "workflow-variables.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        check(definition.states(), Set.of(), findings);
    }

    private static void check(StateGraph graph, Set<String> outer, Findings findings) {
        Set<String> own = new HashSet<>(outer);
        for (State state : graph.states().values()) {
            assignments(state).forEach((pointer, assign) -> own.addAll(checked(assign, pointer, outer, findings)));
        }
        for (State state : graph.states().values()) {
            boolean apart =
                    state instanceof State.MapState map && map.itemProcessor().distributed();
            state.graphs().forEach(inner -> check(inner, apart ? Set.of() : own, findings));
        }
    }

    /** The Assign fields of a state by their pointers. */
    private static Map<String, JsonNode> assignments(State state) {
        Map<String, JsonNode> assignments = new LinkedHashMap<>();
        JsonNode assign = state.fields().assign();
        if (assign != null) {
            assignments.put(state.pointer() + "/Assign", assign);
        }
        if (state instanceof State.ChoiceState choose) {
            for (Choice choice : choose.choices()) {
                if (choice.assign() != null) {
                    assignments.put(choice.pointer() + "/Assign", choice.assign());
                }
            }
        }
        for (Catcher catcher : state.catchers()) {
            if (catcher.assign() != null) {
                assignments.put(catcher.pointer() + "/Assign", catcher.assign());
            }
        }
        return assignments;
    }

    private static Set<String> checked(JsonNode assign, String pointer, Set<String> outer, Findings findings) {
        Set<String> names = new HashSet<>();
        assign.fieldNames().forEachRemaining(field -> {
            String name = Expressions.fieldName(field);
            String at = pointer + "/" + Pointers.segment(field);
            if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches() || name.equals("states")) {
                findings.error("'" + name + "' is not a valid variable name", at);
            } else if (outer.contains(name)) {
                findings.error("The variable '" + name + "' is assigned in an outer scope already", at);
            }
            names.add(name);
        });
        return names;
    }
}
