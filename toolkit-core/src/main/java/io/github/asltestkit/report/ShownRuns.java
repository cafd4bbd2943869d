package io.github.asltestkit.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which executions of a test its page shows in full: some of those that the test started and some of the child executions of
 * distributed Maps, unsuccessful ones first. All of them count as coverage.
 */
final class ShownRuns {
    static final int MOST = 20;
    private static final int MOST_EVENTS = 3_000;

    private final List<ExecutedRun> runs;
    private final Set<Integer> shown = new HashSet<>();
    private int events;

    private ShownRuns(List<ExecutedRun> runs) {
        this.runs = runs;
    }

    /** The positions of those that are shown. */
    static Set<Integer> among(List<ExecutedRun> runs) {
        ShownRuns chosen = new ShownRuns(runs);
        chosen.choose(false);
        chosen.events = 0;
        chosen.choose(true);
        return chosen.shown;
    }

    private void choose(boolean children) {
        int room = MOST;
        for (boolean unsuccessful : new boolean[] {true, false}) {
            for (int i = 0; i < runs.size() && room > 0 && events < MOST_EVENTS; i++) {
                ExecutedRun run = runs.get(i);
                if (run.isChild() == children && run.isUnsuccessful() == unsuccessful) {
                    shown.add(i);
                    events += Math.min(run.history().events().size(), TestView.MOST_EVENTS);
                    room--;
                }
            }
        }
    }
}
