package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a branch of a Parallel state or an iteration of a Map state.
 *
 * @param <R> the assertion on the execution, to return to
 */
public final class BranchAssert<R> extends AbstractAssert<BranchAssert<R>, Branch> {
    private final Told told;
    private final StateVisitAssert<R> state;
    private final R execution;

    BranchAssert(Branch actual, Told told, StateVisitAssert<R> state, R execution) {
        super(actual, BranchAssert.class);
        this.told = told;
        this.state = state;
        this.execution = execution;
    }

    /** Back to the Parallel or Map state. */
    public StateVisitAssert<R> returnToState() {
        return state;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return execution;
    }

    private AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }

    /** The states entered in it are exactly these, in order. */
    public BranchAssert<R> tookPath(String... states) {
        if (!actual.path().equals(List.of(states))) {
            throw failure(ShouldTakePath.of(told, actual, List.of(states)));
        }
        return this;
    }

    /** It came to its end. */
    public BranchAssert<R> hasSucceeded() {
        return hasOutcome(VisitOutcome.SUCCEEDED);
    }

    /** It failed. */
    public BranchAssert<R> hasFailed() {
        return hasOutcome(VisitOutcome.FAILED);
    }

    /** It was ended from outside. */
    public BranchAssert<R> wasAborted() {
        return hasOutcome(VisitOutcome.ABORTED);
    }

    private BranchAssert<R> hasOutcome(VisitOutcome expected) {
        if (actual.outcome() != expected) {
            Message.Builder message = Message.verdict(actual.place() + " did not end as expected.")
                    .line("expected", expected.name())
                    .line("but was", actual.outcome().name())
                    .fact("path", String.join(" -> ", actual.path()));
            throw failure(Why.ofStatus(told).addTo(message).build(expected, actual.outcome()));
        }
        return this;
    }

    /** Goes on with the first stay in a state of it. */
    public StateVisitAssert<R> state(String name) {
        for (StateVisit visit : actual.visits()) {
            if (visit.name().equals(name)) {
                return new StateVisitAssert<>(visit, told, execution);
            }
        }
        throw failure(ShouldVisit.atAll(told, actual.place() + "/" + name));
    }
}
