package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the states of one {@code States} object lead; read from the tree, so that a state with an error counts too. */
final class Transitions {
    private final Problems problems;
    private final JsonNode states;
    private final String pointer;
    private final List<String> names = new ArrayList<>();

    Transitions(Problems problems, JsonNode states, String pointer) {
        this.problems = problems;
        this.states = states;
        this.pointer = pointer;
    }

    /** Every transition leads to a state. AWS speaks of {@code Next} whatever the field is called. */
    void checkTargets(@Nullable JsonNode startAt, String startAtPointer) {
        checkTarget(startAt, startAtPointer);
        states.properties().forEach(entry -> targets(entry.getValue(), at(entry.getKey()), this::checkTarget));
    }

    private void checkTarget(@Nullable JsonNode target, String at) {
        if (target == null || !target.isTextual() || states.has(target.textValue())) {
            return;
        }
        if (target.textValue().contains("${")) {
            problems.unresolved(target.textValue(), at, "the name of a state");
        } else {
            problems.error(
                    Problems.MISSING_TARGET,
                    "Missing 'Next' target: " + target.textValue(),
                    at,
                    problems.hint(target.textValue(), names()));
        }
    }

    private List<String> names() {
        if (names.isEmpty()) {
            states.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    boolean hasTerminalState() {
        for (JsonNode state : states) {
            String type = state.path("Type").asText();
            if (state.path("End").asBoolean() || type.equals("Succeed") || type.equals("Fail")) {
                return true;
            }
        }
        return false;
    }

    /** Every state can be reached from {@code StartAt}. */
    void checkReachable(String startAt) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(startAt));
        while (!open.isEmpty()) {
            String name = open.remove();
            JsonNode state = states.get(name);
            if (state != null && reached.add(name)) {
                targets(state, "", (target, at) -> open.add(target.asText()));
            }
        }
        states.fieldNames().forEachRemaining(name -> {
            if (!reached.contains(name)) {
                problems.ofState(Problems.MISSING_TARGET, "State \"" + name + "\" is not reachable.", at(name));
            }
        });
    }

    private String at(String name) {
        return pointer + "/" + Pointers.segment(name);
    }

    private static void targets(JsonNode state, String at, BiConsumer<JsonNode, String> visitor) {
        target(state, "Next", at, visitor);
        target(state, "Default", at, visitor);
        for (String field : List.of("Choices", "Catch")) {
            JsonNode elements = state.path(field);
            for (int i = 0; elements.isArray() && i < elements.size(); i++) {
                target(elements.get(i), "Next", at + "/" + field + "/" + i, visitor);
            }
        }
    }

    private static void target(JsonNode holder, String field, String at, BiConsumer<JsonNode, String> visitor) {
        JsonNode target = holder.get(field);
        if (target != null) {
            visitor.accept(target, at + "/" + field);
        }
    }
}
