package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.GenerationWorlds;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.internal.generate.Ran.Stay;
import io.github.asltestkit.internal.generate.Wish.Kind;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.Flaw;
import io.github.asltestkit.internal.shape.Knowledge;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.internal.shape.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drives a machine the way that a warning names: looks for an input, and for results of tasks, with which an execution takes each
 * of its turns, and then fails as the warning foretells. It changes what keeps an execution from the next turn, as the search for
 * tests does.
 */
public final class WayDriver {
    private static final int MOST_RUNS = 600;

    private final Flaw.NeverThere flaw;
    private final Definition definition;
    private final World world;
    private final Seed seed;
    private final Moves moves;
    private final Sources sources;
    private int runs;

    private WayDriver(StateMachine machine, DataFlow flow, Flaw.NeverThere flaw) {
        this.flaw = flaw;
        StateMachine mended = alone(machine, flow, flaw);
        this.definition = mended.definition();
        this.world = GenerationWorlds.of(mended);
        ServiceCatalogue catalogue = ServiceCatalogue.load();
        ApiModels models = ApiModels.ofSdk(WayDriver.class.getClassLoader());
        Knowledge knowledge = new ServiceResults(catalogue, () -> models);
        this.sources = new Sources(definition, DataFlow.of(definition, knowledge), new Routes(definition));
        Domains domains = new Domains(definition, new ResponseShapes(catalogue, models));
        this.seed = new Seed(definition, sources, domains, knowledge, Scenario.of(Values.JSON.objectNode()));
        this.moves = new Moves(sources, new Solver(sources, domains), domains, seed);
    }

    /** The machine with no other fault: an execution fails with the first that it comes to, which may be in another branch. */
    private static StateMachine alone(StateMachine machine, DataFlow flow, Flaw.NeverThere flaw) {
        ObjectNode mended = machine.definition().json().deepCopy();
        for (Flaw other : flow.flaws()) {
            if (other instanceof Flaw.NeverThere never
                    && !never.read().pointer().equals(flaw.read().pointer())) {
                String pointer = never.read().pointer();
                String name = pointer.substring(pointer.lastIndexOf('/') + 1)
                        .replace("~1", "/")
                        .replace("~0", "~");
                if (mended.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode object) {
                    object.put(name, object.path(name).asText().startsWith("{%") ? "x" : "$$.State.Name");
                }
            }
        }
        return StateMachine.parse(machine.name() + ".asl.json", mended.toString());
    }

    /**
     * What came of it.
     *
     * @param confirmed whether an execution took the way and failed as foretold
     * @param kind what kept the execution that came farthest from the next turn
     * @param text how far that came
     */
    public record Outcome(boolean confirmed, String kind, String text) {}

    /** Drives the way of a flaw. */
    public static Outcome drive(StateMachine machine, DataFlow flow, Flaw.NeverThere flaw) {
        return new WayDriver(machine, flow, flaw).search();
    }

    // ---- the search --------------------------------------------------------------------------------------------

    /**
     * An execution that took the first turns of the way and nothing beside them.
     *
     * @param turns how many, with the one that it is in
     * @param stay the stay in which it left the way; null if it did not begin
     */
    private record Come(Ran ran, int turns, @Nullable Stay stay) {}

    private Outcome search() {
        Set<Scenario> known = new HashSet<>(List.of(seed.scenario()));
        Set<String> ways = new HashSet<>();
        Come best = come(seed.scenario());
        Deque<Come> open = new ArrayDeque<>(List.of(best));
        while (!isConfirmed(best) && !open.isEmpty() && runs < MOST_RUNS) {
            Come from = open.pop();
            Come farther = null;
            for (Scenario scenario : next(from)) {
                if (farther != null || isConfirmed(best) || runs >= MOST_RUNS) {
                    break;
                }
                if (known.add(scenario)) {
                    Come come = come(scenario);
                    boolean isNew = ways.add(come.ran().way());
                    farther = isNew && come.turns() > from.turns() ? come : null;
                    if (isNew && come.turns() == from.turns()) {
                        open.addLast(come);
                    }
                    best = isConfirmed(come) || come.turns() > best.turns() ? come : best;
                }
            }
            if (farther != null) {
                open.push(from);
                open.push(farther);
            }
        }
        return new Outcome(isConfirmed(best), kind(best), told(best));
    }

    private List<Scenario> next(Come from) {
        Stay stay = from.stay();
        if (stay == null) {
            return List.of();
        }
        List<Scenario> all = new ArrayList<>();
        for (Wish wish : wishes(flaw.way().turns().get(from.turns() - 1))) {
            all.addAll(moves.of(from.ran(), stay, wish));
        }
        return all;
    }

