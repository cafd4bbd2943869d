package io.github.asltestkit.internal.explore;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.explore.Fault.Kind;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.explore.RunRecord.MapFacts;
import io.github.asltestkit.internal.explore.StatePlaces.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What else can go wrong in a run, after all that has: a fault of a call that the run makes later. So each set of faults comes up
 * once, in the order in which a run meets them. Safe for use by several threads.
 */
final class Extensions {
    private final World world;
    private final Settings settings;
    private final FaultCatalogue catalogue;
    private final Map<Definition, StatePlaces> places = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Place, Map<Kept, List<Fault>>> faults = Collections.synchronizedMap(new IdentityHashMap<>());

    /** What the faults of a state's calls depend on. */
    private record Kept(
            boolean byCode,
            @Nullable Long timeoutSeconds,
            @Nullable Long heartbeatSeconds) {}

    Extensions(World world, Settings settings) {
        this.world = world;
        this.settings = settings;
        this.catalogue = new FaultCatalogue(settings.lostResponses(), settings.duplicates());
    }

    /** Choices of which each makes another run of the plan of a run, in the order of its calls. */
    List<Choice> of(RunRecord run) {
        List<TracedCall> trace = run.world().trace();
        List<Choice> choices = new ArrayList<>();
        Choice last = run.plan().choices().isEmpty()
                ? null
                : run.plan().choices().get(run.plan().choices().size() - 1);
        if (last == null && settings.duplicates() && world.isExpress()) {
            choices.add(executedTwice());
        }
        boolean twice = run.plan().choices().contains(executedTwice());
        for (int i = last == null ? 0 : firstAfter(last, trace); i < trace.size(); i++) {
            TracedCall call = trace.get(i);
            for (MapFacts map : run.maps()) {
                if (isFirstOf(map, trace, i) && !(last != null && last.path().equals(map.path()))) {
                    addItems(map, choices);
                }
            }
            Place place = place(call);
            if (!call.faulted() && place != null) {
                add(call, place, twice, choices);
            }
        }
        return choices.stream().distinct().toList();
    }

    private Choice executedTwice() {
        return new Choice(world.machineName(), 1, 1, new Fault(Kind.EXECUTED_TWICE, null), false);
    }

    /** The first call at which another fault comes after that of a choice. */
    private static int firstAfter(Choice last, List<TracedCall> trace) {
        if (last.fault().kind() == Kind.EXECUTED_TWICE) {
            return 0;
        }
        boolean ofItems = MapItems.isOfItems(last);
        for (int i = 0; i < trace.size(); i++) {
            TracedCall call = trace.get(i);
            if (ofItems && MapItems.isOf(last, call.path())) {
                return i;
            }
            if (!ofItems && last.isOf(call.path(), call.visit(), call.attempt())) {
                return i + 1;
            }
        }
        return trace.size();
    }

    private static boolean isFirstOf(MapFacts map, List<TracedCall> trace, int at) {
        String items = map.path() + "[";
        return trace.get(at).path().startsWith(items)
                && trace.subList(0, at).stream().noneMatch(call -> call.path().startsWith(items));
    }

    /** That one item fails is what a fault of its call makes of it. */
    private static void addItems(MapFacts map, List<Choice> choices) {
        for (long failing = Math.max(2, map.tolerated());
                failing <= map.tolerated() + 1 && failing <= map.items();
                failing++) {
            choices.add(new Choice(map.path(), 1, 1, new Fault(Kind.ITEMS_FAIL, String.valueOf(failing)), true));
        }
    }

    private @Nullable Place place(TracedCall call) {
        Definition definition = call.definition();
        return definition == null
                ? null
                : places.computeIfAbsent(definition, StatePlaces::new)
                        .at(call.call().pointer());
    }

    private void add(TracedCall traced, Place place, boolean twice, List<Choice> choices) {
        TaskCall call = traced.call();
        Kept kept = new Kept(traced.byCode(), call.timeoutSeconds(), call.heartbeatSeconds());
        List<Fault> all = faults.computeIfAbsent(place, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(kept, any -> catalogue.of(call, place, traced.byCode()));
        for (Fault fault : all) {
            if (FaultReactions.isScripted(fault, traced.reaction())) {
                continue;
            }
            choices.add(new Choice(traced.path(), traced.visit(), traced.attempt(), fault, false));
            if (twice || mayComeAgain(fault, call, place)) {
                choices.add(new Choice(traced.path(), traced.visit(), traced.attempt(), fault, true));
            }
        }
    }

    /** Whether the state may call again after a fault, so that a fault which comes again makes another run. */
    private static boolean mayComeAgain(Fault fault, TaskCall call, Place place) {
        String seen = FaultCatalogue.seen(fault, call);
        boolean heartbeat = FaultCatalogue.missesHeartbeat(fault, call);
        return place.mayComeBack() || (seen != null && place.mayBeCalledAgain(seen, heartbeat));
    }

    /** The calls of a run in words, for a message. */
    static String callsOf(RunRecord run) {
        return run.world().trace().stream()
                .map(call -> call.path() + "@" + call.visit() + "." + call.attempt())
                .limit(20)
                .collect(Collectors.joining(", "));
    }
}
