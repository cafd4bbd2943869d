package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The events of an execution, a branch or an iteration, in order, with the threads that its Parallel and Map states
 * started. Which thread an event belongs to follows from the event that it names as previous.
 */
final class EventThread {
    private final EventThread parent;
    private final String name;
    private final List<JsonNode> events = new ArrayList<>();

    /** Which event each one names as previous, by its place in this thread or in the one that started it. */
    private final List<String> follows = new ArrayList<>();

    private final List<Container> containers = new ArrayList<>();

    /** A Parallel or Map state that ran. */
    private static final class Container {
        final EventThread owner;
        final String kind;
        final String stateName;
        final Map<String, EventThread> children = new TreeMap<>();
        boolean open = true;

        Container(EventThread owner, String kind, String stateName) {
            this.owner = owner;
            this.kind = kind;
            this.stateName = stateName;
        }
    }

    private EventThread(EventThread parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    /** Takes a history apart. */
    static EventThread of(JsonNode history) {
        EventThread root = new EventThread(null, "execution");
        Map<Long, EventThread> threads = new HashMap<>();
        Map<Long, JsonNode> byId = new HashMap<>();
        for (JsonNode event : history) {
            long previous = event.path("previousEventId").asLong();
            EventThread before = threads.getOrDefault(previous, root);
            EventThread thread = before.threadOf(event, byId.get(previous));
            thread.follows.add(thread.place(event, before, byId.get(previous)));
            thread.add(event);
            threads.put(event.path("id").asLong(), thread);
            byId.put(event.path("id").asLong(), event);
        }
        return root;
    }

    /** Empty where the order of branches or iterations decides. */
    private String place(JsonNode event, EventThread before, JsonNode previous) {
        String type = event.path("type").asText();
        boolean race =
                type.startsWith("MapIteration") || type.endsWith("Aborted") || before != this && before != parent;
        if (race) {
            return "";
        }
        return (before == this ? "" : "parent ") + (previous == null ? "nothing" : before.events.indexOf(previous));
    }

    private EventThread threadOf(JsonNode event, JsonNode previous) {
        String type = event.path("type").asText();
        if (type.endsWith("StateEntered") && isStarted(previous, "ParallelStateStarted")) {
            Container parallel = containers.get(containers.size() - 1);
            String start = event.path("stateEnteredEventDetails").path("name").asText();
            return parallel.children.computeIfAbsent("branch " + start, key -> new EventThread(this, key));
        }
        if (type.startsWith("MapIteration")) {
            JsonNode details = event.path(Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails");
            String map = details.path("name").asText();
            String key = String.format("iteration %06d", details.path("index").asInt());
            Container container = enclosing("Map", map);
            return container == null
                    ? this
                    : container.children.computeIfAbsent(key, k -> new EventThread(container.owner, k));
        }
        for (String kind : List.of("Parallel", "Map")) {
            if (type.startsWith(kind + "State") && !type.endsWith("Entered") && !type.endsWith("Started")) {
                Container container = enclosing(
                        kind, event.path("stateExitedEventDetails").path("name").asText(""));
                return container == null ? this : container.owner;
            }
        }
        return this;
    }

    private static boolean isStarted(JsonNode event, String type) {
        return event != null && event.path("type").asText().equals(type);
    }

    /** The innermost open container of a kind that this thread has, or is a part of. */
    private Container enclosing(String kind, String stateName) {
        for (EventThread thread = this; thread != null; thread = thread.parent) {
            for (int i = thread.containers.size() - 1; i >= 0; i--) {
                Container container = thread.containers.get(i);
                if (container.open
                        && container.kind.equals(kind)
                        && (stateName.isEmpty() || container.stateName.equals(stateName))) {
                    return container;
                }
            }
        }
        return null;
    }

    private void add(JsonNode event) {
        String type = event.path("type").asText();
        for (String kind : List.of("Parallel", "Map")) {
            if (type.equals(kind + "StateStarted")) {
                containers.add(new Container(this, kind, lastEntered()));
            } else if (type.equals(kind + "StateExited")
                    || type.equals(kind + "StateFailed")
                    || type.equals(kind + "StateAborted")) {
                for (Container container : containers) {
                    container.open &= !container.kind.equals(kind);
                }
            }
        }
        events.add(event);
    }

    private String lastEntered() {
        return events.isEmpty()
                ? ""
                : events.get(events.size() - 1)
                        .path("stateEnteredEventDetails")
                        .path("name")
                        .asText();
    }

    /** The first difference of another thread from this, the recorded one. */
    Optional<String> difference(EventThread actual, RecordingMatcher matcher) {
        for (int i = 0; i < Math.min(events.size(), actual.events.size()); i++) {
            JsonNode expectedEvent = events.get(i);
            JsonNode actualEvent = actual.events.get(i);
            String place = name + ", event " + expectedEvent.path("id").asText() + " "
                    + expectedEvent.path("type").asText();
            Optional<String> found = expectedEvent.path("type").equals(actualEvent.path("type"))
                    ? matcher.difference(
                            place, HistoryComparer.withoutIds(expectedEvent), HistoryComparer.withoutIds(actualEvent))
                    : Optional.of(place + ": but was " + RecordingMatcher.shown(actualEvent));
            if (found.isPresent()) {
                return found;
            }
            if (!follows.get(i).isEmpty()
                    && !actual.follows.get(i).isEmpty()
                    && !follows.get(i).equals(actual.follows.get(i))) {
                return Optional.of(place + "/previousEventId: was " + actualEvent.path("previousEventId"));
            }
        }
        if (events.size() != actual.events.size()) {
            return Optional.of(name + ": " + events.size() + " events expected, but was " + actual.events.size());
        }
        return containersDiffer(actual, matcher);
    }

    private Optional<String> containersDiffer(EventThread actual, RecordingMatcher matcher) {
        if (containers.size() != actual.containers.size()) {
            return Optional.of(name + ": " + containers.size() + " Parallel and Map states expected, but was "
                    + actual.containers.size());
        }
        for (int i = 0; i < containers.size(); i++) {
            Map<String, EventThread> ours = actual.containers.get(i).children;
            Map<String, EventThread> theirs = containers.get(i).children;
            if (!theirs.keySet().equals(ours.keySet())) {
                return Optional.of(name + ": expected " + theirs.keySet() + " but was " + ours.keySet());
            }
            for (var child : theirs.entrySet()) {
                Optional<String> found = child.getValue().difference(ours.get(child.getKey()), matcher);
                if (found.isPresent()) {
                    return found.map(text -> name + " > " + text);
                }
            }
        }
        return Optional.empty();
    }
}
