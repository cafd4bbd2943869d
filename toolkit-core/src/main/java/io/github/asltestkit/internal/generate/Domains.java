package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.model.ApiShape;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.shape.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which values a place can have, by the models of the services whose responses they are in; anything anywhere else. */
final class Domains {
    private static final int DEEPEST = 6;

    private final Map<String, ApiShape> responses = new HashMap<>();

    /** @param shapes what is known of responses, or null */
    Domains(Definition definition, @Nullable ResponseShapes shapes) {
        if (shapes != null) {
            definition.states().allStates().forEach(state -> {
                if (state instanceof State.Task task && !task.resource().contains("${")) {
                    ApiShape shape = shapes.mocked(TaskResource.parse(task.resource()));
                    if (shape != null) {
                        responses.put(state.pointer(), shape);
                    }
                }
            });
        }
    }

    /** What a place has to hold; null where that is not known. */
    private @Nullable ApiShape shape(Slot slot) {
        ApiShape at = slot.root() == Slot.Root.RESULT ? responses.get(slot.state()) : null;
        for (Object step : slot.steps()) {
            if (at instanceof ApiShape.Sequence sequence) {
                at = sequence.element().get();
                if (!(step instanceof String)) {
                    continue;
                }
            }
            if (at instanceof ApiShape.Structure structure && step instanceof String name) {
                at = structure.members().containsKey(name)
                        ? structure.members().get(name).get()
                        : null;
            } else {
                at = at instanceof ApiShape.Dictionary dictionary
                        ? dictionary.value().get()
                        : null;
            }
        }
        return at;
    }

    /** A value for a place that is used so. */
    JsonNode natural(Slot slot, Use use) {
        ApiShape shape = shape(slot);
        JsonNode sample = shape == null ? null : sample(shape, slot, 0);
        return sample == null ? Values.natural(slot, use) : sample;
    }

    boolean allows(Slot slot, JsonNode value) {
        ApiShape shape = shape(slot);
        return shape == null || Boolean.TRUE.equals(shape.accept(new Fits(value)));
    }

    /** Those of some values that a place can have, and others that it can have if they are few. */
    List<JsonNode> among(Slot slot, List<JsonNode> candidates) {
        ApiShape shape = shape(slot);
        if (shape == null) {
            return candidates;
        }
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode candidate : candidates) {
            if (candidate.isMissingNode() || Boolean.TRUE.equals(shape.accept(new Fits(candidate)))) {
                all.add(candidate);
            }
        }
        if (shape instanceof ApiShape.Text text) {
            new TreeSet<>(text.values()).forEach(value -> {
                if (!all.contains(Values.JSON.textNode(value))) {
                    all.add(Values.JSON.textNode(value));
                }
            });
        }
        return all;
    }

    /** A response of a state's call that has what it must have; null where nothing is known of it. */
    @Nullable
    JsonNode response(String state) {
        ApiShape shape = responses.get(state);
        return shape == null ? null : sample(shape, new Slot(Slot.Root.RESULT, state, List.of()), 0);
    }

    private static @Nullable JsonNode sample(ApiShape shape, Slot slot, int depth) {
        return depth > DEEPEST ? Values.JSON.objectNode() : shape.accept(new Sample(slot, depth));
    }

    private record Sample(Slot slot, int depth) implements ApiShape.Visitor<JsonNode> {
        @Override
        public JsonNode structure(ApiShape.Structure shape) {
            ObjectNode object = Values.JSON.objectNode();
            for (String name : new TreeSet<>(shape.required())) {
                if (shape.members().containsKey(name)) {
                    JsonNode member = sample(shape.members().get(name).get(), slot.at(name), depth + 1);
                    object.set(name, member == null ? Values.natural(slot.at(name), Use.ANY) : member);
                }
            }
            return object;
        }

        @Override
        public @Nullable JsonNode sequence(ApiShape.Sequence shape) {
            JsonNode element = sample(shape.element().get(), slot.at(Origin.EACH), depth + 1);
            return Values.JSON
                    .arrayNode()
                    .add(element == null ? Values.natural(slot.at(Origin.EACH), Use.ANY) : element);
        }

        @Override
        public JsonNode dictionary(ApiShape.Dictionary shape) {
            return Values.JSON.objectNode();
        }

        @Override
        public JsonNode text(ApiShape.Text shape) {
            return shape.values().isEmpty()
                    ? Values.natural(slot, Use.TEXT)
                    : Values.JSON.textNode(new TreeSet<>(shape.values()).first());
        }

        @Override
        public JsonNode numeric(ApiShape.Numeric shape) {
            return Values.JSON.numberNode(1);
        }

        @Override
        public JsonNode truth() {
            return Values.JSON.booleanNode(true);
        }

        @Override
        public @Nullable JsonNode anything() {
            return null;
        }
    }

    /** Whether a value has the type that a shape asks for. */
    private record Fits(JsonNode value) implements ApiShape.Visitor<Boolean> {
        @Override
        public Boolean structure(ApiShape.Structure shape) {
            return value.isObject();
        }

        @Override
        public Boolean sequence(ApiShape.Sequence shape) {
            return value.isArray();
        }

        @Override
        public Boolean dictionary(ApiShape.Dictionary shape) {
            return value.isObject();
        }

        @Override
        public Boolean text(ApiShape.Text shape) {
            return value.isTextual()
                    && (shape.values().isEmpty() || shape.values().contains(value.textValue()));
        }

        @Override
        public Boolean numeric(ApiShape.Numeric shape) {
            return value.isNumber();
        }

        @Override
        public Boolean truth() {
            return value.isBoolean();
        }

        @Override
        public Boolean anything() {
            return true;
        }
    }
}
