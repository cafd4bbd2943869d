package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.internal.explore.RecordedTurns.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The orders of one plan of faults that can make a difference. Branches share no data, so two turns can change places without
 * anybody noticing, unless one of them ends the other's line, or both make calls whose order matters. From each run it is read
 * which turns of the run depend on one another, and the orders that change their places are run next (dynamic partial order
 * reduction, after Flanagan and Godefroid).
 */
final class Orders {
    private final World world;
    private final Settings settings;

    Orders(World world, Settings settings) {
        this.world = world;
        this.settings = settings;
    }

    /** The runs of a plan in its orders, the engine's own order first; of more than the limit, the limit and one. */
    List<RunRecord> of(Plan plan) {
        List<RunRecord> runs = new ArrayList<>();
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
        Set<List<Integer>> seen = new HashSet<>(open);
        while (!open.isEmpty() && runs.size() <= settings.limit()) {
            RunRecord run = world.run(plan.inOrder(open.remove()), settings.turning());
            runs.add(run);
            List<Turn> turns = run.world().turnsTaken();
            List<Integer> taken = taken(turns);
            for (int i = 0; i <= taken.size(); i++) {
                seen.add(trimmed(taken.subList(0, i)));
            }
            for (int i = 0; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                if (turn.choice < 0) {
                    continue;
                }
                for (int line : alternatives(turns, i)) {
                    List<Integer> other = new ArrayList<>(taken.subList(0, turn.choice));
                    other.add(line);
                    if (seen.add(trimmed(other))) {
                        open.add(trimmed(other));
                    }
                }
            }
        }
        return runs;
    }

    private static List<Integer> taken(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.choice >= 0)
                .map(turn -> turn.chosen)
                .toList();
    }

    /** An order without the zeros at its end, which are what the engine does by itself. */
    private static List<Integer> trimmed(List<Integer> order) {
        int size = order.size();
        while (size > 0 && order.get(size - 1) == 0) {
            size--;
        }
        return List.copyOf(order.subList(0, size));
    }

    /** The lines that are to be tried instead at a turn. */
    private Set<Integer> alternatives(List<Turn> turns, int at) {
        Turn turn = turns.get(at);
        Set<Integer> lines = new LinkedHashSet<>();
        for (int line = 0; line < turn.lines.size(); line++) {
            if (line != turn.chosen
                    && (settings.everyOrder() || turn.ended.stream().anyMatch(turn.lines.get(line)::startsWith))) {
                lines.add(line);
            }
        }
        for (int later = at + 1; later < turns.size() && !settings.everyOrder(); later++) {
            if (turns.get(later).atMillis != turn.atMillis) {
                break;
            }
            if (depend(turn, turns.get(later))) {
                lines.addAll(waysTo(turns.get(later).line(), turn));
            }
        }
        lines.remove(turn.chosen);
        return lines;
    }

    private static boolean depend(Turn one, Turn other) {
        if (one.line().equals(other.line())) {
            return false;
        }
        return one.ended.stream().anyMatch(other.line()::startsWith)
                || other.ended.stream().anyMatch(one.line()::startsWith)
                || one.touched.stream().anyMatch(other.touched::contains);
    }

    /** The line if it could go on then; if not, the line that it came from; if nobody knows, all of them. */
    private static Set<Integer> waysTo(String line, Turn turn) {
        Set<Integer> ways = new LinkedHashSet<>();
        for (int i = 0; i < turn.lines.size(); i++) {
            if (line.startsWith(turn.lines.get(i))) {
                ways.add(i);
            }
        }
        if (ways.isEmpty()) {
            for (int i = 0; i < turn.lines.size(); i++) {
                ways.add(i);
            }
        }
        return ways;
    }
}
