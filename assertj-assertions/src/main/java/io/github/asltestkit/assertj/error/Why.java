package io.github.asltestkit.assertj.error;

import io.github.asltestkit.PendingTask;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.FoldedPath;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.internal.spec.Quotas;
import io.github.asltestkit.internal.spec.RetryDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reason for what happened, from the history, and the place in the definition that decided it.
 *
 * @param text the reason; null where there is nothing to say
 * @param at the place; null without a definition
 */
public record Why(@Nullable String text, @Nullable String at) {
    public static final Why UNKNOWN = new Why(null, null);

    Message.Builder addTo(Message.Builder message) {
        return message.block().fact("why", text).fact("at", at);
    }

    private Why and(@Nullable String more) {
        return more == null || text == null ? this : new Why(text + "; " + more, at);
    }

    /** Why the execution ended as it did, or why it has not ended. */
    public static Why ofStatus(Evidence evidence) {
        ExecutionInspection inspection = evidence.inspection();
        ExecutionStatus status = inspection.status();
        if (status == ExecutionStatus.RUNNING) {
            return ofRunning(evidence);
        }
        if (status == ExecutionStatus.FAILED) {
            StateVisit culprit = culprit(inspection.root());
            boolean tooLong = Quotas.HISTORY_EVENTS_CAUSE.equals(inspection.cause());
            return culprit == null || tooLong ? ofLoop(evidence) : ofFailure(evidence, culprit);
        }
        StateVisit last = last(inspection.visits());
        if (status == ExecutionStatus.SUCCEEDED) {
            return last == null
                    ? UNKNOWN
                    : new Why(last.path() + " was the last state and succeeded", evidence.place(last, ""));
        }
        String how = (status == ExecutionStatus.TIMED_OUT ? limit(evidence) + " passed" : "the execution was stopped")
                + " at +" + Times.text(evidence.elapsed());
        return new Why(last == null ? how : how + ", in " + last.path(), evidence.place(last, ""));
    }

    /** What let an execution time out; without a definition nobody can tell the two limits apart. */
    private static String limit(Evidence evidence) {
        Definition definition = evidence.inspection().definition();
        if (definition == null) {
            return "TimeoutSeconds of the state machine, or the quota on executions,";
        }
        Long seconds = definition.timeoutSeconds();
        return seconds != null && evidence.elapsed().compareTo(Duration.ofSeconds(seconds)) >= 0
                ? "TimeoutSeconds " + seconds + " of the state machine"
                : "the quota on executions";
    }

    /** No state failed: the execution reached the limit of events, which is mostly a loop's doing. */
    private static Why ofLoop(Evidence evidence) {
        ExecutionInspection inspection = evidence.inspection();
        FoldedPath.Loop loop = FoldedPath.longestLoop(inspection.path());
        if (loop.rounds() == 1) {
            return UNKNOWN;
        }
        List<StateVisit> round = inspection.visits().stream()
                .filter(visit -> loop.states().contains(visit.name()))
                .limit(loop.states().size())
                .toList();
        boolean waits = round.stream().anyMatch(visit -> visit.type() == StateType.WAIT);
        return new Why(
                "the loop " + loop.round() + " was run " + loop.rounds() + " times"
                        + (waits ? "" : ", and nothing in it waits (LOOP_WITHOUT_WAIT)"),
                evidence.place(round.get(0), ""));
    }

    /** Why a line of states came to its end as it did. */
    static Why ofLine(Evidence evidence, Branch line) {
        StateVisit last = last(line.visits());
        return line.parent() == null || last == null ? ofStatus(evidence) : ofStep(evidence, last);
    }

    /** Why a branch or iteration was aborted: another one failed, or the execution ended. */
    static Why ofAbort(Evidence evidence, Branch line) {
        StateVisit around = line.parent();
        for (Branch sibling : around == null ? List.<Branch>of() : around.branches()) {
            StateVisit culprit = sibling.outcome() == VisitOutcome.FAILED ? culprit(sibling) : null;
            if (culprit != null) {
                return ofFailure(evidence, culprit);
            }
        }
        return ofStatus(evidence);
    }

