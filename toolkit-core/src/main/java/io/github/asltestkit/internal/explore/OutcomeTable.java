package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.Outcome;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcomes of an exploration and the handlers that no run entered, as text. */
final class OutcomeTable {
    private OutcomeTable() {}

    /** What runs that end alike have in common. */
    private record End(ExecutionStatus status, @Nullable String error) {}

    /** Puts those that are alike together, the more frequent ones first. */
    static List<Outcome> together(Collection<Outcome> parts) {
        Map<End, Outcome> outcomes = new LinkedHashMap<>();
        for (Outcome part : parts) {
            outcomes.merge(new End(part.status(), part.error()), part, OutcomeTable::together);
        }
        return outcomes.values().stream()
                .sorted(Comparator.comparingLong(Outcome::runs).reversed())
                .toList();
    }

    private static Outcome together(Outcome first, Outcome other) {
        Duration earliest = first.earliest().compareTo(other.earliest()) <= 0 ? first.earliest() : other.earliest();
        Duration latest = first.latest().compareTo(other.latest()) >= 0 ? first.latest() : other.latest();
        return new Outcome(first.status(), first.error(), first.runs() + other.runs(), earliest, latest, first.first());
    }

    static String text(String name, String extent, int failures, List<Outcome> outcomes, List<DeadHandler> dead) {
        StringBuilder text = new StringBuilder();
        String faults = failures == 1 ? "one fault" : failures + " faults";
        text.append(Text.cut(name + ": " + extent + ", each with " + faults + " at most", Text.WIDTH))
                .append("\n\n");
        List<List<String>> rows = new ArrayList<>(List.of(List.of("runs", "status", "error", "after")));
        for (Outcome outcome : outcomes) {
            rows.add(List.of(
                    String.valueOf(outcome.runs()),
                    outcome.status() == ExecutionStatus.RUNNING
                            ? "RUNNING until the quota"
                            : outcome.status().name(),
                    outcome.error() == null ? "" : Text.shortened(outcome.error(), 60),
                    time(outcome)));
        }
        rows.forEach(row -> text.append(line(row, rows)).append('\n'));
        if (!dead.isEmpty()) {
            text.append("\n  ")
                    .append(dead.size() == 1 ? "a handler" : dead.size() + " handlers")
                    .append(" that no run entered:\n");
            dead.forEach(handler -> text.append(Text.cut("    " + handler, Text.WIDTH))
                    .append('\n')
                    .append("      at ")
                    .append(handler.place())
                    .append('\n'));
        }
        return text.toString();
    }

    /** A row in columns; numbers are aligned on the right. */
    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(width(rows, column) - cell.length());
            line.append(column == 0 ? " " + blanks + cell : "   " + cell + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String time(Outcome outcome) {
        String earliest = Times.text(outcome.earliest());
        return outcome.earliest().equals(outcome.latest())
                ? earliest
                : earliest + " to " + Times.text(outcome.latest());
    }
}
