package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.history.MapRunStatus;
import io.github.asltestkit.inspection.StateVisit;
import java.util.List;
import java.util.stream.Collectors;

/** The Map Run of a distributed Map state went otherwise than expected. */
final class ShouldEndMapRun {
    private static final int SHOWN = 5;

    private ShouldEndMapRun() {}

    static Message status(Told told, MapRun run, MapRunStatus expected) {
        return message(told, run, "The Map Run of " + run.statePath() + " did not end as expected.")
                .expecting(expected.name(), run.status().name())
                .build(expected, run.status());
    }

    static Message count(Told told, MapRun run, String what, long expected, long actual) {
        return message(
                        told,
                        run,
                        "The Map Run of " + run.statePath() + " has another number of " + what + " than expected.")
                .expecting(String.valueOf(expected), String.valueOf(actual))
                .build(expected, actual);
    }

    static Message failedAt(Told told, MapRun run, List<Integer> expected, List<Integer> actual) {
        return message(
                        told,
                        run,
                        "Other child executions of the Map Run of " + run.statePath() + " failed than expected.")
                .expecting("those of the items " + expected, "those of the items " + actual)
                .build(expected, actual);
    }

    static Message item(Told told, MapRun run, int index, String notThere) {
        int end = notThere.indexOf('\n');
        return message(told, run, end < 0 ? notThere : notThere.substring(0, end))
                .build(index, "none");
    }

    static Message none(Told told, String state, List<MapRun> runs) {
        String others = runs.stream().map(MapRun::statePath).distinct().collect(Collectors.joining(", "));
        return Why.ofStatus(told)
                .addTo(Message.verdict(state + " started no Map Run.")
                        .line("Map Runs of", others.isEmpty() ? "no state" : others)
                        .fact("path", String.join(" -> ", told.inspection().path())))
                .build(state, others);
    }

    private static Draft message(Told told, MapRun run, String verdict) {
        return new Draft(told, run, verdict);
    }

    /** A verdict, what was expected, the counts, the failures, and where the state is. */
    private static final class Draft {
        private final Told told;
        private final MapRun run;
        private final Message.Builder message;

        Draft(Told told, MapRun run, String verdict) {
            this.told = told;
            this.run = run;
            this.message = Message.verdict(verdict);
        }

        Draft expecting(String expected, String actual) {
            message.line("expected", expected).line("but was", actual).block();
            return this;
        }

        Message build(Object expected, Object actual) {
            message.line("items", counts(run.itemCounts()));
            if (run.itemCounts().total() != run.executionCounts().total()) {
                message.line("batches", counts(run.executionCounts()));
            }
            message.fact("tolerated", tolerated());
            List<Execution> failed = run.items(ExecutionStatus.FAILED);
            for (Execution child : failed.subList(0, Math.min(SHOWN, failed.size()))) {
                message.line(
                        "item " + child.itemIndex(),
                        child.error() + (child.cause() == null ? "" : ": " + child.cause()));
            }
            if (failed.size() > SHOWN) {
                message.line("and", (failed.size() - SHOWN) + " more that failed");
            }
            List<StateVisit> visits = told.inspection().visits(run.statePath());
            StateVisit visit = visits.isEmpty() ? null : visits.get(visits.size() - 1);
            return new Why(null, told.place(visit, "")).addTo(message).build(expected, actual);
        }

        private String tolerated() {
            String count = run.toleratedFailureCount() > 0 ? run.toleratedFailureCount() + " items" : "";
            String percentage = run.toleratedFailurePercentage() > 0 ? run.toleratedFailurePercentage() + " %" : "";
            String both = List.of(count, percentage).stream()
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" and "));
            return both.isEmpty() ? "no failure" : both;
        }

        private static String counts(MapRunCounts counts) {
            return counts.total() + " (" + counts.succeeded() + " succeeded, " + counts.failed() + " failed, "
                    + counts.timedOut() + " timed out, " + counts.aborted() + " aborted, " + counts.running()
                    + " running, " + counts.pending() + " pending)";
        }
    }
}
