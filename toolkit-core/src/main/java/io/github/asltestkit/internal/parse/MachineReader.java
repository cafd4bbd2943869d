package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a state machine, and the graphs of states within it. */
final class MachineReader {
    private static final Set<String> MACHINE_FIELDS =
            Set.of("Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage");

    private final DefinitionSource source;
    private final Problems problems;

    MachineReader(DefinitionSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    Definition read() {
        Fields fields = new Fields(source.json(), "", problems);
        unknownFields(fields, MACHINE_FIELDS);
        QueryLanguage language = queryLanguage(fields, QueryLanguage.JSONPATH, null);
        return new Definition(
                fields.text("Comment"),
                fields.text("Version"),
                language,
                fields.integer("TimeoutSeconds", 0),
                graph(fields, language),
                source);
    }

    /** {@code StartAt} and {@code States} of a machine, branch or processor. */
    StateGraph graph(Fields fields, QueryLanguage language) {
        fields.require(List.of("States", "StartAt"));
        String startAt = fields.text("StartAt");
        JsonNode states = fields.any("States");
        Map<String, State> read = new LinkedHashMap<>();
        if (states != null && !states.isObject()) {
            problems.schema("Value is not of type object", fields.pointer("States"));
        } else if (states != null) {
            if (states.isEmpty()) {
                problems.schema("Object must have at least 1 property", fields.pointer("States"));
            }
            StateReader reader = new StateReader(this, problems);
            states.properties().forEach(entry -> {
                String pointer = fields.pointer("States") + "/" + PlacedJson.escape(entry.getKey());
                State state = reader.read(entry.getKey(), entry.getValue(), pointer, language);
                if (state != null) {
                    read.put(entry.getKey(), state);
                }
            });
            Set<String> names = new TreeSet<>();
            states.fieldNames().forEachRemaining(names::add);
            if (startAt != null) {
                target(startAt, names, fields.pointer("StartAt"));
            }
            new TargetCheck(this, names).check(states, fields.pointer("States"));
        }
        return new StateGraph(startAt == null ? "" : startAt, read, fields.pointer());
    }

    /** A name that must be that of a state. */
    void target(String name, Set<String> names, String pointer) {
        if (!names.contains(name)) {
            problems.error(
                    Problems.MISSING_TARGET, "Missing 'Next' target: " + name, pointer, DidYouMean.hint(name, names));
        }
    }

    void unknownFields(Fields fields, Set<String> known) {
        fields.json().fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.error(
                        Problems.SCHEMA,
                        "Field '" + name + "' is not supported",
                        fields.pointer(name),
                        DidYouMean.hint(name, known));
            }
        });
    }

    /** {@code QueryLanguage}, checked against that of the machine around it where there is one. */
    QueryLanguage queryLanguage(Fields fields, QueryLanguage inherited, @Nullable QueryLanguage machine) {
        String text = fields.text("QueryLanguage");
        if (text == null) {
            return inherited;
        }
        for (QueryLanguage language : QueryLanguage.values()) {
            if (language.aslName().equals(text)) {
                if (machine == QueryLanguage.JSONATA && language == QueryLanguage.JSONPATH) {
                    problems.schema(
                            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
                            fields.pointer());
                }
                return language;
            }
        }
        problems.schema("Value is not one of: [JSONPath, JSONata]", fields.pointer("QueryLanguage"));
        return inherited;
    }
}
