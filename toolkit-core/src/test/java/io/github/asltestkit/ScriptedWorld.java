package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.json.JsonText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A world for tests of the engine alone: answers by state name, one after the other, the last one again and again. */
final class ScriptedWorld implements TaskIntegration {
    private final Map<String, Deque<TaskReaction>> answers = new HashMap<>();
    final List<TaskCall> calls = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();

    ScriptedWorld answer(String state, TaskReaction... reactions) {
        answers.computeIfAbsent(state, s -> new ArrayDeque<>()).addAll(List.of(reactions));
        return this;
    }

    static TaskReaction succeeds(String json) {
        return TaskReaction.succeed(json(json));
    }

    static TaskReaction succeedsAfter(Duration after, String json) {
        return new TaskReaction(List.of(new TaskReaction.Step.Succeeded(after, json(json))));
    }

    static TaskReaction fails(String error) {
        return TaskReaction.fail(error, "because");
    }

    static TaskReaction accepts() {
        return new TaskReaction(List.of(new TaskReaction.Step.Submitted(Duration.ZERO, json("{}"))));
    }

    static TaskReaction job(Duration after, String json) {
        return new TaskReaction(List.of(
                new TaskReaction.Step.Submitted(Duration.ZERO, json("{\"JobId\": \"j-1\"}")),
                new TaskReaction.Step.Succeeded(after, json(json))));
    }

    static JsonNode json(String text) {
        return Objects.requireNonNull(JsonText.tryParse(text), text);
    }

    @Override
    public boolean answers(TaskCall call) {
        return answers.containsKey(call.stateName());
    }

    @Override
    public TaskReaction call(TaskCall call) {
        calls.add(call);
        Deque<TaskReaction> next = answers.get(call.stateName());
        if (next == null) {
            throw new UnmockedCallException("Nobody answers " + call.stateName());
        }
        return next.size() > 1 ? next.remove() : next.element();
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        cancelled.add(call.stateName() + " " + reason);
        return new CancelOutcome(true, "");
    }
}
