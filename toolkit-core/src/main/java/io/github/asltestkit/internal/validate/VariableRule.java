package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A variable that is read where no path has assigned it. */
final class VariableRule implements Rule {
    /** A variable in a path, also within an intrinsic function; what stands in quotes is no path. */
    private static final Pattern VARIABLE =
            Pattern.compile("'(?:[^'\\\\]++|\\\\.)*+'|(?<![$\\w])\\$(?<name>[\\p{L}_][\\p{L}\\p{Nd}_]*)");

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "VARIABLE_NOT_ASSIGNED",
                "A variable is read where no path has assigned it",
                "The execution fails with States.Runtime or States.QueryEvaluationError",
                "workflow-variables.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        check(definition.states(), Set.of(), findings);
    }

    private static void check(StateGraph graph, Set<String> outer, Findings findings) {
        Map<String, Set<String>> assignedBefore = AssignedVariables.before(graph, outer);
        for (State state : graph.states().values()) {
            Set<String> visible = assignedBefore.getOrDefault(state.name(), outer);
            reads(state).forEach((pointer, name) -> unassigned(state, name, pointer, visible, findings));
            JsonataFields.forEachText(state, findings.json(state.pointer()), (pointer, text) -> {
                if (!Findings.isOpen(text.textValue())) {
                    JsonataTemplate.variables(text)
                            .forEach(name -> unassigned(state, name, pointer, visible, findings));
                }
            });
            boolean apart =
                    state instanceof State.MapState map && map.itemProcessor().distributed();
            state.graphs().forEach(inner -> check(inner, apart ? Set.of() : visible, findings));
        }
    }

    private static void unassigned(State state, String name, String pointer, Set<String> visible, Findings findings) {
        if (!visible.contains(name)) {
            findings.warning(
                    "VARIABLE_NOT_ASSIGNED",
                    "No path assigns the variable $" + name + " before '" + state.name() + "' reads it",
                    pointer,
                    null);
        }
    }

    private static Map<String, String> reads(State state) {
        Map<String, String> reads = new LinkedHashMap<>();
        Expressions.templates(state)
                .forEach((pointer, template) -> Expressions.forEachField(template, pointer, (at, field) -> {
                    if (field.getKey().endsWith(".$")) {
                        read(field.getValue(), at, reads);
                    }
                }));
        if (Expressions.isJsonPath(state)) {
            read(state.fields().inputPath(), state.pointer() + "/InputPath", reads);
            read(state.fields().outputPath(), state.pointer() + "/OutputPath", reads);
        }
        return reads;
    }

    private static void read(@Nullable JsonNode expression, String pointer, Map<String, String> reads) {
        if (expression == null || Findings.isOpen(expression.textValue())) {
            return;
        }
        Matcher variable = VARIABLE.matcher(expression.textValue());
        while (variable.find()) {
            if (variable.group("name") != null && !"states".equals(variable.group("name"))) {
                reads.putIfAbsent(pointer, variable.group("name"));
            }
        }
    }
}
