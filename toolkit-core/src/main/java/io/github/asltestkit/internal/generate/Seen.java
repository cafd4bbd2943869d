package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test says of a run.
 *
 * @param status how the execution ended
 * @param error the error that it ended with, or null
 * @param path the states of the execution itself
 * @param elapsed how long it ran; null of one that did not end
 * @param output what it succeeded with; null of any other
 * @param calls the names of the states that called, in order
 * @param parameters what calls sent
 */
record Seen(
        ExecutionStatus status,
        @Nullable String error,
        List<String> path,
        @Nullable Duration elapsed,
        @Nullable JsonNode output,
        List<String> calls,
        List<Sent> parameters) {

    /**
     * What a call sent.
     *
     * @param state the name of the state
     * @param number which of the state's calls, 0 for the first
     * @param parameters what it sent
     * @param tokens the JSON pointers of the parameters in which the task token is
     */
    record Sent(String state, int number, JsonNode parameters, List<String> tokens) {}

    /**
     * What a test says of a run.
     *
     * @param told what calls of the tests before have sent: it is not said again, and what is said here is added
     */
    static Seen of(Ran ran, Set<Object> told) {
        List<Sent> parameters = new ArrayList<>();
        for (Sent sent : sent(ran)) {
            if (told.add(List.of(sent.state(), sent.parameters(), sent.tokens()))) {
                parameters.add(sent);
            }
        }
        ExecutionInspection execution = ran.lines().get(0).inspection();
        Instant started = execution.startedAt();
        Instant ended = execution.endedAt();
        return new Seen(
                ran.status(),
                ran.error(),
                execution.path(),
                started == null || ended == null ? null : Duration.between(started, ended),
                ran.status() == ExecutionStatus.SUCCEEDED ? execution.output() : null,
                ran.calls().stream().map(call -> call.call().stateName()).toList(),
                parameters);
    }

    private static List<Sent> sent(Ran ran) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Sent> all = new ArrayList<>();
        for (RecordedCall recorded : ran.calls()) {
            String state = recorded.call().stateName();
            int number = numbers.merge(state, 1, Integer::sum) - 1;
            List<String> tokens = new ArrayList<>();
            String token = recorded.call().taskToken();
            if (token != null) {
                find(recorded.call().parameters(), token, "", tokens);
            }
            all.add(new Sent(state, number, recorded.call().parameters(), tokens));
        }
        return all;
    }

    private static void find(JsonNode tree, String token, String pointer, List<String> found) {
        if (tree.isTextual() && tree.textValue().contains(token)) {
            found.add(pointer);
        }
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            find(field.getValue(), token, pointer + "/" + Pointers.segment(field.getKey()), found);
        }
        for (int i = 0; tree.isArray() && i < tree.size(); i++) {
            find(tree.get(i), token, pointer + "/" + i, found);
        }
    }

    /** Whether a test that says this passes where another run of the same scenario happens. */
    boolean passesWith(Ran other) {
        if (other.stopped() != null || other.lines().isEmpty()) {
            return false;
        }
        Seen seen = Seen.of(other, new java.util.HashSet<>());
        Seen same = new Seen(
                seen.status(), seen.error(), seen.path(), seen.elapsed(), seen.output(), seen.calls(), parameters);
        return equals(same) && sent(other).containsAll(parameters);
    }
}