    private static Why ofRunning(Evidence evidence) {
        List<String> waits = new ArrayList<>();
        StateVisit first = null;
        for (StateVisit visit : evidence.inspection().allVisits()) {
            if (visit.outcome() == VisitOutcome.RUNNING && visit.branches().isEmpty()) {
                first = first == null ? visit : first;
                waits.add(
                        visit.path() + (visit.isWaitingForTaskToken() ? " waits for its task token" : " has not ended")
                                + " (entered at " + evidence.since(visit.enteredAt()) + scripted(evidence, visit)
                                + ")");
            }
        }
        return waits.isEmpty() ? UNKNOWN : new Why(String.join("; ", waits), evidence.place(first, ""));
    }

    /** When the mock of the task that a state waits for ends it; empty if no mock does. */
    private static String scripted(Evidence evidence, StateVisit visit) {
        for (PendingTask task : evidence.children().pendingTasks()) {
            Instant end = task.endsAt();
            if (end != null && task.call().statePath().equals(evidence.within() + visit.path())) {
                return ", its mock ends it at " + evidence.since(end);
            }
        }
        return "";
    }

    /** The innermost state that failed at the end of a line. */
    private static @Nullable StateVisit culprit(Branch line) {
        StateVisit visit = last(line.visits());
        if (visit == null || visit.outcome() != VisitOutcome.FAILED) {
            return null;
        }
        for (Branch branch : visit.branches()) {
            StateVisit inner = branch.outcome() == VisitOutcome.FAILED ? culprit(branch) : null;
            if (inner != null) {
                return inner;
            }
        }
        return visit;
    }

    private static @Nullable StateVisit last(List<StateVisit> visits) {
        return visits.isEmpty() ? null : visits.get(visits.size() - 1);
    }

    /** How a state failed, where it did; else its place alone. */
    public static Why ofError(Evidence evidence, StateVisit visit) {
        return visit.error() == null ? new Why(null, evidence.place(visit, "")) : ofFailure(evidence, visit);
    }

    /** How a state failed, what its Retriers did about it, and where a Catcher led. */
    static Why ofFailure(Evidence evidence, StateVisit visit) {
        StringBuilder text = new StringBuilder(visit.path());
        if (visit.type() == StateType.FAIL) {
            text.append(" is a Fail state").append(visit.error() == null ? "" : ": " + visit.error());
            StateVisit caught = lastCaught(visit);
            if (caught != null) {
                text.append("; before it, ").append(ofFailure(evidence, caught).text());
            }
            return new Why(text.toString(), evidence.place(visit, ""));
        }
        text.append(visit.timedOut() ? " timed out with " : " failed with ").append(errorName(visit.error()));
        if (!visit.attempts().isEmpty()) {
            text.append(" on attempt ").append(visit.attempts().size());
        }
        if (visit.missedHeartbeat()) {
            text.append(", a heartbeat was missed");
        }
        String retried = retried(visit);
        if (retried != null) {
            text.append(" (").append(retried).append(')');
        }
        if (visit.cause() != null && !visit.cause().isEmpty()) {
            text.append(", cause: ").append(visit.cause());
        }
        String below = "";
        if (visit.caughtBy() != null) {
            Integer index = visit.catcherIndex();
            if (index == null || index >= catchers(visit.state()).size()) {
                text.append("; the error was caught and led to ").append(visit.caughtBy());
            } else {
                Catcher catcher = catchers(visit.state()).get(index);
                text.append("; Catch[").append(index).append("], ErrorEquals ").append(quoted(catcher.errorEquals()));
                text.append(", leads to ").append(visit.caughtBy());
                below = "/Catch/" + index;
            }
        } else if (!catchers(visit.state()).isEmpty()) {
            text.append("; no Catcher matches");
        }
        return new Why(text.toString(), evidence.place(visit, below))
                .and(evidence.children().firstFailure(visit));
    }

