package io.github.asltestkit.internal.generate;

import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.generate.Unreached;
import io.github.asltestkit.generate.Unreached.Kind;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.generate.Ran.Stay;
import io.github.asltestkit.internal.shape.Read;
import io.github.asltestkit.internal.shape.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a goal was not reached. */
final class Reasons {
    private static final int LONGEST = 160;

    private final Sources sources;
    private final Solver solver;
    private final List<Ran> kept;
    private final boolean spent;

    /**
     * @param kept the runs that took something
     * @param spent whether the search hit the bound of all its runs
     */
    Reasons(Sources sources, Solver solver, List<Ran> kept, boolean spent) {
        this.sources = sources;
        this.solver = solver;
        this.kept = kept;
        this.spent = spent;
    }

    /** @param bound the bound that the search for this goal hit, or null */
    Unreached of(Goal goal, @Nullable String bound) {
        State state = goal.state();
        Unreached handler = state == null ? null : handler(goal, state);
        if (handler != null) {
            return handler;
        }
        if (state == null) {
            return new Unreached(goal.item(), Kind.UNKNOWN, "no task waits for as long as that");
        }
        if (sources.flow().input(state) == null) {
            return new Unreached(goal.item(), Kind.IMPOSSIBLE, notEntered(state));
        }
        Unreached nearest = nearest(goal, state);
        if (nearest != null && nearest.kind() == Kind.IMPOSSIBLE) {
            return nearest;
        }
        if (bound != null || spent) {
            return new Unreached(
                    goal.item(), Kind.BOUND, bound == null ? "the search had run as often as it may" : bound);
        }
        return nearest == null
                ? new Unreached(goal.item(), Kind.UNKNOWN, "nothing that was tried leads there")
                : nearest;
    }

    // ---- what follows from the definition ----------------------------------------------------------------------

    private @Nullable Unreached handler(Goal goal, State state) {
        int index = goal.wish().index();
        if (goal.item().kind() == ItemKind.RETRIER) {
            if (!Errors.retries(state.retry().get(index))) {
                return new Unreached(goal.item(), Kind.IMPOSSIBLE, "its MaxAttempts is 0");
            }
            return Errors.ofRetrier(state, index).isEmpty()
                    ? new Unreached(goal.item(), Kind.IMPOSSIBLE, "Retriers before it handle each of its errors")
                    : null;
        }
        return goal.item().kind() == ItemKind.CATCHER
                        && Errors.ofCatcher(state, index).isEmpty()
                ? new Unreached(goal.item(), Kind.IMPOSSIBLE, "Catchers before it handle each of its errors")
                : null;
    }

    private String notEntered(State state) {
        boolean linked = kept.isEmpty()
                || sources.routes().distances(List.of(state), Map.of()).containsKey(start());
        return linked
                ? "by the shapes of the data, every execution fails or turns off before " + state.name()
                : "no state leads to " + state.name();
    }

    private String start() {
        return kept.get(0).stays().isEmpty()
                ? ""
                : Objects.requireNonNull(kept.get(0).stays().get(0).visit().state())
                        .pointer();
    }

    // ---- what the nearest run shows ----------------------------------------------------------------------------

    private record Near(Stay stay, Ran ran, int distance) {}

    private @Nullable Unreached nearest(Goal goal, State state) {
        Map<String, Integer> distances = sources.routes().distances(List.of(state), Map.of());
        List<Near> near = new ArrayList<>();
        for (Ran ran : kept) {
            for (Stay stay : ran.stays()) {
                State at = stay.visit().state();
                Integer distance = at == null ? null : distances.get(at.pointer());
                if (distance != null) {
                    near.add(new Near(stay, ran, distance));
                }
            }
        }
        Near nearest =
                near.stream().min(Comparator.comparingInt(Near::distance)).orElse(null);
        State at = nearest == null ? null : nearest.stay().visit().state();
        if (nearest == null || at == null) {
            return null;
        }
        if (at instanceof State.ChoiceState choice) {
            Unreached decided = decided(goal, nearest, choice, distances);
            if (decided != null) {
                return decided;
            }
        }
        if (at instanceof State.MapState map && goal.wish().kind() == Wish.Kind.ITEMS && nearest.distance() == 0) {
            Unreached fixed = items(goal, nearest, map);
            if (fixed != null) {
                return fixed;
            }
        }
        return failing(goal, nearest, at);
    }

    private @Nullable Unreached decided(
            Goal goal, Near nearest, State.ChoiceState choice, Map<String, Integer> distances) {
        Way way = sources.way(nearest.stay());
        List<Wish> wishes = new ArrayList<>();
        if (nearest.distance() == 0) {
            wishes.add(goal.wish());
        } else {
            sources.routes().exits(choice.pointer()).stream()
                    .filter(exit -> distances.getOrDefault(exit.to(), Integer.MAX_VALUE) < nearest.distance())
                    .forEach(exit -> wishes.add(exit.wish()));
        }
        for (Wish wish : wishes) {
            boolean possible = wish.kind() == Wish.Kind.RULE_FALSE
                    ? !solver.ruleFalse(choice, wish.index(), way).isEmpty()
                    : wish.kind() != Wish.Kind.RULE
                            || !solver.ruleTrue(choice, wish.index(), way).isEmpty();
            if (possible) {
                return null;
            }
        }
        if (wishes.isEmpty()) {
            return null;
        }
        List<Read> reads = reads(choice);
        boolean known = reads.stream().allMatch(read -> sources.isWritten(way, read) || sources.isAsItIs(way, read));
        if (known && reads.stream().anyMatch(read -> sources.isAsItIs(way, read))) {
            return new Unreached(
                    goal.item(), Kind.IMPOSSIBLE, "no value makes the rules of " + choice.name() + " come out so");
        }
        return known
                ? new Unreached(
                        goal.item(),
                        Kind.IMPOSSIBLE,
                        "what " + choice.name() + " compares is written in the definition, or is never there")
                : new Unreached(
                        goal.item(),
                        Kind.UNKNOWN,
                        "it is not known where what " + choice.name() + " compares comes from");
    }

    private List<Read> reads(State.ChoiceState choice) {
        List<Atom> atoms = new ArrayList<>();
        choice.choices().forEach(rule -> {
            ChoiceRule of = rule.rule();
            Condition.of(of, sources.flow()).collect(atoms);
        });
        return atoms.stream().map(Atom::read).toList();
    }

    private @Nullable Unreached items(Goal goal, Near nearest, State.MapState map) {
        return sources.reads(sources.way(nearest.stay())).isEmpty()
                ? new Unreached(
                        goal.item(), Kind.IMPOSSIBLE, "the items of " + map.name() + " are written in the definition")
                : null;
    }

    private static Unreached failing(Goal goal, Near nearest, State at) {
        StateVisit visit = nearest.stay().visit();
        Stay culprit = Moves.culprit(nearest.ran(), nearest.stay());
        StateVisit failed = culprit == null ? visit : culprit.visit();
        if (failed.outcome() == VisitOutcome.FAILED && failed.error() != null) {
            String cause = String.valueOf(failed.cause());
            return new Unreached(
                    goal.item(),
                    Kind.UNKNOWN,
                    failed.name() + " fails with " + failed.error() + " whatever was tried: "
                            + (cause.length() > LONGEST ? cause.substring(0, LONGEST) + "..." : cause));
        }
        return new Unreached(
                goal.item(), Kind.UNKNOWN, "executions come to " + at.name() + ", and nothing that was tried leads on");
    }
}
