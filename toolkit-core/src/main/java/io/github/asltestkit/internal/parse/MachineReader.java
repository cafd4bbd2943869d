package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a state machine, and the graphs of states within it. */
final class MachineReader {
    private static final Set<String> MACHINE_FIELDS =
            Set.of("Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage");

    private final DefinitionSource source;
    private final Problems problems;
    private final Set<String> stateNames = new HashSet<>();

    MachineReader(DefinitionSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    Definition read() {
        Fields fields = new Fields(source.json(), "", problems);
        fields.onlyKnown(MACHINE_FIELDS);
        QueryLanguage language = queryLanguage(fields, null);
        fields.oneOf("Version", List.of("1.0"));
        return new Definition(
                fields.text("Comment"),
                fields.text("Version"),
                language,
                fields.optionalInteger("TimeoutSeconds", 1, Quotas.FIELD_SECONDS),
                graph(fields, language),
                source);
    }

    /**
     * {@code StartAt} and {@code States} of a machine, branch or processor.
     *
     * @param language the machine's query language, which the states within have unless they say otherwise: that of a
     *     Map or Parallel state around them says nothing about them
     */
    StateGraph graph(Fields fields, QueryLanguage language) {
        fields.require(List.of("States", "StartAt"));
        String startAt = fields.text("StartAt");
        Map<String, State> read = new LinkedHashMap<>();
        Fields states = fields.object("States");
        if (states != null) {
            if (fields.json().path("States").isObject() && states.json().isEmpty()) {
                problems.schema("Value cannot be empty", states.pointer());
            }
            StateReader reader = new StateReader(this, problems, language);
            states.json().properties().forEach(entry -> {
                String pointer = states.pointer(entry.getKey());
                unique(entry.getKey(), pointer);
                State state = reader.read(entry.getKey(), entry.getValue(), pointer);
                if (state != null) {
                    read.put(entry.getKey(), state);
                }
            });
            if (fields.json().path("States").isObject()) {
                new Transitions(problems, states.json(), states.pointer())
                        .checkTargets(fields.any("StartAt"), fields.pointer("StartAt"));
            }
        }
        return new StateGraph(startAt == null ? "" : startAt, read, fields.pointer());
    }

    /** State names are unique within the whole machine, not only within their own {@code States}. */
    private void unique(String name, String pointer) {
        if (!stateNames.add(name)) {
            problems.ofState(Problems.DUPLICATE_STATE, "Duplicate State name: " + name, pointer);
        }
    }

    /**
     * The query language of the machine ({@code machine} is null) or of a state. As measured on AWS, what is neither
     * language is a problem, and then taken for JSONata.
     */
    QueryLanguage queryLanguage(Fields fields, @Nullable QueryLanguage machine) {
        JsonNode value = fields.any("QueryLanguage");
        if (value == null) {
            return machine == null ? QueryLanguage.JSONPATH : machine;
        }
        fields.oneOf("QueryLanguage", List.of("JSONPath", "JSONata"));
        return QueryLanguage.JSONPATH.aslName().equals(value.textValue())
                ? QueryLanguage.JSONPATH
                : QueryLanguage.JSONATA;
    }
}
