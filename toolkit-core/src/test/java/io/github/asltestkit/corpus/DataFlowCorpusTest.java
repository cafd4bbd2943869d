package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.internal.generate.WayDriver;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.parse.DefinitionLoader;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.Flaw;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the data flow of real definitions tells: of those that people deploy nothing but faults, which a run confirms; and of
 * faults that are put into them, most.
 */
class DataFlowCorpusTest {
    private static final Set<String> CODES = Set.of(
            "FIELD_NEVER_EXISTS",
            "VARIABLE_NOT_ASSIGNED",
            "COMPARISON_NEVER_TRUE",
            "UNREACHABLE_RULE",
            "UNREACHABLE_CATCHER");

    /** The fields that write objects by name. */
    private static final List<String> PRODUCERS = List.of("Assign", "ResultSelector", "Parameters", "Output", "Result");

    private static final List<String> AFTER = List.of("ResultSelector", "Assign", "OutputPath", "Output");

    @Test
    void each_warning_of_a_real_definition_is_a_fault_that_a_run_confirms() {
        List<String> unconfirmed = new ArrayList<>();
        List<String> confirmed = new ArrayList<>();
        definitions((file, loaded) -> {
            Definition definition = loaded.definition();
            DataFlow flow = DataFlow.of(definition, new ServiceResults(ServiceCatalogue.load()));
            StateMachine machine = machine(file, definition);
            for (Flaw flaw : flow.flaws()) {
                if (flaw instanceof Flaw.NeverThere never) {
                    WayDriver.Outcome outcome = WayDriver.drive(machine, flow, never);
                    String told = file + " " + never.read().pointer() + " "
                            + never.read().path();
                    (outcome.confirmed() ? confirmed : unconfirmed).add(told + "\n  " + outcome.text());
                } else if (!(flaw instanceof Flaw.PerhapsThere)) {
                    unconfirmed.add(file + " " + flaw);
                }
            }
        });
        confirmed.forEach(System.out::println);
        assertThat(unconfirmed).isEmpty();
    }

