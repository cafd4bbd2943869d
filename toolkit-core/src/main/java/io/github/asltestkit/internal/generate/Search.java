package io.github.asltestkit.internal.generate;

import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.generate.Unreached;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.generate.Ran.Stay;
import io.github.asltestkit.internal.generate.Wish.Kind;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.Knowledge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for scenarios that take each coverage item of a definition. It runs what it thinks will do, looks how far the run came,
 * and changes what kept it from going on; what is taken on the way to one goal is taken for all.
 */
public final class Search {
    private static final int MOST_STARTS = 3;
    private static final int MOST_DETOURS = 4;
    private static final int MOST_STEPS = 40;

    private final World world;
    private final SearchBounds bounds;
    private final DefinitionOutline outline;
    private final List<Goal> goals;
    private final Routes routes;
    private final Sources sources;
    private final Seed seed;
    private final Solver solver;
    private final Moves moves;
    private final Map<Scenario, Ran> known = new HashMap<>();
    private final Map<Integer, Ran> best = new LinkedHashMap<>();
    private final List<Ran> kept = new ArrayList<>();
    private final Map<Integer, String> gaveUp = new LinkedHashMap<>();
    private final BitSet taken = new BitSet();
    private int runs;
    private int runsOfGoal;
    private int stopped;

    private Search(
            World world, Knowledge knowledge, @Nullable ResponseShapes responses, Scenario given, SearchBounds bounds) {
        this.world = world;
        this.bounds = bounds;
        Definition definition = world.definition();
        this.outline = DefinitionOutline.of(definition);
        this.goals = Goal.of(definition, outline);
        this.routes = new Routes(definition);
        this.sources = new Sources(definition, DataFlow.of(definition, knowledge), routes);
        Domains domains = new Domains(definition, responses);
        this.seed = new Seed(definition, sources, domains, knowledge, given);
        this.solver = new Solver(sources, domains);
        this.moves = new Moves(sources, solver, domains, seed);
    }

    /**
     * Looks for all goals.
     *
     * @param knowledge what is known of inputs and results
     * @param responses what the services' responses have to be, or null
     * @param given the input and the answers to begin from
     * @param already the items that need not be looked for, by their positions in the outline
     */
    public static Reached run(
            World world,
            Knowledge knowledge,
            @Nullable ResponseShapes responses,
            Scenario given,
            BitSet already,
            SearchBounds bounds) {
        return new Search(world, knowledge, responses, given, bounds).search(already);
    }

    /** What a search without help would begin with: something of the right type wherever some state reads. */
    public static Scenario seed(
            Definition definition, Knowledge knowledge, @Nullable ResponseShapes responses, Scenario given) {
        Sources sources = new Sources(definition, DataFlow.of(definition, knowledge), new Routes(definition));
        return new Seed(definition, sources, new Domains(definition, responses), knowledge, given).scenario();
    }

    private Reached search(BitSet already) {
        end(run(seed.scenario()));
        for (Goal goal : goals) {
            if (!taken.get(goal.number()) && !already.get(goal.number())) {
                reach(goal);
            }
        }
        return new Reached(
                world, outline, List.copyOf(kept), Map.copyOf(best), unreached(already), boundsHit(), already, runs);
    }

    private List<Unreached> unreached(BitSet already) {
        Reasons reasons = new Reasons(sources, solver, kept, runs >= bounds.runs());
        List<Unreached> unreached = new ArrayList<>();
        for (Goal goal : goals) {
            if (!taken.get(goal.number()) && !already.get(goal.number())) {
                unreached.add(reasons.of(goal, gaveUp.get(goal.number())));
            }
        }
        return unreached;
    }

    private List<String> boundsHit() {
        List<String> hit = new ArrayList<>();
        if (runs >= bounds.runs()) {
            hit.add("The search ended after " + bounds.runs() + " executions.");
        }
        if (!gaveUp.isEmpty()) {
            hit.add("The search for " + gaveUp.size() + (gaveUp.size() == 1 ? " item" : " items") + " ended after "
                    + bounds.runsOfGoal() + " executions each.");
        }
        if (stopped > 0) {
            hit.add("Of the executions, " + stopped + " ended after " + bounds.calls() + " calls, or as the toolkit"
                    + " stopped them.");
        }
        return hit;
    }

    // ---- runs --------------------------------------------------------------------------------------------------

    private boolean isSpent() {
        return runs >= bounds.runs() || runsOfGoal >= bounds.runsOfGoal();
    }

    private Ran run(Scenario scenario) {
        Ran before = known.get(scenario);
        if (before != null) {
            return before;
        }
        Ran ran = world.run(scenario);
        runs++;
        runsOfGoal++;
        known.put(scenario, ran);
        stopped += ran.stopped() == null ? 0 : 1;
        boolean news = false;
        for (int item = ran.taken().nextSetBit(0); item >= 0; item = ran.taken().nextSetBit(item + 1)) {
            if (ran.stopped() == null && !best.containsKey(item)) {
                best.put(item, ran);
                taken.set(item);
                news = true;
            }
        }
        if (news || kept.isEmpty()) {
            kept.add(ran);
        }
        return ran;
    }

    // ---- one goal ----------------------------------------------------------------------------------------------

