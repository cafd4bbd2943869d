package io.github.asltestkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.replay.Departure.Kind;
import io.github.asltestkit.replay.PayloadComparison.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a replay first departs from its recording: line of states by line of states, each in order. How far a line
 * got that was aborted from outside is a race, at AWS too: such lines are compared as far as both went.
 */
final class ReplayComparison {
    private final ReplayOptions options;
    private final PayloadComparison payloads;

    ReplayComparison(ReplayOptions options, PayloadComparison payloads) {
        this.options = options;
        this.payloads = payloads;
    }

    /** The first departure, or null where there is none. */
    @Nullable
    Departure first(ExecutionInspection recorded, ExecutionInspection replayed) {
        Departure found = line(recorded.root(), replayed.root());
        boolean complete = recorded.status() != ExecutionStatus.RUNNING;
        return found != null || !complete ? found : end(recorded, replayed);
    }

    private @Nullable Departure line(Branch recorded, Branch replayed) {
        boolean cutShort = isCutShort(recorded) || (replayed.parent() != null && isCutShort(replayed));
        int visits = Math.max(recorded.visits().size(), replayed.visits().size());
        for (int i = 0; i < visits; i++) {
            StateVisit was = i < recorded.visits().size() ? recorded.visits().get(i) : null;
            StateVisit is = i < replayed.visits().size() ? replayed.visits().get(i) : null;
            if (was == null || is == null) {
                return cutShort ? null : Departure.at(Kind.PATH, replayed.place(), i + 1, was, is);
            }
            if (!options.today(was.name()).equals(is.name())) {
                return Departure.at(Kind.PATH, replayed.place(), i + 1, was, is);
            }
            Departure found = visit(i + 1, was, is);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isCutShort(Branch branch) {
        return branch.outcome() == VisitOutcome.ABORTED || branch.outcome() == VisitOutcome.RUNNING;
    }

    private @Nullable Departure visit(int position, StateVisit was, StateVisit is) {
        boolean cutShort = isCutShort(was.outcome()) || isCutShort(is.outcome());
        int attempts = Math.min(was.attempts().size(), is.attempts().size());
        for (int i = 0; i < attempts; i++) {
            Departure found = attempt(
                    position, was, is, was.attempts().get(i), is.attempts().get(i), cutShort);
            if (found != null) {
                return found;
            }
        }
        return was.attempts().size() == is.attempts().size() || cutShort
                ? null
                : Departure.at(Kind.ATTEMPTS, is.branch().place(), position, was, is);
    }

    private static boolean isCutShort(VisitOutcome outcome) {
        return outcome == VisitOutcome.ABORTED || outcome == VisitOutcome.RUNNING;
    }

    private @Nullable Departure attempt(
            int position, StateVisit was, StateVisit is, Attempt recorded, Attempt replayed, boolean cutShort) {
        if (!Objects.equals(recorded.resourceType(), replayed.resourceType())
                || !differences(is.name(), text(recorded.resource()), text(replayed.resource()))
                        .isEmpty()) {
            return departure(Kind.RESOURCE, position, was, is, recorded, replayed, List.of());
        }
        List<Difference> parameters = differences(is.name(), recorded.parameters(), replayed.parameters());
        if (!parameters.isEmpty()) {
            return departure(Kind.PARAMETERS, position, was, is, recorded, replayed, parameters);
        }
        int branches = Math.min(recorded.branches().size(), replayed.branches().size());
        for (int i = 0; i < branches; i++) {
            Departure found =
                    line(recorded.branches().get(i), replayed.branches().get(i));
            if (found != null) {
                return found;
            }
        }
        if (recorded.branches().size() != replayed.branches().size() && !cutShort && succeeded(recorded)) {
            return departure(Kind.BRANCHES, position, was, is, recorded, replayed, List.of());
        }
        boolean task = recorded.resource() != null;
        return task && recorded.outcome() != replayed.outcome() && !cutShort
                ? departure(Kind.OUTCOME, position, was, is, recorded, replayed, List.of())
                : null;
    }

    private static boolean succeeded(Attempt attempt) {
        return attempt.outcome() == VisitOutcome.SUCCEEDED;
    }

    private static Departure departure(
            Kind kind,
            int position,
            StateVisit was,
            StateVisit is,
            Attempt recorded,
            Attempt replayed,
            List<Difference> differences) {
        return new Departure(kind, is.branch().place(), position, was, is, recorded, replayed, differences);
    }

    private @Nullable Departure end(ExecutionInspection recorded, ExecutionInspection replayed) {
        if (recorded.status() != replayed.status()) {
            return Departure.atEnd(
                    Kind.STATUS,
                    List.of(new Difference(
                            "", recorded.status().name(), replayed.status().name())));
        }
        List<Difference> output = differences("", recorded.output(), replayed.output());
        if (!output.isEmpty()) {
            return Departure.atEnd(Kind.OUTPUT, output);
        }
        List<Difference> error = new ArrayList<>(differences("", text(recorded.error()), text(replayed.error())));
        // The ids of events are a race where there are branches, and say nothing about the definition.
        String cause = recorded.cause();
        error.addAll(differences("", cause(cause == null ? null : options.renamedIn(cause)), cause(replayed.cause())));
        return error.isEmpty() ? null : Departure.atEnd(Kind.ERROR, error);
    }

    private static @Nullable JsonNode cause(@Nullable String cause) {
        return text(cause == null ? null : cause.replaceAll("event id #\\d+", "event id #..."));
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : TextNode.valueOf(text);
    }

    private List<Difference> differences(String state, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {
        if (recorded == null && replayed == null) {
            return List.of();
        }
        if (recorded == null || replayed == null) {
            return List.of(new Difference("", shown(recorded), shown(replayed)));
        }
        return payloads.differences(recorded, replayed).stream()
                .filter(difference -> !options.ignores(state, difference.pointer()))
                .filter(difference -> !options.isRenamed(difference.recorded(), difference.replayed()))
                .toList();
    }

    private static String shown(@Nullable JsonNode payload) {
        return payload == null || payload instanceof MissingNode ? FreshValues.NOTHING : payload.toString();
    }
}
