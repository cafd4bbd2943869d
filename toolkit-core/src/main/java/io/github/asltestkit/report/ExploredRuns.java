package io.github.asltestkit.report;

import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.Exploration.Counterexample;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Outcome;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs of an exploration that its page shows: its counterexamples, and of each outcome the smallest run. */
final class ExploredRuns {
    private final Exploration exploration;

    ExploredRuns(Exploration exploration) {
        this.exploration = exploration;
    }

    /** What the page says before it shows runs. */
    String about() {
        StringBuilder text = new StringBuilder();
        for (Counterexample broken : exploration.counterexamples()) {
            text.append(broken.rule())
                    .append("\n  ")
                    .append(broken.run().plan())
                    .append("\n\n");
        }
        return text.append(exploration.result().table()).toString();
    }

    /** The runs, each once, under what goes wrong in it. */
    List<ExecutedRun> shown() {
        ExplorationResult result = exploration.result();
        Map<String, ExploredRun> runs = new LinkedHashMap<>();
        exploration
                .counterexamples()
                .forEach(broken -> runs.put(broken.run().plan().toString(), broken.run()));
        for (Outcome outcome : result.outcomes()) {
            for (ExploredRun run : result.runs()) {
                if (run.plan().equals(outcome.first())) {
                    runs.putIfAbsent(run.plan().toString(), run);
                }
            }
        }
        List<ExecutedRun> shown = new ArrayList<>();
        runs.forEach((plan, run) -> {
            ExecutionInspection inspection = run.inspection();
            shown.add(new ExecutedRun(
                    plan,
                    plan,
                    result.definition(),
                    result.definition(),
                    inspection.history(),
                    inspection.dataFlow(),
                    inspection.notes()));
        });
        return shown;
    }
}
