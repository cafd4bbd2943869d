package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.explore.PlannedWorld.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the run that went first, for the run that follows: by resource and parameters, then by state, where a renamed
 * state has its other name. Each answer is given once, and the attempts of a call have theirs in order. A call that the first
 * run did not make gets what its like got: the fault that always comes, or the last answer that was none of the plan's.
 */
final class Answers {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, TaskReaction> decided = new HashMap<>();

    private static final class Entry {
        final String path;
        final Key call;
        final int attempt;
        final Given given;
        boolean used;

        Entry(String path, Key call, Given given) {
            this.path = path;
            this.call = call;
            this.attempt = given.call().attempt();
            this.given = given;
        }
    }

    /**
     * What a run got.
     *
     * @param first the run's answers, in order
     * @param names the names that its states have in the definition that follows
     */
    Answers(List<Given> first, Names names) {
        for (Given given : first) {
            entries.add(new Entry(names.path(given.path()), key(given.call()), given));
        }
    }

    /** What is called, with which parameters, but for the task token, and with which credentials. */
    private record Key(
            String arn,
            @Nullable JsonNode parameters,
            @Nullable JsonNode credentials) {}

    private static Key key(TaskCall call) {
        JsonNode parameters = call.parameters();
        String token = call.taskToken();
        if (token != null) {
            Canon form = new Canon(Map.of());
            form.token(token);
            parameters = form.of(parameters);
        }
        return new Key(call.resource().arn(), parameters, call.credentials());
    }

    /** Whether the first run knows an answer to a call. */
    boolean has(TaskCall call) {
        return decided.containsKey(call.id()) || find(call) != null;
    }

    /** The answer. */
    @Nullable
    TaskReaction take(TaskCall call) {
        TaskReaction known = decided.get(call.id());
        if (known != null) {
            return known;
        }
        Entry found = find(call);
        if (found == null) {
            return null;
        }
        found.used = true;
        decided.put(call.id(), found.given.reaction());
        return found.given.reaction();
    }

    private @Nullable Entry find(TaskCall call) {
        Key key = key(call);
        String path = call.statePath();
        Predicate<Entry> open = entry -> !entry.used && entry.attempt == call.attempt();
        Predicate<Entry> same = entry -> entry.call.equals(key);
        Predicate<Entry> ofState = entry -> entry.path.equals(path);
        Entry found = first(open.and(same).and(ofState));
        found = found == null ? first(open.and(same)) : found;
        found = found == null ? first(open.and(ofState).and(entry -> isSameResource(entry, call))) : found;
        found = found == null ? last(same.and(Answers::isLasting)) : found;
        return found == null ? last(ofState.and(Answers::isLasting).and(entry -> isSameResource(entry, call))) : found;
    }

    private static boolean isSameResource(Entry entry, TaskCall call) {
        return entry.given.call().resource().pattern() == call.resource().pattern();
    }

    private static boolean isLasting(Entry entry) {
        return entry.given.planned() == null || entry.given.planned().always();
    }

    private @Nullable Entry first(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).findFirst().orElse(null);
    }

    private @Nullable Entry last(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce(null, (before, next) -> next);
    }
}
