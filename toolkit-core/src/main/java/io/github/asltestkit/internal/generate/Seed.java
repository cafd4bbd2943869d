package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.generate.Sources.Used;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.shape.Knowledge;
import io.github.asltestkit.internal.shape.Origin;
import io.github.asltestkit.internal.shape.Presence;
import io.github.asltestkit.internal.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenario that the search begins with: something of the right type wherever some state reads. */
final class Seed {
    private final Scenario scenario;

    /**
     * @param given the input and answers that are known, such as those of a user's mocks
     */
    Seed(Definition definition, Sources sources, Domains domains, Knowledge knowledge, Scenario given) {
        Map<Slot, Use> uses = new LinkedHashMap<>();
        Map<Slot, JsonNode> examples = new LinkedHashMap<>();
        definition.states().allStates().forEach(state -> {
            for (Used used : sources.reads(state)) {
                if (used.example() != null && domains.allows(used.slot(), used.example())) {
                    examples.putIfAbsent(used.slot(), used.example());
                }
                uses.merge(used.slot(), used.use(), (before, now) -> before == Use.ANY ? now : before);
            }
        });
        List<Slot> slots = new ArrayList<>(uses.keySet());
        slots.sort(Comparator.comparingInt(slot -> slot.steps().size()));
        JsonNode input = given.input();
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        definition.states().allStates().filter(State.Task.class::isInstance).forEach(state -> {
            List<Answer> known = given.answers().get(state.pointer());
            JsonNode response = domains.response(state.pointer());
            JsonNode result = response == null ? result((State.Task) state, knowledge) : response;
            answers.put(state.pointer(), known != null ? known : List.of(Answer.returns(result)));
        });
        definition.states().allStates().forEach(state -> {
            if (state instanceof State.MapState map && map.itemReader() != null) {
                answers.put(
                        state.pointer() + "/ItemReader",
                        List.of(Answer.returns(Values.JSON.arrayNode().add(Values.JSON.objectNode()))));
            }
        });
        for (Slot slot : slots) {
            JsonNode example = examples.get(slot);
            JsonNode value = example == null ? domains.natural(slot, uses.getOrDefault(slot, Use.ANY)) : example;
            if (slot.root() == Slot.Root.INPUT) {
                input = filled(input, slot, value);
            } else if (slot.root() == Slot.Root.RESULT && !given.answers().containsKey(slot.state())) {
                List<Answer> known = answers.get(slot.state());
                if (known != null) {
                    answers.put(
                            slot.state(),
                            List.of(Answer.returns(filled(known.get(0).output(), slot, value))));
                }
            }
        }
        scenario = new Scenario(input, answers, given.stored());
    }

    private static JsonNode filled(JsonNode tree, Slot slot, JsonNode value) {
        if (slot.steps().isEmpty()) {
            return tree.isEmpty() && value.isContainerNode() ? value : tree;
        }
        JsonNode there = Values.get(tree, slot.steps());
        return there.isMissingNode() ? Values.put(tree, slot.steps(), value) : tree;
    }

    Scenario scenario() {
        return scenario;
    }

    /** What it has at a place. */
    JsonNode at(Slot slot) {
        return slot.root() == Slot.Root.INPUT
                ? Values.get(scenario.input(), slot.steps())
                : Values.get(answer(slot.state()).output(), slot.steps());
    }

    /** What the first call of a state gets. */
    Answer answer(String state) {
        Answer first = scenario.answer(state, 0);
        return first == null || first.kind() != Answer.Kind.RETURNS ? Answer.returns(Values.JSON.objectNode()) : first;
    }

    /** What surely is in the result of a task. */
    private static JsonNode result(State.Task task, Knowledge knowledge) {
        JsonNode parameters = task.fields().queryLanguage() == QueryLanguage.JSONPATH
                ? task.fields().parameters()
                : task.fields().arguments();
        Shape shape = knowledge.result(task, parameters);
        return shape == null
                ? Values.JSON.objectNode()
                : sample(shape, new Slot(Slot.Root.RESULT, task.pointer(), List.of()));
    }

    private static JsonNode sample(Shape shape, Slot slot) {
        if (shape instanceof Shape.ObjectOf object) {
            ObjectNode all = Values.JSON.objectNode();
            object.fields().forEach((name, field) -> {
                if (field.presence() == Presence.ALWAYS) {
                    all.set(name, sample(field.shape(), slot.at(name)));
                }
            });
            return all;
        }
        if (shape instanceof Shape.ArrayOf array) {
            return Values.JSON.arrayNode().add(sample(array.element(), slot.at(Origin.EACH)));
        }
        Use use = Uses.ofShape(shape);
        return slot.steps().isEmpty() && use == null
                ? Values.JSON.objectNode()
                : Values.natural(slot, use == null ? Use.ANY : use);
    }
}
