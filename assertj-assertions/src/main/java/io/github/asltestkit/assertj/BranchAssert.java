package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.Paths;
import io.github.asltestkit.assertj.error.ShouldEndBranch;
import io.github.asltestkit.assertj.error.ShouldHaveVariable;
import io.github.asltestkit.assertj.error.ShouldTakePath;
import io.github.asltestkit.assertj.error.ShouldTakePathInOrder;
import io.github.asltestkit.assertj.error.ShouldTakePathMatching;
import io.github.asltestkit.assertj.error.ShouldVisitWithin;
import io.github.asltestkit.assertj.error.Variables;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Assertions on a branch of a Parallel state or an iteration of a Map state.
 *
 * @param <R> the assertion on the execution, to return to
 */
@API(status = MAINTAINED, since = "0.1")
public class BranchAssert<R> extends AslAssert<BranchAssert<R>, Branch> {
    private final StateVisitAssert<R> state;

    BranchAssert(BranchLink<R> line) {
        super(line.branch(), BranchAssert.class);
        this.state = line.state();
    }

    /** Back to the Parallel or Map state. */
    public StateVisitAssert<R> returnToState() {
        return state;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return state.returnToExecution();
    }

    private Evidence evidence() {
        return state.evidence();
    }

    /** The states entered in it are exactly these, in order; what is nested deeper does not count. */
    public BranchAssert<R> tookPath(String... states) {
        List<String> expected = List.of(states);
        return check(() -> actual.path().equals(expected), () -> ShouldTakePath.of(evidence(), actual, expected));
    }

    /** These states were entered in it in this order, others between them allowed. */
    public BranchAssert<R> tookPathInOrder(String... states) {
        List<String> expected = List.of(states);
        return check(
                () -> Paths.foundInOrder(actual.path(), expected) == expected.size(),
                () -> ShouldTakePathInOrder.of(evidence(), actual, expected));
    }

    /**
     * The path in it, its names joined by {@code " -> "}, matches a regular expression as a whole.
     *
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public BranchAssert<R> tookPathMatching(String regex) {
        return check(
                () -> Paths.matches(actual.path(), regex), () -> ShouldTakePathMatching.of(evidence(), actual, regex));
    }

    /** It came to its end. */
    public BranchAssert<R> hasSucceeded() {
        return hasOutcome(VisitOutcome.SUCCEEDED);
    }

    /** It failed. */
    public BranchAssert<R> hasFailed() {
        return hasOutcome(VisitOutcome.FAILED);
    }

    /** It was ended from outside, most often because another branch or iteration failed. */
    public BranchAssert<R> wasAborted() {
        return hasOutcome(VisitOutcome.ABORTED);
    }

    private BranchAssert<R> hasOutcome(VisitOutcome expected) {
        return check(() -> actual.outcome() == expected, () -> ShouldEndBranch.of(evidence(), actual, expected));
    }

    /** Goes on with a variable as it was assigned last in it. */
    public JsonAssert<BranchAssert<R>> variable(String name) {
        return lead(
                () -> {
                    JsonNode value = Variables.last(actual, name);
                    if (value == null) {
                        throw failure(ShouldHaveVariable.of(evidence(), actual, name));
                    }
                    String sentence = "Variable " + name + " of " + actual.place();
                    return JsonValue.of(value, new JsonPlace(sentence, Variables.why(evidence(), actual, name)), this);
                },
                JsonValue.nowhere(this));
    }

    /** Goes on with the first stay in a state of it. */
    public StateVisitAssert<R> state(String name) {
        return lead(
                () -> {
                    for (StateVisit visit : actual.visits()) {
                        if (visit.name().equals(name)) {
                            return new StateVisitLink<>(visit, evidence(), returnToExecution());
                        }
                    }
                    throw failure(ShouldVisitWithin.of(evidence(), actual, name));
                },
                new StateVisitLink<>(null, null, returnToExecution()));
    }
}
