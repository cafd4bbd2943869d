package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The course of an execution as text of at most 119 columns: states, attempts, waits and the outcome, each at its virtual
 * time, counted from the start. The same history gives the same text.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Timeline {
    /** Of a longer timeline, the beginning and the end are shown. */
    private static final int MOST_ROWS = 2_000;

    private static final int ROWS_AT_THE_END = 500;
    private static final int WIDEST_LABEL = 50;

    private record Row(Instant time, String label, String text) {}

    private final ExecutionInspection inspection;
    private final List<Row> rows = new ArrayList<>();

    private Timeline(ExecutionInspection inspection) {
        this.inspection = inspection;
        visits(inspection.root());
        rows.sort(Comparator.comparing(Row::time));
    }

    /** The timeline of a history. */
    public static Timeline of(ExecutionHistory history) {
        return of(history, null);
    }

    /** The timeline of a history of a definition; with it, branches have their index and Fail states their error. */
    public static Timeline of(ExecutionHistory history, @Nullable Definition definition) {
        return new Timeline(ExecutionInspection.of(history, definition));
    }

    // ---- from stays to rows --------------------------------------------------------------------------------------

    private void visits(Branch line) {
        for (StateVisit visit : line.visits()) {
            visit(visit);
        }
    }

    private void visit(StateVisit visit) {
        String type = visit.type().aslName();
        Duration duration = visit.duration();
        Instant end = visit.endedAt();
        if (visit.attempts().isEmpty() && duration != null && duration.isZero()) {
            String left = left(visit);
            add(visit.enteredAt(), visit.path(), left.isEmpty() ? type : type + " " + left);
            return;
        }
        add(visit.enteredAt(), visit.path(), type);
        for (Attempt attempt : visit.attempts()) {
            if (attempt.resource() == null) {
                branches(visit, attempt);
            } else {
                task(visit, attempt);
            }
        }
        if (end != null) {
            String after = visit.type() == StateType.WAIT && duration != null ? " after " + Times.text(duration) : "";
            add(end, visit.path(), left(visit) + after);
        }
    }

    /** How a state was left. */
    private static String left(StateVisit visit) {
        String next = visit.next() == null ? "end" : "-> " + visit.next();
        String error = visit.error() == null ? "" : " " + visit.error();
        if (visit.type() == StateType.FAIL) {
            return error.strip();
        }
        return switch (visit.outcome()) {
            case SUCCEEDED -> next;
            case CAUGHT -> "caught" + error + " " + next;
            case RUNNING -> "";
            default -> visit.outcome() + error;
        };
    }

    private void task(StateVisit visit, Attempt attempt) {
        String start = head(attempt) + what(attempt);
        Instant end = attempt.endedAt();
        Instant submitted = attempt.submittedAt();
        if (attempt.scheduledAt().equals(end)) {
            add(attempt.scheduledAt(), visit.path(), start + " " + ended(attempt));
            return;
        }
        boolean atOnce = attempt.scheduledAt().equals(submitted);
        add(attempt.scheduledAt(), visit.path(), start + (atOnce ? ", " + waits(attempt) : "") + deadlines(attempt));
        if (submitted != null && !atOnce) {
            add(submitted, visit.path(), "attempt " + attempt.number() + ": " + waits(attempt));
        }
        if (end != null) {
            add(end, visit.path(), "attempt " + attempt.number() + ": " + ended(attempt));
        }
    }

    private static String waits(Attempt attempt) {
        String resource = String.valueOf(attempt.resource());
        return resource.endsWith(".waitForTaskToken") ? "waits for its task token" : "job submitted";
    }

    /** The attempt of a Parallel or Map state: of itself worth a line where it is a retry, or failed. */
    private void branches(StateVisit visit, Attempt attempt) {
        if (attempt.number() > 1) {
            add(attempt.scheduledAt(), visit.path(), head(attempt) + what(attempt));
        } else if (attempt.mapRunArn() != null) {
            add(attempt.scheduledAt(), visit.path(), "Map Run " + attempt.mapRunArn());
        }
        for (Branch branch : attempt.branches()) {
            visits(branch);
            if (branch.visits().isEmpty()) {
                continue;
            }
            Instant end = branch.visits().get(branch.visits().size() - 1).endedAt();
            if (end != null && branch.outcome() != VisitOutcome.RUNNING) {
                add(end, branch.place(), branch.outcome().name());
            }
        }
        Instant end = attempt.endedAt();
        if (end != null && attempt.outcome() != VisitOutcome.SUCCEEDED) {
            add(end, visit.path(), "attempt " + attempt.number() + ": " + ended(attempt));
        }
    }

    private static String head(Attempt attempt) {
        Duration waited = attempt.waitedBefore();
        return "attempt " + attempt.number() + ": "
                + (waited == null ? "" : "after a wait of " + Times.text(waited) + ", ");
    }

    private static String what(Attempt attempt) {
        String resource = attempt.resource();
        if (resource != null) {
            String service = attempt.resourceType();
            return service == null ? resource : service + ":" + resource;
        }
        return attempt.mapRunArn() != null ? "Map Run " + attempt.mapRunArn() : "started anew";
    }

    private static String deadlines(Attempt attempt) {
        String heartbeat = attempt.heartbeatSeconds() == null ? "" : ", HeartbeatSeconds " + attempt.heartbeatSeconds();
        return heartbeat + (attempt.timeoutSeconds() == null ? "" : ", TimeoutSeconds " + attempt.timeoutSeconds());
    }

    private static String ended(Attempt attempt) {
        String error = attempt.error() == null ? "" : " " + attempt.error();
        String cause = attempt.cause() == null || attempt.cause().isEmpty() ? "" : ": " + attempt.cause();
        return attempt.outcome() + error + cause + (attempt.missedHeartbeat() ? ", a heartbeat was missed" : "");
    }

    private void add(Instant time, String label, String text) {
        rows.add(new Row(time, label, text));
    }

    // ---- from rows to text ---------------------------------------------------------------------------------------

    /** The text; every line ends with a line feed. */
    public String text() {
        Instant start = inspection.startedAt();
        Instant end = inspection.endedAt();
        StringBuilder text = new StringBuilder();
        text.append(String.join("\n", Text.wrap(Text.bounded(headline(start, end)), Text.WIDTH)))
                .append("\n\n");
        int times = 0;
        int labels = 0;
        for (Row row : rows) {
            times = Math.max(times, Times.since(start, row.time()).length());
            labels = Math.max(
                    labels, Math.min(WIDEST_LABEL, Text.ascii(row.label()).length()));
        }
        int leftOut = Math.max(0, rows.size() - MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            if (leftOut > 0 && i == MOST_ROWS - ROWS_AT_THE_END) {
                text.append("  ... ").append(leftOut).append(" lines left out ...\n");
                i += leftOut;
            }
            Row row = rows.get(i);
            String label = lastPart(row.label(), labels);
            String line = "  " + padded(Times.since(start, row.time()), times) + "  " + padded(label, labels) + "  ";
            for (String part : Text.wrap(Text.bounded(row.text()), Text.WIDTH - line.length())) {
                text.append((line + part).stripTrailing()).append('\n');
                line = " ".repeat(line.length());
            }
        }
        return text.toString();
    }

    private String headline(@Nullable Instant start, @Nullable Instant end) {
        Definition definition = inspection.definition();
        ExecutionStatus status = inspection.status();
        String of = definition == null
                ? "Execution"
                : "Execution of " + definition.source().name();
        String part = inspection.part() == null ? "" : " (a part alone, " + inspection.part() + ")";
        String error = inspection.error() == null ? "" : " with " + inspection.error();
        String after = start == null || end == null ? "" : " after " + Times.text(Duration.between(start, end));
        String cause = inspection.cause() == null || inspection.cause().isEmpty() ? "" : ": " + inspection.cause();
        return of + part + ": " + status + after + error + cause;
    }

    /** Of a path too long, the end says more than the beginning. */
    private static String lastPart(String label, int room) {
        String ascii = Text.ascii(label);
        return ascii.length() <= room ? ascii : "..." + ascii.substring(ascii.length() - room + 3);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    @Override
    public String toString() {
        return text();
    }
}
