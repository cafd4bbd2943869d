package io.github.asltestkit.assertj.error;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.inspection.StateVisit;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict on a Map Run, what was expected, the counts, the failures, and where the state is. */
final class MapRunFacts {
    private static final int SHOWN = 5;

    private final Evidence evidence;
    private final MapRun run;
    private final Message.Builder message;

    MapRunFacts(Evidence evidence, MapRun run, String verdict) {
        this.evidence = evidence;
        this.run = run;
        this.message = Message.verdict(verdict);
    }

    MapRunFacts expecting(String expected, String actual) {
        message.line("expected", expected).fact("but was", actual).block();
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
                    "item " + child.itemIndex(), child.error() + (child.cause() == null ? "" : ": " + child.cause()));
        }
        if (failed.size() > SHOWN) {
            message.line("and", (failed.size() - SHOWN) + " more that failed");
        }
        List<StateVisit> visits = evidence.inspection().visits(run.statePath());
        StateVisit visit = visits.isEmpty() ? null : visits.get(visits.size() - 1);
        return new Why(null, evidence.place(visit, "")).addTo(message).build(expected, actual);
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
