package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a normalized history with a recorded one: event by event with ids where the order is AWS's, branch by branch
 * where it was a race, and as a multiset where the recording was sorted.
 */
final class HistoryComparer {
    private final RecordingMatcher matcher;

    HistoryComparer(RecordingMatcher matcher) {
        this.matcher = matcher;
    }

    /** The first difference; empty where there is none. */
    Optional<String> compare(ConformanceCase conformanceCase, JsonNode expected, JsonNode actual) {
        JsonNode ours = conformanceCase.isHistoryIncomplete() ? firstOf(actual, expected.size()) : actual;
        if (conformanceCase.hasSortedBranches()) {
            return sorted(expected, ours);
        }
        Optional<String> exactly = exactly(expected, ours);
        if (exactly.isEmpty() || !Concurrency.isRace(conformanceCase.definition(), expected)) {
            return exactly;
        }
        return sequential(ours).or(() -> EventThread.of(expected).difference(EventThread.of(ours), matcher));
    }

    private static ArrayNode firstOf(JsonNode events, int count) {
        ArrayNode first = ConformanceCase.JSON.createArrayNode();
        for (int i = 0; i < Math.min(count, events.size()); i++) {
            first.add(events.get(i));
        }
        return first;
    }

    private Optional<String> exactly(JsonNode expected, JsonNode actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Optional<String> found = event(expected.get(i), actual.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return sizes(expected, actual);
    }

    private static Optional<String> sizes(JsonNode expected, JsonNode actual) {
        if (expected.size() == actual.size()) {
            return Optional.empty();
        }
        int at = Math.min(expected.size(), actual.size());
        return Optional.of(
                expected.size() > actual.size()
                        ? "event " + (at + 1) + ": expected " + RecordingMatcher.shown(expected.get(at))
                                + " but was none"
                        : "event " + (at + 1) + ": not expected; was " + RecordingMatcher.shown(actual.get(at)));
    }

    private Optional<String> event(JsonNode expected, JsonNode actual) {
        String place = "event " + expected.path("id").asText() + " "
                + expected.path("type").asText();
        if (!expected.path("type").equals(actual.path("type"))) {
            return Optional.of(place + ": but was " + RecordingMatcher.shown(actual));
        }
        return matcher.difference(place, expected, actual);
    }

    /** Whatever the order: ids count from one, and each event follows an earlier one. */
    private static Optional<String> sequential(JsonNode events) {
        for (int i = 0; i < events.size(); i++) {
            JsonNode id = events.get(i).path("id");
            if (!id.isIntegralNumber() || id.asLong() != i + 1) {
                return Optional.of("event " + (i + 1) + ": has the id " + id);
            }
            JsonNode previous = events.get(i).path("previousEventId");
            if (!previous.isIntegralNumber() || previous.asLong() < 0 || previous.asLong() > i) {
                return Optional.of("event " + (i + 1) + ": follows the event " + previous);
            }
        }
        return Optional.empty();
    }

    /**
     * Where the recording was sorted, events with ids stand where they stood, those without are somewhere among the rest.
     * The sorting also lost ends of Parallel states, which is all that may be left over.
     */
    private Optional<String> sorted(JsonNode expected, JsonNode actual) {
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(left::add);
        int last = expected.path(expected.size() - 1).path("id").asInt();
        if (last != actual.size()) {
            return Optional.of(last + " events expected, but was " + actual.size());
        }
        for (JsonNode event : expected) {
            if (!isSorted(event)) {
                JsonNode ours = actual.path(event.path("id").asInt() - 1);
                Optional<String> found = event(event, ours);
                if (found.isPresent()) {
                    return found;
                }
                left.remove(ours);
            }
        }
        for (JsonNode event : expected) {
            if (isSorted(event)) {
                JsonNode bare = withoutIds(event);
                Optional<JsonNode> same = left.stream()
                        .filter(ours -> new RecordingMatcher()
                                .difference("", bare, withoutIds(ours))
                                .isEmpty())
                        .findFirst();
                if (same.isEmpty()) {
                    return Optional.of("among the events of the branches: missing " + RecordingMatcher.shown(bare));
                }
                left.remove(same.get());
            }
        }
        return left.stream()
                .filter(event -> !event.path("type").asText().startsWith("ParallelState"))
                .findFirst()
                .map(event -> "not expected: " + RecordingMatcher.shown(event));
    }

    private static boolean isSorted(JsonNode event) {
        return event.path("id").isArray() || event.path("id").asLong() == 0;
    }

    static JsonNode withoutIds(JsonNode event) {
        ObjectNode copy = ((ObjectNode) event).deepCopy();
        copy.remove(List.of("id", "previousEventId"));
        return copy;
    }
}