    private void reach(Goal goal) {
        runsOfGoal = 0;
        if (goal.isOfTheMachine()) {
            for (Ran from : List.copyOf(kept)) {
                for (Scenario scenario : moves.untilTheEndOfTime(from)) {
                    if (!isSpent() && run(scenario).taken().get(goal.number())) {
                        return;
                    }
                }
            }
            return;
        }
        State state = goal.state();
        if (state == null) {
            return;
        }
        Map<String, Integer> distances = routes.distances(List.of(state), Map.of());
        List<Ran> starts = new ArrayList<>(kept);
        starts.sort(Comparator.comparingInt(ran -> distance(ran, distances)));
        for (Ran start : starts.subList(0, Math.min(MOST_STARTS, starts.size()))) {
            if (climb(goal, state, start)) {
                return;
            }
        }
        if (runsOfGoal >= bounds.runsOfGoal()) {
            gaveUp.put(goal.number(), "the search for it ended after " + bounds.runsOfGoal() + " executions");
        }
    }

    /** Leads a first run to an end: most goals are on the way to it. */
    private void end(Ran first) {
        List<State> ends = world.definition().states().states().values().stream()
                .filter(state -> state.isTerminal() && !(state instanceof State.Fail))
                .toList();
        runsOfGoal = 0;
        Ran at = first;
        Set<String> ways = new HashSet<>();
        Map<String, Integer> distances = routes.distances(ends, Map.of());
        while (at.status() != ExecutionStatus.SUCCEEDED && ways.add(at.way()) && !isSpent()) {
            int here = distance(at, distances);
            Stay stay = here == Integer.MAX_VALUE ? null : nearest(at, distances, here, true);
            Ran next = null;
            if (stay != null) {
                List<Attempt> attempts = here == 0
                        ? List.of(new Attempt(Wish.of(Kind.SUCCEED), null))
                        : attempts(null, stay, distances, here);
                for (Attempt attempt : attempts) {
                    next = next == null ? step(null, at, stay, attempt.wish(), distances, here, ways) : next;
                }
            }
            if (next == null) {
                return;
            }
            ways.remove(next.way());
            at = next;
        }
    }

    private static int distance(Ran ran, Map<String, Integer> distances) {
        int least = Integer.MAX_VALUE;
        for (Stay stay : ran.stays()) {
            State state = stay.visit().state();
            Integer distance = state == null ? null : distances.get(state.pointer());
            least = distance == null ? least : Math.min(least, distance);
        }
        return least;
    }

    /** Goes from a run to runs that come nearer, until one takes the goal. */
    private boolean climb(Goal goal, State state, Ran start) {
        Map<Routes.Exit, Integer> penalties = new HashMap<>();
        Set<String> ways = new HashSet<>();
        Ran at = start;
        ways.add(at.way());
        int detours = 0;
        for (int step = 0; step < MOST_STEPS && !isSpent(); step++) {
            Map<String, Integer> distances = routes.distances(List.of(state), penalties);
            int here = distance(at, distances);
            Stay stay = here == Integer.MAX_VALUE ? null : nearest(at, distances, here, detours % 2 == 0);
            if (stay == null) {
                return false;
            }
            Ran next = null;
            List<Routes.Exit> tried = new ArrayList<>();
            for (Attempt attempt : attempts(goal, stay, distances, here)) {
                if (attempt.exit() != null) {
                    tried.add(attempt.exit());
                }
                next = step(goal, at, stay, attempt.wish(), distances, here, ways);
                if (taken.get(goal.number())) {
                    return true;
                }
                if (next != null || isSpent()) {
                    break;
                }
            }
            if (next != null) {
                at = next;
            } else {
                if (tried.isEmpty() || detours++ >= MOST_DETOURS) {
                    return false;
                }
                tried.forEach(exit -> penalties.merge(exit, 6, Integer::sum));
            }
        }
        return false;
    }

    /** Something to wish for. */
    private record Attempt(Wish wish, Routes.@Nullable Exit exit) {}

    private List<Attempt> attempts(@Nullable Goal goal, Stay stay, Map<String, Integer> distances, int here) {
        State state = stay.visit().state();
        if (goal != null && (here == 0 || state == null)) {
            return List.of(new Attempt(goal.wish(), null));
        }
        List<Attempt> all = new ArrayList<>();
        for (Routes.Exit exit : state == null ? List.<Routes.Exit>of() : routes.exits(state.pointer())) {
            Integer beyond = distances.get(exit.to());
            if (beyond != null && beyond < here) {
                all.add(new Attempt(exit.wish(), exit));
            }
        }
        return all;
    }

    /** Of the stays that are nearest the first or the last: in a loop they are many. */
    private static @Nullable Stay nearest(Ran ran, Map<String, Integer> distances, int here, boolean first) {
        Stay last = null;
        for (Stay stay : ran.stays()) {
            State state = stay.visit().state();
            if (state != null && Integer.valueOf(here).equals(distances.get(state.pointer()))) {
                if (first) {
                    return stay;
                }
                last = stay;
            }
        }
        return last;
    }

    /** A run that comes nearer, or as near on a way that is new; null if none of the moves leads to one. */
    private @Nullable Ran step(
            @Nullable Goal goal,
            Ran at,
            Stay stay,
            Wish wish,
            Map<String, Integer> distances,
            int here,
            Set<String> ways) {
        Ran sideways = null;
        for (Scenario scenario : moves.of(at, stay, wish)) {
            if (isSpent()) {
                return sideways;
            }
            Ran ran = run(scenario);
            if (goal != null && taken.get(goal.number())) {
                return ran;
            }
            int there = distance(ran, distances);
            if (there < here) {
                ways.add(ran.way());
                return ran;
            }
            if (there == here && sideways == null && ways.add(ran.way())) {
                sideways = ran;
                if (wish.kind() == Kind.SUCCEED || wish.kind() == Kind.ENTER) {
                    return sideways;
                }
            }
        }
        return sideways;
    }
}
