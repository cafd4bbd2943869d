package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.diff.Side.Ran;
import io.github.asltestkit.internal.diff.Side.Voice;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.replay.RecordedWorld;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.ReplayOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one scenario on both sides: the second one gets the answers that the first one got. */
final class Duel {
    private final Side before;
    private final Side after;
    private final Names names;
    private final Reads reads = new Reads();
    private final MadeData data;
    private final MadeAnswers answers;
    private final Set<String> onlyBefore;
    private final Set<String> onlyAfter;
    private final Set<String> drawn = new LinkedHashSet<>();
    private final List<Side.Stored> stored = new ArrayList<>();

    Duel(Side before, Side after, Names names, Supplier<ApiModels> models) {
        this.before = before;
        this.after = after;
        this.names = names;
        reads.addAll(Reads.of(before.definition()));
        reads.addAll(Reads.of(after.definition()));
        this.data = new MadeData(reads);
        this.answers = new MadeAnswers(new ServiceResults(ServiceCatalogue.load(), models));
        stored.addAll(StoredItems.of(before.definition(), data));
        stored.addAll(StoredItems.of(after.definition(), data));
        Set<String> old = passes(before.definition(), names.renamed());
        Set<String> current = passes(after.definition(), Map.of());
        this.onlyBefore = without(old, after.definition().stateNames());
        this.onlyAfter = without(current, renamed(before.definition().stateNames()));
        before.definition().states().allStates().forEach(state -> drawn(state, false));
    }

    /** Full jitter is drawn by the state's path, which another name changes. */
    private void drawn(State state, boolean within) {
        String today = names.renamed().get(state.name());
        boolean isOther = within || today != null;
        if (isOther && state.retry().stream().anyMatch(Retrier::fullJitter)) {
            drawn.add(today == null ? state.name() : today);
        }
        state.graphs().forEach(graph -> graph.states().values().forEach(below -> drawn(below, isOther)));
    }

    private Set<String> renamed(Set<String> states) {
        Set<String> today = new LinkedHashSet<>();
        states.forEach(name -> today.add(names.renamed().getOrDefault(name, name)));
        return today;
    }

    private static Set<String> passes(Definition definition, Map<String, String> renamed) {
        Set<String> found = new LinkedHashSet<>();
        definition.states().allStates().forEach(state -> {
            if (state instanceof State.Pass) {
                found.add(renamed.getOrDefault(state.name(), state.name()));
            }
        });
        return found;
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> left = new LinkedHashSet<>(names);
        left.removeAll(others);
        return left;
    }

    MadeData data() {
        return data;
    }

    Compared run(Trial trial) {
        ObjectNode made = trial.bare() ? new MadeData(new Reads()).with(trial.values()) : data.with(trial.values());
        JsonNode given = trial.input();
        JsonNode input = given == null ? data.with(trial.values()) : given;
        Side first = trial.afterFirst() ? after : before;
        Side second = trial.afterFirst() ? before : after;
        Ran led = first.run(input, trial.plan(), recorded(trial.recording()), made(first, made, trial), stored);
        Answers known = new Answers(led.record().world().given(), trial.afterFirst() ? names.inverse() : names);
        Voice same = new Voice(known::has, call -> {
            TaskReaction reaction = known.take(call);
            return reaction == null ? TaskReaction.silence() : reaction;
        });
        Ran followed = second.run(input, Plan.SCRIPT, same, made(second, made, trial), stored);
        Ran old = trial.afterFirst() ? followed : led;
        Ran current = trial.afterFirst() ? led : followed;
        Observation left = Observation.of(old, before, names, onlyBefore, input);
        Observation right = Observation.of(current, after, Names.ALIKE, onlyAfter, input);
        Departure departure = Departure.of(left, right, drawn);
        Decision decision =
                departure == null ? null : Decision.of(left, right, before.definition(), after.definition(), departure);
        return new Compared(trial, input, old, current, left, right, departure, decision);
    }

    private Function<TaskCall, TaskReaction> made(Side side, ObjectNode made, Trial trial) {
        JsonNode whole = trial.values().get(Place.WHOLE);
        return call -> answers.of(call, side.definition(), made, whole);
    }

    /** Whether something is read that is an array as a whole. */
    boolean wantsArray() {
        return reads.wantsArray();
    }

    /** The answers of a recording, as far as it has them. */
    private static Voice recorded(@Nullable Recording recording) {
        if (recording == null) {
            return Voice.NONE;
        }
        RecordedWorld world = new RecordedWorld(recording, ReplayOptions.none());
        Map<Long, TaskReaction> decided = new HashMap<>();
        return new Voice(
                call -> {
                    if (!decided.containsKey(call.id())) {
                        try {
                            decided.put(call.id(), world.call(call));
                        } catch (UnmockedCallException notRecorded) {
                            return false;
                        }
                    }
                    return true;
                },
                call -> decided.getOrDefault(call.id(), TaskReaction.silence()));
    }

    /** An empty object, for whoever makes an input smaller. */
    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
