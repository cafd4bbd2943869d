package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Outcome;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.TestScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of an exploration.
 *
 * @param open whether there are runs with more faults than those of the sample, which nobody counted
 * @param handlers the Retriers and Catchers that acted, by their JSON pointers
 */
record Result(
        World world,
        Settings settings,
        List<ExploredRun> runs,
        long total,
        boolean isComplete,
        boolean open,
        Set<String> handlers)
        implements ExplorationResult {

    @Override
    public Definition definition() {
        return world.definition();
    }

    @Override
    public JsonNode input() {
        return world.inputTree();
    }

    @Override
    public String extent() {
        String shard = settings.shard().isWhole()
                ? ""
                : ", of which shard " + settings.shard() + " ran " + number(runs.size());
        if (isComplete) {
            return "explored all " + number(total) + " runs" + shard;
        }
        return "sampled " + number(settings.limit()) + " of " + (open ? "at least " : "") + number(total) + ", seed "
                + settings.seed() + shard;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What runs that end alike have in common. */
    private record End(ExecutionStatus status, @Nullable String error) {}

    @Override
    public List<Outcome> outcomes() {
        Map<End, Outcome> outcomes = new LinkedHashMap<>();
        for (ExploredRun run : runs) {
            Outcome one = new Outcome(run.status(), run.error(), 1, run.elapsed(), run.elapsed(), run.plan());
            outcomes.merge(new End(run.status(), run.error()), one, Result::together);
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

    @Override
    public List<DeadHandler> deadHandlers() {
        List<DeadHandler> dead = new ArrayList<>();
        for (State state : definition().states().allStates().toList()) {
            state.retry().forEach(retrier -> add(state, retrier.pointer(), retrier.errorEquals(), dead));
            state.catchers().forEach(catcher -> add(state, catcher.pointer(), catcher.errorEquals(), dead));
        }
        return List.copyOf(dead);
    }

    private void add(State state, String pointer, List<String> errors, List<DeadHandler> dead) {
        if (!handlers.contains(pointer)) {
            dead.add(new DeadHandler(
                    state.name(),
                    StatePlaces.field(pointer),
                    List.copyOf(errors),
                    definition().locate(pointer).toString()));
        }
    }

    @Override
    public String table() {
        StringBuilder text = new StringBuilder();
        String faults = settings.failures() == 1 ? "one fault" : settings.failures() + " faults";
        text.append(Text.cut(
                        definition().source().name() + ": " + extent() + ", each with " + faults + " at most",
                        Text.WIDTH))
                .append("\n\n");
        List<List<String>> rows = new ArrayList<>(List.of(List.of("runs", "status", "error", "after")));
        for (Outcome outcome : outcomes()) {
            rows.add(List.of(
                    String.valueOf(outcome.runs()),
                    outcome.status() == ExecutionStatus.RUNNING
                            ? "RUNNING until the quota"
                            : outcome.status().name(),
                    outcome.error() == null ? "" : Text.shortened(outcome.error(), 60),
                    time(outcome)));
        }
        rows.forEach(row -> text.append(line(row, rows)).append('\n'));
        List<DeadHandler> dead = deadHandlers();
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

    @Override
    public String asTest(ExploredRun run) {
        Plan plan = run.plan();
        String comment = "Written from an exploration: " + String.join("; ", plan.descriptions()) + ".";
        return TestScript.of(
                Recording.of(plan.toString(), run.inspection().history()),
                definition().source().name(),
                new TestScript.Head("", "CounterexampleTest", "goes_wrong_as_it_was_found", comment));
    }

    @Override
    public String toString() {
        return runs.stream().map(ExploredRun::toString).collect(Collectors.joining("\n"));
    }
}
