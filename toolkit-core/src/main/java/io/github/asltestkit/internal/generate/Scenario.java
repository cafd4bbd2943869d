package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that makes an execution what it is: its input, and what each call gets. Immutable; its trees are not to be changed.
 *
 * @param input the input of the execution
 * @param answers by the JSON pointers of the states, in the order of the definition: the answers to the calls of each, in their
 *     order; the last one answers all calls after it. By the pointer of an ItemReader, the items that it reads
 * @param stored what is in S3
 */
public record Scenario(JsonNode input, Map<String, List<Answer>> answers, List<Stored> stored) {

    /** Keeps copies. */
    public Scenario {
        stored = List.copyOf(stored);
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** An input, and nothing else. */
    public static Scenario of(JsonNode input) {
        return new Scenario(input, Map.of(), List.of());
    }

    /** What a state's call of a number gets, 0 for the first; null if nothing is said of its calls. */
    @org.jspecify.annotations.Nullable
    Answer answer(String state, int call) {
        List<Answer> all = answers.get(state);
        return all == null || all.isEmpty() ? null : all.get(Math.min(Math.max(call, 0), all.size() - 1));
    }

    Scenario withInput(JsonNode newInput) {
        return new Scenario(newInput, answers, stored);
    }

    Scenario withStored(List<Stored> all) {
        return new Scenario(input, answers, all);
    }

    Scenario withAnswers(String state, List<Answer> all) {
        Map<String, List<Answer>> changed = new LinkedHashMap<>(answers);
        changed.put(state, List.copyOf(all));
        return new Scenario(input, changed, stored);
    }

    /** With another answer to one call; those after it get what it and they got before, so that a loop comes to its end. */
    Scenario withAnswer(String state, int call, Answer answer) {
        List<Answer> before = answers.getOrDefault(state, List.of());
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < call; i++) {
            all.add(before.isEmpty() ? answer : before.get(Math.min(i, before.size() - 1)));
        }
        all.add(answer);
        if (!before.isEmpty()) {
            all.addAll(before.subList(Math.min(call, before.size() - 1), before.size()));
        }
        return withAnswers(state, shortened(all));
    }

    /** With another answer to one call, and to all after it. */
    Scenario withAnswerFrom(String state, int call, Answer answer) {
        List<Answer> before = answers.getOrDefault(state, List.of());
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < call && !before.isEmpty(); i++) {
            all.add(before.get(Math.min(i, before.size() - 1)));
        }
        all.add(answer);
        return withAnswers(state, shortened(all));
    }

    /** The last answer answers all calls after it, and need not be said twice. */
    private static List<Answer> shortened(List<Answer> all) {
        int size = all.size();
        while (size > 1 && all.get(size - 1).equals(all.get(size - 2))) {
            size--;
        }
        return List.copyOf(all.subList(0, size));
    }

    /** How much there is to read of it. */
    int size() {
        int size = Values.size(input);
        for (List<Answer> all : answers.values()) {
            for (Answer answer : all) {
                size += answer.size();
            }
        }
        return size;
    }
}