    /** What a Catcher handled before, in the same line of states: most often the reason to enter a Fail state. */
    private static @Nullable StateVisit lastCaught(StateVisit fail) {
        StateVisit caught = null;
        for (StateVisit visit : fail.branch().visits()) {
            if (visit.outcome() == VisitOutcome.CAUGHT) {
                caught = visit;
            }
        }
        return caught;
    }

    private static String errorName(@Nullable String error) {
        return error == null ? "an error without a name" : error;
    }

    private static String quoted(List<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("\"" + name + "\""));
        return quoted.toString();
    }

    private static @Nullable String retried(StateVisit visit) {
        List<Retrier> retriers = retriers(visit.state());
        if (retriers.isEmpty()) {
            return null;
        }
        Integer matching = visit.retrierIndex();
        if (matching == null) {
            return "no Retrier matches";
        }
        int index = matching;
        Long declared = retriers.get(index).maxAttempts();
        long max = declared == null ? RetryDefaults.MAX_ATTEMPTS : declared;
        long retries = visit.attempts().stream()
                .filter(attempt -> Objects.equals(index, attempt.retriedBy()))
                .count();
        String name = "Retry[" + index + "], MaxAttempts " + max + (declared == null ? " by default" : "");
        return retries >= max ? name + ", is exhausted" : name;
    }

    private static List<Catcher> catchers(@Nullable State state) {
        return state == null ? List.of() : state.catchers();
    }

    private static List<Retrier> retriers(@Nullable State state) {
        return state == null ? List.of() : state.retry();
    }

    /** Why a line of states went on as it did after a state. */
    static Why ofStep(Evidence evidence, StateVisit from) {
        if (from.outcome() == VisitOutcome.CAUGHT || from.outcome() == VisitOutcome.FAILED) {
            return ofFailure(evidence, from);
        }
        if (from.outcome() == VisitOutcome.RUNNING || from.outcome() == VisitOutcome.ABORTED) {
            return ofStatus(evidence);
        }
        String next = from.next();
        if (next == null) {
            return new Why(from.path() + " was the last state", evidence.place(from, ""));
        }
        if (from.state() instanceof State.ChoiceState choose) {
            return ofChoice(evidence, from, choose, next);
        }
        return new Why("Next of " + from.path() + " is " + next, evidence.place(from, "/Next"));
    }

    private static Why ofChoice(Evidence evidence, StateVisit from, State.ChoiceState choose, String next) {
        List<String> ways = new ArrayList<>();
        String below = "";
        for (int i = 0; i < choose.choices().size(); i++) {
            if (choose.choices().get(i).next().equals(next)) {
                ways.add("Choices[" + i + "]");
                below = "/Choices/" + i;
            }
        }
        if (next.equals(choose.defaultState())) {
            ways.add("Default");
            below = ways.size() == 1 ? "/Default" : "";
        }
        String input =
                from.input() == null ? "" : ", input " + Text.cut(from.input().toString(), 160);
        return new Why(
                String.join(" or ", ways) + " of " + from.path() + " led to " + next + input,
                evidence.place(from, below));
    }

    /** {@code +1s, +3s}: when the attempts of a state were made. */
    static String attempts(Evidence evidence, List<Attempt> attempts) {
        List<String> texts = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Duration waited = attempt.waitedBefore();
            texts.add(attempt.number() + " at " + evidence.since(attempt.scheduledAt())
                    + (waited == null ? "" : " (waited " + Times.text(waited) + ")") + " "
                    + attempt.outcome()
                    + (attempt.error() == null ? "" : " " + attempt.error()));
        }
        return texts.isEmpty() ? "none" : String.join("; ", texts);
    }
}
