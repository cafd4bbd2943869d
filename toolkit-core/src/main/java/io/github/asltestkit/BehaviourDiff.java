package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.diff.Difference;
import io.github.asltestkit.diff.ScenarioKind;
import io.github.asltestkit.internal.diff.Comparer;
import io.github.asltestkit.internal.diff.DiffMarkdown;
import io.github.asltestkit.internal.diff.DiffText;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a change of a definition changes: the scenarios in which the old and the new definition behave differently. Both run with
 * the same inputs, answers, failures, seed and clock. Immutable.
 *
 * <p>Compared are, in this order: status, error and cause; output; calls and their parameters; the states that are entered;
 * attempts; times. Ids, task tokens and instants of the clock, which every execution makes anew, count as the same. So does a
 * Pass state that only one of the definitions has, as long as nothing else differs: it shows in
 * {@link #billedDifferently()} alone.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class BehaviourDiff {
    private final StateMachine before;
    private final StateMachine after;
    private final Comparer.Result result;

    BehaviourDiff(StateMachine before, StateMachine after, Comparer.Result result) {
        this.before = before;
        this.after = after;
        this.result = result;
    }

    /**
     * Compares two definitions. Nothing runs before {@link BehaviourComparison#compare()}.
     *
     * @param before the old one, such as that of the main branch
     * @param after the new one
     */
    public static BehaviourComparison between(StateMachine before, StateMachine after) {
        return new BehaviourComparison(before, after);
    }

    /** The old definition. */
    public StateMachine before() {
        return before;
    }

    /** The new definition. */
    public StateMachine after() {
        return after;
    }

    /** The differences, one for each cluster of scenarios, those first in which nothing goes wrong. */
    public List<Difference> differences() {
        return result.differences();
    }

    /** Whether a scenario differs. */
    public boolean hasDifference() {
        return !result.differences().isEmpty();
    }

    /** How many scenarios of each kind were run. */
    public Map<ScenarioKind, Integer> scenarios() {
        return Map.copyOf(result.scenarios());
    }

    /** How many scenarios were run. */
    public int scenarioCount() {
        return result.scenarios().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them differ. */
    public int differingScenarios() {
        return result.differing();
    }

    /** How many scenarios differ in nothing but the number of Pass states that AWS bills. */
    public int billedDifferently() {
        return result.billedOtherwise();
    }

    /** Whether all scenarios that were found were run; if not, {@link BehaviourComparison#limit(int)} was reached. */
    public boolean isComplete() {
        return result.complete();
    }

    /** How many scenarios of which kinds: {@code 214 scenarios: 1 input of yours, 180 inputs that were found, 33 failures}. */
    public String extent() {
        return DiffText.extent(result);
    }

    /** The differences as Markdown, for a comment on a pull request. */
    public String markdown() {
        return DiffMarkdown.of(after.definition().source().name(), result);
    }

    /** The differences as a table of text. */
    @Override
    public String toString() {
        return DiffText.of(after.definition().source().name(), result);
    }
}
