package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.message.Pointers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of variables: at most 80 characters of a Unicode identifier, not {@code states}; and an inner scope, which a
 * branch or an iteration is, assigns none that is assigned on a way into the Parallel or Map state. What the state itself,
 * its Catchers or the states after it assign does not count, and a distributed Map is no exception (measured).
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states
 *     with variables</a>
 */
final class AssignRule implements Rule {
    private static final int MAX_LENGTH = 80;
    private static final String TWICE = "DUPLICATE_VARIABLE_NAME";
    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Names {
        static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*");
    }

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.error("A variable has a valid name, which does not start with _", "workflow-variables.html"),
                RuleInfo.error(
                        TWICE,
                        "A branch or an iteration assigns no variable that a way into its Parallel or Map state assigns",
                        "workflow-variables.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        check(definition.states(), Set.of(), findings);
    }

    private static void check(StateGraph graph, Set<String> outer, Findings findings) {
        Map<String, Set<String>> before = AssignedVariables.before(graph, outer);
        for (State state : graph.states().values()) {
            assignments(state).forEach((pointer, assign) -> check(assign, pointer, outer, findings));
            for (StateGraph inner : state.graphs()) {
                check(inner, before.getOrDefault(state.name(), outer), findings);
            }
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

    private static void check(JsonNode assign, String pointer, Set<String> outer, Findings findings) {
        assign.fieldNames().forEachRemaining(field -> {
            String name = Expressions.fieldName(field);
            String at = pointer + "/" + Pointers.segment(field);
            if (name.length() > MAX_LENGTH || !Names.NAME.matcher(name).matches() || name.equals("states")) {
                findings.error("'" + name + "' is not a valid variable name", at);
            } else if (outer.contains(name)) {
                findings.coded(
                        TWICE, "The variable name '" + name + "' was already defined in a parent scope.", at, null);
            }
        });
    }
}