    /**
     * Drops one field at a time that a Pass, a selector or Assign writes. It is a fault if an expression behind it names the
     * field: of the others, nobody reads some, and some only have the name of a field that is read elsewhere.
     *
     * <p>Takes minutes: the profile {@code corpus} says so.
     */
    @Test
    @EnabledIfSystemProperty(named = "corpus.faults", matches = "true")
    void most_faults_are_found_and_what_is_foretold_happens() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        List<String> undriven = new ArrayList<>();
        int[] drives = new int[2];
        int[] noFault = new int[1];
        definitions((file, loaded) -> {
            Set<String> before = new HashSet<>();
            warnings(loaded.definition()).forEach(warning -> before.add(key(warning)));
            JsonNode root = loaded.definition().json();
            fields(root, "", (pointer, name) -> {
                ObjectNode changed = root.deepCopy();
                ObjectNode object = (ObjectNode) changed.at(pointer);
                object.remove(object.has(name) ? name : name + ".$");
                Definition mutant = DefinitionLoader.load(file, changed.toString(), DefinitionOptions.defaults())
                        .definition();
                if (mutant == null || !isNamedBehind(mutant, pointer, name)) {
                    noFault[0]++;
                    return;
                }
                int[] count = counts.computeIfAbsent(field(pointer), key -> new int[2]);
                count[0]++;
                if (warnings(mutant).stream().noneMatch(warning -> !before.contains(key(warning)))) {
                    missed.add(file + " " + pointer + " " + name);
                    return;
                }
                count[1]++;
                drive(file, mutant, before, drives, undriven);
            });
        });
        missed.forEach(miss -> System.out.println("missed " + miss));
        undriven.forEach(way -> System.out.println("not driven " + way));
        counts.forEach((field, count) -> System.out.println(field + ": " + count[1] + " of " + count[0]));
        System.out.println(noFault[0] + " fields are not named behind the place that writes them");
        System.out.println(drives[1] + " of " + drives[0] + " ways driven to the failure that was foretold");
        int all = counts.values().stream().mapToInt(count -> count[0]).sum();
        int found = counts.values().stream().mapToInt(count -> count[1]).sum();
        assertThat(found * 100 / all).as("%s of %s faults", found, all).isGreaterThanOrEqualTo(85);
        // The others ask for an element that a filter chooses (4), or go through a template's placeholder, which is no
        // array or
        // no format with {} until it is deployed (2).
        assertThat(drives[1] * 100 / drives[0]).as("ways driven").isGreaterThanOrEqualTo(95);
    }

    private static void drive(String file, Definition mutant, Set<String> before, int[] drives, List<String> undriven) {
        DataFlow flow = DataFlow.of(mutant, new ServiceResults(ServiceCatalogue.load()));
        StateMachine machine = machine(file, mutant);
        for (Flaw flaw : flow.flaws()) {
            if (flaw instanceof Flaw.NeverThere never
                    && before.stream()
                            .noneMatch(known -> known.startsWith(never.read().pointer() + " "))) {
                drives[0]++;
                WayDriver.Outcome outcome = WayDriver.drive(machine, flow, never);
                if (outcome.confirmed()) {
                    drives[1]++;
                } else {
                    undriven.add(outcome.kind() + ": " + file + " "
                            + never.read().pointer() + " " + never.read().path() + "\n  " + outcome.text());
                }
            }
        }
    }

    private static StateMachine machine(String file, Definition definition) {
        return StateMachine.parse(
                file.replaceAll(".*/", "").replaceAll("ya?ml$", "json"),
                definition.json().toString());
    }

    private static String field(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String key(Diagnostic warning) {
        return warning.location().pointer() + " " + warning.message();
    }

    private static List<Diagnostic> warnings(Definition definition) {
        return Validator.validate(definition, ValidationOptions.standard()).stream()
                .filter(warning -> CODES.contains(warning.code()))
                .toList();
    }

    private static void definitions(BiConsumer<String, LoadedDefinition> each) {
        Path folder = Shared.corpus().resolve("definitions");
        for (JsonNode row : Shared.json(folder.resolve("index.json"))) {
            String file = row.path("file").asText();
            if (row.path("kind").asText().equals("real")) {
                LoadedDefinition loaded = load(file, Shared.text(folder.resolve(file)));
                if (loaded.definition() != null && !loaded.isRefused() && isValid(loaded.definition())) {
                    each.accept(file, loaded);
                }
            }
        }
    }

    private static boolean isValid(Definition definition) {
        return Validator.validate(definition, ValidationOptions.standard()).stream()
                .noneMatch(Diagnostic::isError);
    }

    private static LoadedDefinition load(String file, String text) {
        DefinitionOptions options = DefinitionOptions.defaults().withSubstitutions(Placeholding.values(text));
        LoadedDefinition loaded = DefinitionLoader.load(file, text, options);
        Map<String, JsonNode> wanted = Placeholding.wanted(loaded.diagnostics());
        return wanted.isEmpty() ? loaded : DefinitionLoader.load(file, text, options.withSubstitutions(wanted));
    }

    // ---- faults ------------------------------------------------------------------------------------------------

    /** The fields that Pass states, selectors and Assign write. */
    private static void fields(JsonNode node, String pointer, BiConsumer<String, String> each) {
        if (node.path("States").isObject() && node.has("StartAt")) {
            node.path("States").properties().forEach(state -> {
                boolean pass = state.getValue().path("Type").asText().equals("Pass");
                for (String field : PRODUCERS) {
                    JsonNode written = state.getValue().path(field);
                    if (written.isObject() && (pass || field.equals("Assign") || field.equals("ResultSelector"))) {
                        String at = pointer + "/States/" + Pointers.segment(state.getKey()) + "/" + field;
                        written.fieldNames()
                                .forEachRemaining(name -> each.accept(
                                        at, name.endsWith(".$") ? name.substring(0, name.length() - 2) : name));
                    }
                }
            });
        }
        node.properties()
                .forEach(field -> fields(field.getValue(), pointer + "/" + Pointers.segment(field.getKey()), each));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            fields(node.get(i), pointer + "/" + i, each);
        }
    }

    /** Whether an expression behind the place names what was written there: in the same state, or in one that may follow. */
    private static boolean isNamedBehind(Definition definition, String pointer, String name) {
        String field = field(pointer);
        Pattern reads =
                Pattern.compile((field.equals("Assign") ? "\\$" : "(\\.|\\[')") + Pattern.quote(name) + "(?![\\w-])");
        String state = pointer.substring(0, pointer.lastIndexOf('/'));
        return isNamedBehind(definition, definition.states(), state, field, reads);
    }

    private static boolean isNamedBehind(
            Definition definition, StateGraph graph, String pointer, String field, Pattern reads) {
        for (State state : graph.states().values()) {
            JsonNode json = definition.json().at(state.pointer());
            if (state.pointer().equals(pointer)) {
                boolean last = field.equals("Assign") || field.equals("Output");
                return (!last && isNamedAfter(json, field, reads)) || isNamedOnward(definition, graph, state, reads);
            }
            for (StateGraph inner : state.graphs()) {
                if (pointer.startsWith(inner.pointer() + "/")) {
                    return isNamedBehind(definition, inner, pointer, field, reads)
                            || (!field.equals("Assign")
                                    && (isNamedAfter(json, "", reads)
                                            || isNamedOnward(definition, graph, state, reads)));
                }
            }
        }
        return false;
    }

    private static boolean isNamedAfter(JsonNode state, String field, Pattern reads) {
        return AFTER.stream()
                .anyMatch(after -> !after.equals(field) && state.has(after) && isNamed(state.get(after), after, reads));
    }

    private static boolean isNamedOnward(Definition definition, StateGraph graph, State from, Pattern reads) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(from.successors());
        while (!open.isEmpty()) {
            State state = graph.states().get(open.remove());
            if (state != null && seen.add(state.name())) {
                if (isNamed(definition.json().at(state.pointer()), "", reads)) {
                    return true;
                }
                open.addAll(state.successors());
            }
        }
        return false;
    }

    private static boolean isNamed(JsonNode node, String key, Pattern reads) {
        if (node.isTextual()) {
            boolean expression = key.endsWith(".$")
                    || key.equals("Variable")
                    || (key.endsWith("Path") && !key.equals("ResultPath"))
                    || node.textValue().startsWith("{%");
            return expression && reads.matcher(node.textValue()).find();
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isNamed(field.getValue(), field.getKey(), reads)) {
                return true;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (isNamed(node.get(i), key, reads)) {
                return true;
            }
        }
        return false;
    }

    // ---- recordings ----------------------------------------------------------------------------------------------

    @Test
    void nothing_is_told_of_a_definition_that_aws_ran_to_its_end() {
        List<String> told = new ArrayList<>();
        int[] seen = new int[1];
        for (JsonNode row : Shared.json(Shared.folder("conformance").resolve("index.json"))) {
            JsonNode recorded = Shared.json(
                    Shared.folder("conformance").resolve(row.path("file").asText()));
            // What TestState is given as a mocked result need not be one that the service gives.
            boolean ran = recorded.path("definition").isObject()
                    && recorded.at("/expected/status").asText().equals("SUCCEEDED")
                    && !recorded.path("kind").asText().equals("test-state");
            Definition definition = ran
                    ? DefinitionLoader.load(
                                    "recorded.asl.json",
                                    recorded.path("definition").toPrettyString(),
                                    DefinitionOptions.defaults())
                            .definition()
                    : null;
            if (definition != null) {
                seen[0]++;
                warnings(definition)
                        .forEach(warning -> told.add(row.path("file").asText() + "\n"
                                + DiagnosticFormat.text(
                                        List.of(warning),
                                        line -> definition.source().line(line))));
            }
        }
        assertThat(told).isEmpty();
        assertThat(seen[0]).isGreaterThan(400);
    }
}
