package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Counts what executions of one definition take. Not for several threads at once.
 *
 * <p>Which rule, Retrier or Catcher acted, no history tells. Where an execution was run here, its notes do; of a history
 * that was recorded elsewhere, only what it leaves no doubt about is counted: the one rule that leads to the next state,
 * say.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class CoverageCounter {
    /** How the cause ends where no rule of a Choice matched, in AWS's words. */
    private static final String NO_NEXT_STATE = "The state does not point to a next state.";

    private final Definition definition;
    private final DefinitionOutline outline;
    private final ItemIndex index;
    private final long[] hits;

    private CoverageCounter(Definition definition, DefinitionOutline outline, ItemIndex index) {
        this.definition = definition;
        this.outline = outline;
        this.index = index;
        this.hits = new long[outline.items().size()];
    }

    /** A counter that has counted nothing yet. */
    public static CoverageCounter of(Definition definition) {
        String name = definition.source().name();
        return of(definition, name, name);
    }

    /** A counter of a definition under a name, with the file's path from the root of the repository. */
    public static CoverageCounter of(Definition definition, String name, String file) {
        Outliner outliner = new Outliner(definition);
        return new CoverageCounter(definition, outliner.outline(name, file), outliner.index());
    }

    /** Another counter of the same definition, which has counted nothing yet. */
    public CoverageCounter fresh() {
        return new CoverageCounter(definition, outline, index);
    }

    /** What there is to take. */
    public DefinitionOutline outline() {
        return outline;
    }

    /** What was taken so far. */
    public DefinitionCoverage coverage() {
        return new DefinitionCoverage(outline, hits);
    }

    /** Counts what an execution took: one that was run here, with its notes, or one that was recorded elsewhere. */
    public void add(ExecutionHistory history, ExecutionNotes notes) {
        add(ExecutionInspection.of(history, definition), notes);
    }

    /** Counts what an inspected execution of the definition took. */
    public void add(ExecutionInspection inspection, ExecutionNotes notes) {
        for (StateVisit visit : inspection.allVisits()) {
            ItemIndex.OfState items = index.of(visit.state());
            if (items != null) {
                visit(visit, items, notes);
            }
        }
        for (ExecutionNotes.Note note : notes.all()) {
            note(inspection, note);
        }
        if (timedOut(inspection)) {
            hit(index.timeout);
        }
    }

    private void hit(int item) {
        if (item >= 0) {
            hits[item]++;
        }
    }

    private void hit(int[] items, int position) {
        if (position < items.length) {
            hit(items[position]);
        }
    }

    private boolean timedOut(ExecutionInspection inspection) {
        Long seconds = definition.timeoutSeconds();
        Instant start = inspection.startedAt();
        Instant end = inspection.endedAt();
        return seconds != null
                && start != null
                && end != null
                && inspection.status() == ExecutionStatus.TIMED_OUT
                && Duration.between(start, end).toSeconds() >= seconds;
    }

    // ---- what the history tells ----------------------------------------------------------------------------------

    private void visit(StateVisit visit, ItemIndex.OfState items, ExecutionNotes notes) {
        hit(items.state);
        if (visit.outcome() == VisitOutcome.SUCCEEDED) {
            hit(items.transition);
        }
        List<Attempt> attempts = visit.attempts();
        for (int i = 0; i < attempts.size(); i++) {
            attempt(attempts.get(i), items);
        }
        if (ErrorNames.RUNTIME.equals(visit.error())
                && String.valueOf(visit.cause()).endsWith(NO_NEXT_STATE)) {
            for (int item : items.rulesFalse) {
                hit(item);
            }
        }
        if (!notes.areKnown()) {
            beyondDoubt(visit, items);
        }
    }

    private void attempt(Attempt attempt, ItemIndex.OfState items) {
        if (attempt.missedHeartbeat()) {
            hit(items.heartbeat);
        } else if (attempt.timedOut()) {
            hit(items.timeout);
        }
        Long length = attempt.itemCount();
        if (length != null && attempt.mapRunArn() == null) {
            items(items, length);
        }
        if (items.branches.length > 0) {
            for (Branch branch : attempt.branches()) {
                hit(items.branches, branch.index());
            }
        }
    }

    private void items(ItemIndex.OfState items, long number) {
        hit(number == 0 ? items.noItem : number == 1 ? items.oneItem : items.manyItems);
    }

    // ---- what its notes tell -------------------------------------------------------------------------------------

    private void note(ExecutionInspection inspection, ExecutionNotes.Note note) {
        StateVisit visit = inspection.visit(note.enteredEventId());
        ItemIndex.OfState items = visit == null ? null : index.of(visit.state());
        if (items == null) {
            return;
        }
        switch (note.kind()) {
            case CHOICE_RULE -> rule(items, note.index());
            case DEFAULT -> rule(items, items.rules.length);
            case RETRIER -> hit(items.retriers, note.index());
            case CATCHER -> hit(items.catchers, note.index());
            case ITEMS -> items(items, note.index());
            case HEARTBEAT, REPORT -> {
                // Nothing to take: what counts is the heartbeat that is missed, and what the history tells of the
                // outcome.
            }
        }
    }

    /** The rules are asked in their order: those before the one that was true were false. */
    private void rule(ItemIndex.OfState items, int taken) {
        for (int i = 0; i < taken; i++) {
            hit(items.rulesFalse, i);
        }
        if (taken == items.rules.length) {
            hit(items.defaultState);
        } else {
            hit(items.rules, taken);
        }
    }

    // ---- what is to be concluded without notes ---------------------------------------------------------------------

    private void beyondDoubt(StateVisit visit, ItemIndex.OfState items) {
        State state = visit.state();
        if (state instanceof State.ChoiceState choose && visit.type() == StateType.CHOICE) {
            int only = onlyRule(choose, visit.next());
            if (only >= 0) {
                rule(items, only);
            }
        }
        if (visit.outcome() == VisitOutcome.CAUGHT && state != null) {
            int only = onlyCatcher(state.catchers(), visit.next());
            if (only >= 0) {
                hit(items.catchers[only]);
            }
        }
        if (items.retriers.length == 1) {
            for (int retry = 1; retry < visit.attempts().size(); retry++) {
                hit(items.retriers[0]);
            }
        }
    }

    /** The rule, or past the last one Default, that alone leads to a state; -1 where several do. */
    private static int onlyRule(State.ChoiceState state, @Nullable String next) {
        int only = -1;
        List<Choice> choices = state.choices();
        for (int i = 0; i <= choices.size(); i++) {
            String target =
                    i == choices.size() ? state.defaultState() : choices.get(i).next();
            if (next != null && Objects.equals(target, next)) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    private static int onlyCatcher(List<Catcher> catchers, @Nullable String next) {
        int only = -1;
        for (int i = 0; i < catchers.size(); i++) {
            if (catchers.get(i).next().equals(next)) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }
}