    private List<Wish> wishes(Way.Turn turn) {
        return switch (turn.by()) {
            case NEXT -> List.of(Wish.of(Kind.SUCCEED));
            case RULE -> List.of(new Wish(Kind.RULE, turn.index()), Wish.of(Kind.SUCCEED));
            case CATCHER -> List.of(new Wish(Kind.CATCHER, turn.index()));
            case INTO -> List.of(new Wish(Kind.INTO, turn.index()));
            case HERE -> here();
        };
    }

    /** What brings the state to where it reads what is not there. */
    private List<Wish> here() {
        String within = flaw.read().pointer().substring(flaw.state().pointer().length());
        String[] steps = within.split("/", -1);
        if (within.startsWith("/Choices/")) {
            return List.of(new Wish(Kind.RULE, Integer.parseInt(steps[2])), Wish.of(Kind.SUCCEED));
        }
        if (within.startsWith("/Catch/")) {
            return List.of(new Wish(Kind.CATCHER, Integer.parseInt(steps[2])));
        }
        return List.of(new Wish(Kind.INTO, 0), Wish.of(Kind.SUCCEED));
    }

    private Come come(Scenario scenario) {
        runs++;
        Ran ran = world.run(scenario);
        Come best = new Come(ran, 0, null);
        for (Stay stay : ran.stays()) {
            Come come = new Come(ran, turns(sources.way(stay).turns()), stay);
            boolean better = come.turns() == best.turns() && isConfirmed(come) && !isConfirmed(best);
            best = come.turns() > best.turns() || better ? come : best;
        }
        return best;
    }

    /** How many turns of the way it took to come to a state; 0 if any of them is not of the way. */
    private int turns(List<Way.Turn> taken) {
        List<Way.Turn> way = flaw.way().turns();
        int last = taken.size() - 1;
        for (int i = 0; i < last; i++) {
            if (i >= way.size() || !isSame(taken.get(i), way.get(i))) {
                return 0;
            }
        }
        boolean there = last < way.size()
                && taken.get(last)
                        .state()
                        .pointer()
                        .equals(way.get(last).state().pointer());
        return there ? taken.size() : 0;
    }

    private static boolean isSame(Way.Turn taken, Way.Turn wanted) {
        return taken.state().pointer().equals(wanted.state().pointer())
                && taken.by() == wanted.by()
                && taken.index() == wanted.index();
    }

    // ---- what came of it ---------------------------------------------------------------------------------------

    private boolean isConfirmed(Come come) {
        Stay stay = come.stay();
        return stay != null && come.turns() == flaw.way().turns().size() && isForetold(stay);
    }

    private boolean isForetold(Stay stay) {
        StateVisit visit = stay.visit();
        if (flaw.read().error().equals(visit.error()) && names(visit.cause())) {
            return true;
        }
        for (HistoryEvent event : visit.inspection().history().events()) {
            if (event.type() == HistoryEventType.EVALUATION_FAILED
                    && flaw.state().name().equals(event.details().text("state"))
                    && names(event.details().text("cause"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cause names what the warning does. */
    private boolean names(@Nullable String cause) {
        String path = flaw.read().path();
        String expression = definition.json().at(flaw.read().pointer()).asText();
        String inner = expression.startsWith("{%")
                ? expression.substring(2, expression.length() - 2).strip()
                : path;
        return cause != null && (cause.contains(path) || cause.contains(inner) || cause.contains(expression));
    }

    private String told(Come come) {
        List<String> way = flaw.way().turns().stream()
                .map(turn -> turn.state().name() + ' ' + turn.by() + (turn.index() < 0 ? "" : turn.index()))
                .toList();
        String cause = come.ran().lines().isEmpty()
                ? ""
                : come.ran().lines().get(0).inspection().cause();
        return come.turns() + " of " + way.size() + " turns in " + runs + " runs, then "
                + come.ran().error() + ": "
                + cause
                + (come.ran().stopped() == null
                        ? ""
                        : ", stopped: " + come.ran().stopped()) + "\n    "
                + String.join(" > ", way);
    }

    private String kind(Come come) {
        if (come.turns() == 0) {
            return "not begun";
        }
        Way.Turn turn = flaw.way().turns().get(come.turns() - 1);
        return turn.by() == Way.By.HERE
                ? "another failure than foretold in a " + turn.state().type()
                : turn.by() + " of a " + turn.state().type();
    }
}
