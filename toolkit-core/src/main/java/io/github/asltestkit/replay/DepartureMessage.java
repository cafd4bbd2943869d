package io.github.asltestkit.replay;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.SideBySide;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.replay.PayloadComparison.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replay took another course than its recording. */
final class DepartureMessage {
    private static final int STEPS_BEFORE = 3;
    private static final int STEPS_AFTER = 2;
    private static final int DIFFERENCES = 5;

    private final Recording recording;
    private final ExecutionInspection replayed;
    private final Departure departure;
    private final String source;
    private final @Nullable String stopped;

    DepartureMessage(
            Recording recording,
            ExecutionInspection replayed,
            Departure departure,
            Definition definition,
            @Nullable String stopped) {
        this.recording = recording;
        this.replayed = replayed;
        this.departure = departure;
        this.source = definition.locate("").source();
        this.stopped = stopped;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.join("\n", Text.wrap(verdict(), Text.WIDTH))).append("\n\n");
        text.append(table().text());
        Facts facts = new Facts().wrapped("why", why());
        String at = at();
        if (at != null) {
            facts.cut("at", at);
        }
        if (!facts.isEmpty()) {
            text.append('\n').append(facts.text());
        }
        text.append('\n').append(advice());
        return text.toString();
    }

    private String verdict() {
        String head = "The execution recorded in " + recording.name() + " runs differently on " + source + " today: ";
        String state = subject();
        return head
                + switch (departure.kind()) {
                    case PATH -> "it takes another path" + inPlace() + ", at position " + departure.position() + ".";
                    case RESOURCE -> state + " calls another resource" + attempt() + ".";
                    case PARAMETERS -> state + " calls with other parameters" + attempt() + ".";
                    case OUTCOME -> "the task of " + state + " ends in another way" + attempt() + ".";
                    case ATTEMPTS ->
                        state + " is attempted " + times(departure.replayed()) + " instead of "
                                + times(departure.recorded()) + ".";
                    case BRANCHES ->
                        state + " runs " + branches(departure.replayedAttempt()) + " branches or iterations instead of "
                                + branches(departure.recordedAttempt()) + ".";
                    case STATUS -> "it ends with another status.";
                    case OUTPUT -> "it ends with another output.";
                    case ERROR -> "it ends with another error.";
                };
    }

    private String inPlace() {
        return departure.place().isEmpty() ? "" : " in " + departure.place();
    }

    private String subject() {
        StateVisit visit = departure.replayed() == null ? departure.recorded() : departure.replayed();
        return visit == null ? "the execution" : visit.path();
    }

    private String attempt() {
        Attempt attempt = departure.replayedAttempt();
        return attempt == null || attempt.number() == 1 ? "" : " (attempt " + attempt.number() + ")";
    }

    private static String times(@Nullable StateVisit visit) {
        int attempts = visit == null ? 0 : visit.attempts().size();
        return attempts == 1 ? "once" : attempts + " times";
    }

    private static int branches(@Nullable Attempt attempt) {
        return attempt == null ? 0 : attempt.branches().size();
    }

    // ---- side by side ------------------------------------------------------------------------------------------

    private SideBySide table() {
        SideBySide table = new SideBySide("recorded", "replayed");
        Attempt was = departure.recordedAttempt();
        Attempt is = departure.replayedAttempt();
        if (departure.kind() == Departure.Kind.RESOURCE && was != null && is != null) {
            return table.row(resource(was), resource(is), "differs");
        }
        if (departure.kind() == Departure.Kind.OUTCOME && was != null && is != null) {
            return table.row(was.toString(), is.toString(), "differs");
        }
        if (!departure.differences().isEmpty()) {
            return differences(table);
        }
        return steps(table);
    }

    private static String resource(Attempt attempt) {
        String type = attempt.resourceType();
        return type == null ? String.valueOf(attempt.resource()) : type + ":" + attempt.resource();
    }

    private SideBySide differences(SideBySide table) {
        List<Difference> all = departure.differences();
        for (Difference difference : all.subList(0, Math.min(DIFFERENCES, all.size()))) {
            String place = difference.pointer().isEmpty() ? "differs" : "at " + difference.pointer();
            table.row(difference.recorded(), difference.replayed(), place);
        }
        if (all.size() > DIFFERENCES) {
            table.row("... " + (all.size() - DIFFERENCES) + " more", "...");
        }
        return table;
    }

    private SideBySide steps(SideBySide table) {
        List<StateVisit> was = line(recording.inspection(), departure.recorded(), departure.replayed());
        List<StateVisit> is = line(replayed, departure.replayed(), departure.recorded());
        int at = departure.position() - 1;
        int from = Math.max(0, at - STEPS_BEFORE);
        int to = Math.min(at + 1 + STEPS_AFTER, Math.max(was.size(), is.size()));
        if (from > 0) {
            table.row("...", "...");
        }
        for (int i = from; i < to; i++) {
            String mark = i != at ? "" : departure.kind() == Departure.Kind.PATH ? "departs here" : "differs";
            table.row(step(was, i, recording.inspection(), isCut(was)), step(is, i, replayed, isCut(is)), mark);
        }
        return table;
    }

    /** The line of states of a visit; where one side has no visit there, the line of that side at the same place. */
    private static List<StateVisit> line(
            ExecutionInspection inspection, @Nullable StateVisit visit, @Nullable StateVisit counterpart) {
        if (visit != null) {
            return visit.branch().visits();
        }
        String place = counterpart == null ? "" : counterpart.branch().place();
        if (place.isEmpty()) {
            return inspection.visits();
        }
        return inspection.allVisits().stream()
                .filter(other -> other.branch().place().equals(place))
                .toList();
    }

    private static boolean isCut(List<StateVisit> line) {
        return !line.isEmpty() && line.get(line.size() - 1).outcome() == VisitOutcome.RUNNING;
    }

    private String step(List<StateVisit> line, int index, ExecutionInspection inspection, boolean cut) {
        if (index >= line.size()) {
            return index > line.size() ? "" : cut ? "(still running)" : "(" + ended(line, inspection) + ")";
        }
        StateVisit visit = line.get(index);
        String attempts = visit.attempts().size() > 1 ? "  " + visit.attempts().size() + " attempts" : "";
        return Times.since(inspection.startedAt(), visit.enteredAt()) + "  " + visit.name() + attempts;
    }

    private static String ended(List<StateVisit> line, ExecutionInspection inspection) {
        Branch branch = line.isEmpty() ? inspection.root() : line.get(0).branch();
        return branch.parent() == null ? "ended: " + inspection.status() : "ended: " + branch.outcome();
    }

    // ---- why and where -----------------------------------------------------------------------------------------

    private @Nullable String why() {
        if (stopped != null) {
            return stopped;
        }
        StateVisit before = before();
        String said = before == null || before.error() == null
                ? null
                : before.name() + " failed with " + before.error()
                        + (before.caughtBy() == null ? "" : ", caught and led to " + before.caughtBy())
                        + (before.cause() == null ? "" : ": " + before.cause());
        if (said == null && replayed.error() != null && departure.kind() != Departure.Kind.PARAMETERS) {
            said = "today it ends with " + replayed.error() + (replayed.cause() == null ? "" : ": " + replayed.cause());
        }
        return said;
    }

    private @Nullable StateVisit before() {
        StateVisit now = departure.replayed();
        List<StateVisit> line = line(replayed, now, departure.recorded());
        int index = departure.position() - 2;
        return departure.kind() == Departure.Kind.PATH && index >= 0 && index < line.size() ? line.get(index) : now;
    }

    /** Of a path, the state that led elsewhere; else the state itself. */
    private @Nullable String at() {
        StateVisit visit = before();
        Definition definition = replayed.definition();
        State state = visit == null ? null : visit.state();
        return definition == null || state == null
                ? null
                : definition.locate(state.pointer()).toString();
    }

    private String advice() {
        String declare = switch (departure.kind()) {
            case PATH ->
                departure.recorded() != null && departure.replayed() != null && departure.position() > 0
                        ? "renamed(\"" + departure.recorded().name() + "\", \""
                                + departure.replayed().name() + "\")"
                        : "";
            case PARAMETERS ->
                "ignoring(\"" + departure.stateName() + "\", \"$"
                        + path(departure.differences().get(0).pointer()) + "\")";
            case OUTPUT -> "ignoring(\"$" + path(departure.differences().get(0).pointer()) + "\")";
            default -> "";
        };
        String said = "If the change is meant, "
                + (declare.isEmpty() ? "" : "declare it with " + declare + ", or ")
                + "record the execution again.";
        return "  " + String.join("\n  ", Text.wrap(said, Text.WIDTH - 2));
    }

    private static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String segment :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = segment.replace("~1", "/").replace("~0", "~");
            if (name.matches("\\d+")) {
                path.append('[').append(name).append(']');
            } else if (name.matches("[\\w-]+")) {
                path.append('.').append(name);
            } else {
                path.append("['").append(name).append("']");
            }
        }
        return path.toString();
    }
}
