package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.diff.Course;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.diff.Side.Ran;
import io.github.asltestkit.internal.explore.PlannedWorld.Given;
import io.github.asltestkit.internal.explore.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a run is compared.
 *
 * @param course how it went, for whoever reads the difference
 * @param cause the cause that it ended with, in comparable form
 * @param output its output, in comparable form
 * @param calls its calls, in order
 * @param lines its stays in states, in order, by the line of states that they belong to
 * @param visits the same, in the order in which the states were entered
 */
record Observation(
        Course course,
        @Nullable String cause,
        Datum output,
        List<Call> calls,
        Map<String, List<Visit>> lines,
        List<Visit> visits) {

    /**
     * A call.
     *
     * @param path its state's path, with today's names
     * @param resource what was called
     * @param parameters what was sent, in comparable form
     * @param attempt which attempt it was
     * @param after how long after the start it was made
     */
    record Call(String path, String resource, Datum parameters, int attempt, Duration after) {
        /** Whether the same was called with the same parameters. */
        boolean isLike(Call other) {
            return resource.equals(other.resource) && parameters.equals(other.parameters);
        }
    }

    /**
     * A stay in a state.
     *
     * @param name the state's name today
     * @param path its path, with today's names
     * @param line the line of states that it belongs to
     * @param pointer the JSON pointer of the state in its own definition
     * @param type the state's type
     * @param after how long after the start it was entered
     * @param attempts how often it was attempted
     * @param waits how long before each attempt, and until the end
     * @param outcome how it ended
     * @param error the error that it failed with, or null
     * @param data its output and what it assigned, in comparable form
     * @param decidedBy the field that decided what follows, such as {@code Choices/0}; null if none did
     */
    record Visit(
            String name,
            String path,
            String line,
            String pointer,
            StateType type,
            Duration after,
            int attempts,
            List<Duration> waits,
            VisitOutcome outcome,
            @Nullable String error,
            List<Datum> data,
            @Nullable String decidedBy) {

        /** Whether it is the same stay, what came after it apart. */
        boolean isLike(Visit other) {
            return name.equals(other.name)
                    && attempts == other.attempts
                    && outcome == other.outcome
                    && Objects.equals(error, other.error)
                    && data.equals(other.data)
                    && waits.equals(other.waits);
        }
    }

    /**
     * Looks at a run.
     *
     * @param side the definition that was run
     * @param names today's names of its states
     * @param silent the names of Pass states, as they are today, that only this definition has
     */
    static Observation of(Ran ran, Side side, Names names, Set<String> silent, JsonNode input) {
        RunRecord record = ran.record();
        ExecutionInspection inspection = ExecutionInspection.of(
                ExecutionHistory.of(record.events()),
                side.definition(),
                record.dataFlow().get(),
                record.notes());
        Canon form = new Canon(names.renamed());
        form.given(input);
        form.given(record.ending().startedAt().toString());
        for (Given given : record.world().given()) {
            form.token(given.call().taskToken());
            given.reaction().steps().forEach(step -> form.given(output(step)));
        }
        Instant start = record.ending().startedAt();
        List<Call> calls = new ArrayList<>();
        for (Given given : record.world().given()) {
            calls.add(call(given.call(), names.path(given.path()), form, start));
        }
        List<Visit> visits = new ArrayList<>();
        Map<String, List<Visit>> lines = new LinkedHashMap<>();
        Map<Long, String> decisions = decisions(record.notes());
        for (StateVisit visit : inspection.allVisits()) {
            String name = names.renamed().getOrDefault(visit.name(), visit.name());
            if (visit.type() == StateType.PASS && silent.contains(name)) {
                continue;
            }
            Visit seen = visit(visit, name, names, form, start, decisions.get(visit.enteredEventId()));
            visits.add(seen);
            lines.computeIfAbsent(seen.line(), line -> new ArrayList<>()).add(seen);
        }
        String cause = inspection.cause();
        return new Observation(
                course(ran, side, inspection),
                cause == null ? null : form.text(cause),
                new Datum(record.ending().output(), form),
                calls,
                lines,
                visits);
    }

    private static @Nullable JsonNode output(Step step) {
        if (step instanceof Step.Succeeded succeeded) {
            return succeeded.output();
        }
        return null;
    }

    private static Course course(Ran ran, Side side, ExecutionInspection inspection) {
        RunRecord.Ending ending = ran.record().ending();
        return new Course(
                ending.status(),
                ending.error(),
                ending.output(),
                inspection.path(),
                Duration.between(ending.startedAt(), ending.endedAt()),
                side.isBilledByTransition() ? inspection.billedStateTransitions() : 0,
                ending.byQuota(),
                ran.stopped());
    }

    private static Call call(TaskCall call, String path, Canon form, Instant start) {
        JsonNode credentials = call.credentials();
        Datum parameters = new Datum(call.parameters(), form);
        String resource = call.resource().arn() + (credentials == null ? "" : " with " + form.of(credentials));
        return new Call(path, resource, parameters, call.attempt(), Duration.between(start, call.scheduledAt()));
    }

    private static Visit visit(
            StateVisit visit, String name, Names names, Canon form, Instant start, @Nullable String decidedBy) {
        State state = visit.state();
        List<Duration> waits = new ArrayList<>();
        for (Attempt attempt : visit.attempts()) {
            waits.add(Duration.between(visit.enteredAt(), attempt.scheduledAt()));
        }
        Instant end = visit.endedAt();
        if (end != null) {
            waits.add(Duration.between(visit.enteredAt(), end));
        }
        List<Datum> data = new ArrayList<>();
        data.add(new Datum(visit.output(), form));
        visit.assigned().values().forEach(value -> data.add(new Datum(value, form)));
        for (Attempt attempt : visit.attempts()) {
            data.add(new Datum(attempt.parameters(), form));
        }
        return new Visit(
                name,
                names.path(visit.path()),
                names.path(visit.branch().place()),
                state == null ? "" : state.pointer(),
                visit.type(),
                Duration.between(start, visit.enteredAt()),
                visit.attempts().size(),
                waits,
                visit.outcome(),
                visit.error(),
                data,
                decidedBy);
    }

    private static Map<Long, String> decisions(ExecutionNotes notes) {
        Map<Long, String> decisions = new LinkedHashMap<>();
        for (ExecutionNotes.Note note : notes.all()) {
            String field = switch (note.kind()) {
                case CHOICE_RULE -> "Choices/" + note.index();
                case DEFAULT -> "Default";
                case CATCHER -> "Catch/" + note.index();
                case RETRIER -> "Retry/" + note.index();
                case HEARTBEAT, REPORT, ITEMS -> null;
            };
            if (field != null) {
                decisions.put(note.enteredEventId(), field);
            }
        }
        return decisions;
    }

    /** What the run took of its definition: states, rules, handlers. */
    Set<String> taken(Set<String> handlers) {
        Set<String> taken = new HashSet<>(handlers);
        for (Visit visit : visits) {
            taken.add(visit.pointer());
            taken.add(visit.pointer() + "/" + visit.decidedBy());
            taken.add(visit.pointer() + "/" + visit.outcome());
        }
        return taken;
    }
}
