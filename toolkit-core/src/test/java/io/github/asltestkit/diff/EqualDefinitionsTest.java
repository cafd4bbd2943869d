package io.github.asltestkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.BehaviourComparison;
import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What changes nothing is no difference: another order of fields, YAML, comments, the declared rename of a state, a Pass state that
 * is split in two. Two hundred pairs, made of the definitions of the tests and samples.
 */
class EqualDefinitionsTest {
    private static final int PAIRS = 200;
    private static final int SCENARIOS = 15;
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/resources/fuzz"), Path.of("../samples/src/test/resources"));

    /** A definition and another text of it. */
    private record Pair(String what, JsonNode definition, String changed, String was, String is) {
        static Pair of(String what, JsonNode definition, String changed) {
            return new Pair(what, definition, changed, "", "");
        }
    }

    @Test
    void two_hundred_pairs_that_must_not_differ_do_not() {
        List<Pair> pairs = pairs();
        Collections.shuffle(pairs, new Random(1));
        List<String> different = new ArrayList<>();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Pair pair : pairs.subList(0, PAIRS)) {
            StateMachine before = StateMachine.parse("order.asl.json", JsonText.write(pair.definition()));
            StateMachine after = StateMachine.parse(
                    pair.what().startsWith("YAML") ? "order.asl.yaml" : "order.asl.json", pair.changed());
            BehaviourComparison comparison =
                    BehaviourDiff.between(before, after).limit(SCENARIOS);
            BehaviourDiff diff =
                    (pair.was().isEmpty() ? comparison : comparison.renamed(pair.was(), pair.is())).compare();
            kinds.merge(pair.what().substring(0, pair.what().indexOf(' ')), 1, Integer::sum);
            if (diff.hasDifference()) {
                different.add(pair.what() + "\n" + diff);
            }
        }
        assertThat(different).isEmpty();
        assertThat(kinds.keySet()).containsExactlyInAnyOrder("order", "YAML", "comments", "rename", "split");
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        definitions().forEach((name, definition) -> {
            for (int seed = 0; seed < 3; seed++) {
                pairs.add(Pair.of(
                        "order of " + name,
                        definition,
                        shuffled(definition, new Random(seed)).toString()));
            }
            pairs.add(Pair.of("YAML of " + name, definition, yaml(definition)));
            pairs.add(Pair.of(
                    "comments of " + name, definition, commented(definition).toString()));
            StateMachine machine = StateMachine.parse(name, definition.toString());
            machine.definition().states().allStates().forEach(state -> {
                String text = definition.toString();
                String renamed = text.replace(quoted(state.name()), quoted(state.name() + " 2"));
                if (machine.definition()
                                        .states()
                                        .allStates()
                                        .filter(other -> other.name().equals(state.name()))
                                        .count()
                                == 1
                        && isOnlyName(text, state.name())) {
                    pairs.add(new Pair(
                            "rename of " + state.name() + " in " + name,
                            definition,
                            renamed,
                            state.name(),
                            state.name() + " 2"));
                }
            });
            splits(name, definition, definition, "", pairs);
        });
        return pairs;
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    /** Whether a text is nothing but the name of a state and what leads to it. */
    private static boolean isOnlyName(String text, String name) {
        String rest = text.replace("\"Next\":" + quoted(name), "")
                .replace("\"StartAt\":" + quoted(name), "")
                .replace("\"Default\":" + quoted(name), "")
                .replaceFirst(java.util.regex.Pattern.quote(quoted(name) + ":{"), "");
        return !rest.contains(quoted(name)) && !text.contains("State.Name");
    }

    private static Map<String, JsonNode> definitions() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".asl.json"))
                        .sorted()
                        .toList()) {
                    String name = file.getFileName().toString();
                    if (StateMachine.validate(file.toString()).isValid()) {
                        found.put(name, JsonText.tryParse(Files.readString(file)));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        assertThat(found).hasSizeGreaterThan(15);
        return found;
    }

    // ---- other texts of a definition -------------------------------------------------------------------------

    /** The fields of a definition in another order; data that becomes text, such as parameters, keeps its own. */
    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode other = object.objectNode();
            names.forEach(name -> other.set(name, shuffled(object.get(name), random)));
            return other;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode other = array.arrayNode();
            array.forEach(element -> other.add(shuffled(element, random)));
            return other;
        }
        return node;
    }

    private static JsonNode commented(JsonNode definition) {
        ObjectNode other = definition.deepCopy();
        other.put("Comment", "What it is for");
        other.path("States").forEach(state -> ((ObjectNode) state).put("Comment", "Why it is there"));
        return other;
    }

    /** Block style, each text quoted as in JSON, which YAML takes. */
    private static String yaml(JsonNode definition) {
        StringBuilder text = new StringBuilder();
        definition.properties().forEach(field -> {
            text.append(field.getKey()).append(":");
            if (field.getKey().equals("States")) {
                text.append('\n');
                field.getValue().properties().forEach(state -> {
                    text.append("  ").append(JsonText.write(TextNode.valueOf(state.getKey())));
                    text.append(":\n");
                    state.getValue()
                            .properties()
                            .forEach(part -> text.append("    ")
                                    .append(part.getKey())
                                    .append(": ")
                                    .append(part.getValue())
                                    .append('\n'));
                });
            } else {
                text.append(' ').append(field.getValue()).append('\n');
            }
        });
        return text.toString();
    }

    /** Each Pass state, nested or not, with another one behind it that leads on. */
    private static void splits(String name, JsonNode whole, JsonNode node, String pointer, List<Pair> pairs) {
        for (Map.Entry<String, JsonNode> state : node.path("States").properties()) {
            if (state.getValue().path("Type").asText().equals("Pass")) {
                ObjectNode changed = whole.deepCopy();
                ObjectNode states = (ObjectNode) changed.at(pointer + "/States");
                ObjectNode first = (ObjectNode) states.get(state.getKey());
                String second = state.getKey() + ", second half";
                ObjectNode behind = states.putObject(second).put("Type", "Pass");
                for (String field : List.of("Next", "End")) {
                    JsonNode leads = first.remove(field);
                    if (leads != null) {
                        behind.set(field, leads);
                    }
                }
                first.put("Next", second);
                pairs.add(Pair.of("split of " + state.getKey() + " in " + name, whole, changed.toString()));
            }
            String at = pointer + "/States/" + state.getKey().replace("~", "~0").replace("/", "~1");
            for (String processor : List.of("ItemProcessor", "Iterator")) {
                splits(name, whole, state.getValue().path(processor), at + "/" + processor, pairs);
            }
            for (int i = 0; i < state.getValue().path("Branches").size(); i++) {
                splits(
                        name,
                        whole,
                        Objects.requireNonNull(state.getValue().at("/Branches/" + i)),
                        at + "/Branches/" + i,
                        pairs);
            }
        }
    }
}
