package io.github.asltestkit.internal.explore;

import io.github.asltestkit.internal.schedule.Turns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes turns as a plan says, and by itself where the plan says nothing, and notes what each turn did. */
public final class RecordedTurns implements Turns {
    private final List<Integer> order;
    private final List<Turn> turns = new ArrayList<>();
    private int choices;

    /** One line going on until it has to wait. */
    static final class Turn {
        final long atMillis;
        final List<String> lines;
        final int chosen;

        /** Which choice of the order it was; -1 if there was nothing to choose. */
        final int choice;

        /** What the lines that it ended begin with. */
        final List<String> ended = new ArrayList<>(0);

        /** The states that it called, and the mocks whose answers depend on the order of their calls. */
        final List<Object> touched = new ArrayList<>(0);

        Turn(long atMillis, List<String> lines, int chosen, int choice) {
            this.atMillis = atMillis;
            this.lines = lines;
            this.chosen = chosen;
            this.choice = choice;
        }

        String line() {
            return lines.get(chosen);
        }
    }

    RecordedTurns(List<Integer> order) {
        this.order = order;
    }

    @Override
    public int next(long nowMillis, List<String> lines) {
        int chosen = 0;
        int choice = -1;
        if (lines.size() > 1) {
            choice = choices++;
            chosen = choice < order.size() ? order.get(choice) : 0;
            if (chosen >= lines.size()) {
                throw new IllegalArgumentException("The order of the plan chooses line " + chosen + " of "
                        + lines.size() + " at its place " + choice + ": it is of another script or definition.");
            }
        }
        turns.add(new Turn(nowMillis, List.copyOf(lines), chosen, choice));
        return chosen;
    }

    @Override
    public void ended(String scope) {
        Turn turn = last();
        if (turn != null) {
            turn.ended.add(scope);
        }
    }

    /** The turn at hand depends on the order in which others touch the same. */
    void touched(Object what) {
        Turn turn = last();
        if (turn != null) {
            turn.touched.add(what);
        }
    }

    private @Nullable Turn last() {
        return turns.isEmpty() ? null : turns.get(turns.size() - 1);
    }

    List<Turn> turns() {
        return turns;
    }
}
