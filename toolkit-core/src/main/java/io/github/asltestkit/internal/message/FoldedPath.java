package io.github.asltestkit.internal.message;

import java.util.ArrayList;
import java.util.List;

/** The path of an execution as messages show it: {@code Ask -> (Poll -> Ready?) x 6249 -> Done}. */
public final class FoldedPath {
    private static final String ARROW = " -> ";

    /** Fewer rounds of a loop are shown one by one, as a test that expects them has them. */
    private static final int FEWEST_ROUNDS = 4;

    /** Longer loops are not looked for. */
    private static final int LONGEST_LOOP = 50;

    private FoldedPath() {}

    /**
     * A loop within a path.
     *
     * @param states the states of one round, in order
     * @param rounds how often they were run one after the other
     */
    public record Loop(List<String> states, int rounds) {

        /** One round, its names joined by arrows. */
        public String round() {
            return String.join(ARROW, states);
        }
    }

    /** The names joined by arrows, each loop shown once with its number of rounds. */
    public static String of(List<String> path) {
        return String.join(
                ARROW,
                fold(path).stream()
                        .map(loop -> loop.rounds() == 1 ? loop.round() : "(" + loop.round() + ") x " + loop.rounds())
                        .toList());
    }

    /** The loop that was run most often; one with a single round if nothing was repeated. */
    public static Loop longestLoop(List<String> path) {
        Loop longest = new Loop(List.of(), 1);
        for (Loop loop : fold(path)) {
            longest = loop.rounds() > longest.rounds() ? loop : longest;
        }
        return longest;
    }

    private static List<Loop> fold(List<String> path) {
        List<Loop> folded = new ArrayList<>();
        int at = 0;
        while (at < path.size()) {
            Loop loop = loopAt(path, at);
            folded.add(loop);
            at += loop.states().size() * loop.rounds();
        }
        return folded;
    }

    /** The shortest loop that begins here, or one state and one round. */
    private static Loop loopAt(List<String> path, int start) {
        int longest = Math.min(LONGEST_LOOP, (path.size() - start) / FEWEST_ROUNDS);
        for (int length = 1; length <= longest; length++) {
            int end = start + length;
            while (end < path.size() && path.get(end).equals(path.get(end - length))) {
                end++;
            }
            int rounds = (end - start) / length;
            if (rounds >= FEWEST_ROUNDS) {
                return new Loop(path.subList(start, start + length), rounds);
            }
        }
        return new Loop(path.subList(start, start + 1), 1);
    }
}
