package io.github.asltestkit.replay;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a recorded path can be taken through a definition: the states are there, of the same types, lead to one another,
 * and call the same resources. All that can be said of a recording without data, which cannot be run.
 */
final class PathCheck {
    private final Recording recording;
    private final Definition definition;
    private final ReplayOptions options;

    PathCheck(Recording recording, Definition definition, ReplayOptions options) {
        this.recording = recording;
        this.definition = definition;
        this.options = options;
    }

    /** What is in the way first, as a whole message; null where nothing is. */
    @Nullable
    String problem() {
        ExecutionInspection inspection = recording.inspection();
        return line(inspection.root(), List.of(definition.states()));
    }

    /** A line of states; where the history does not tell which branch it is, any of those that may be. */
    private @Nullable String line(Branch line, List<StateGraph> candidates) {
        String problem = null;
        for (StateGraph graph : candidates) {
            problem = line(line, graph);
            if (problem == null) {
                return null;
            }
        }
        return problem;
    }

    private @Nullable String line(Branch line, StateGraph graph) {
        String expected = graph.startAt();
        State before = null;
        for (StateVisit visit : line.visits()) {
            String name = options.today(visit.name());
            State state = graph.states().get(name);
            if (state == null) {
                String hint = DidYouMean.hint(name, List.copyOf(graph.states().keySet()));
                return message(visit, "there is no state " + name + (hint == null ? "" : " (" + hint + ")"), before);
            }
            boolean mayFollow =
                    before == null ? name.equals(expected) : before.successors().contains(name);
            if (!mayFollow) {
                String instead = before == null
                        ? "it starts with " + expected
                        : before.name() + " leads to "
                                + (before.successors().isEmpty() ? "no other state" : Text.listed(before.successors()));
                return message(visit, name + " cannot be entered here: " + instead, before == null ? state : before);
            }
            String problem = visit(visit, state);
            if (problem != null) {
                return problem;
            }
            before = state;
        }
        if (before == null || line.outcome() != VisitOutcome.SUCCEEDED || before.isTerminal()) {
            return null;
        }
        return message(line.visits().get(line.visits().size() - 1), before.name() + " does not end here", before);
    }

    private @Nullable String visit(StateVisit visit, State state) {
        if (visit.type() != state.type()) {
            return message(
                    visit,
                    state.name() + " was a " + visit.type().aslName() + " state and is a "
                            + state.type().aslName() + " state",
                    state);
        }
        for (Attempt attempt : visit.attempts()) {
            String resource = attempt.resource();
            if (state instanceof State.Task task && resource != null && !calls(task, attempt, resource)) {
                String type = attempt.resourceType();
                return message(
                        visit,
                        state.name() + " called " + (type == null ? "" : type + ":") + resource + " and calls "
                                + task.resource(),
                        state);
            }
            for (Branch branch : attempt.branches()) {
                String problem = line(branch, state.graphs());
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static boolean calls(State.Task task, Attempt attempt, String resource) {
        TaskResource today = TaskResource.parse(task.resource());
        String type = attempt.resourceType();
        return type == null
                ? today.kind() != TaskResource.Kind.SERVICE
                        && (today.arn().equals(resource) || today.arn().contains("${"))
                : today.service().equals(type) && today.action().equals(resource);
    }

    private String message(StateVisit visit, String problem, @Nullable State at) {
        Facts facts = new Facts()
                .whole("recorded", "event " + visit.enteredEventId() + ", " + visit.path() + " was entered")
                .whole("today", problem);
        if (at != null) {
            facts.whole("at", definition.locate(at.pointer()).toString());
        }
        String source = definition.locate("").source();
        return String.join(
                        "\n",
                        Text.wrap(
                                "The path recorded in " + recording.name() + " cannot be taken through " + source
                                        + " today.",
                                Text.WIDTH))
                + "\n\n" + facts.text()
                + "\n  The recording has no data, so it was not run: only its path was compared with the definition.";
    }
}
