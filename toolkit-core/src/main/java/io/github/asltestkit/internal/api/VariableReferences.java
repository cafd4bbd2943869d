package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables that each state reads, as DescribeStateMachine lists them: only states that read any, names sorted. */
final class VariableReferences {
    private static final Pattern REFERENCE = Pattern.compile("(?<![$\\w])\\$(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final Pattern LITERAL =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Set<String> GRAPHS = Set.of("Branches", "ItemProcessor", "Iterator");

    private final Definition definition;
    private final Set<String> assigned = new HashSet<>();
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    private VariableReferences(Definition definition) {
        this.definition = definition;
    }

    static Map<String, List<String>> of(Definition definition) {
        VariableReferences references = new VariableReferences(definition);
        references.collectAssigned(definition.json());
        references.graph(definition.states());
        return references.found;
    }

    private void collectAssigned(JsonNode node) {
        if (node.path("Assign").isObject()) {
            node.path("Assign").fieldNames().forEachRemaining(name -> assigned.add(name.replaceFirst("\\.\\$$", "")));
        }
        node.forEach(this::collectAssigned);
    }

    private void graph(StateGraph graph) {
        graph.states().values().forEach(this::state);
    }

    private void state(State state) {
        Set<String> names = new TreeSet<>();
        boolean jsonata = state.fields().queryLanguage() == QueryLanguage.JSONATA;
        for (Map.Entry<String, JsonNode> field :
                definition.json().at(state.pointer()).properties()) {
            if (!GRAPHS.contains(field.getKey())) {
                field(field.getKey(), field.getValue(), jsonata, names);
            }
        }
        if (!names.isEmpty()) {
            found.put(state.name(), new ArrayList<>(names));
        }
        state.graphs().forEach(this::graph);
    }

    private void field(String key, JsonNode value, boolean jsonata, Set<String> names) {
        if (value.isContainerNode()) {
            value.properties().forEach(field -> field(field.getKey(), field.getValue(), jsonata, names));
            if (value.isArray()) {
                value.forEach(element -> field(key, element, jsonata, names));
            }
            return;
        }
        if (!value.isTextual()) {
            return;
        }
        String text = value.textValue();
        boolean evaluated = jsonata
                ? text.strip().startsWith("{%")
                : key.endsWith(".$") || key.endsWith("Path") || key.equals("Variable");
        if (evaluated) {
            Matcher reference = REFERENCE.matcher(LITERAL.matcher(text).replaceAll("''"));
            while (reference.find()) {
                String name = reference.group("name");
                // In JSONata $name may also be a function or a name that the expression itself binds.
                if (!name.equals("states") && (!jsonata || assigned.contains(name))) {
                    names.add(name);
                }
            }
        }
    }
}
