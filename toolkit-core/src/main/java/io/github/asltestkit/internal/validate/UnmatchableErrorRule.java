package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import java.util.List;
import java.util.Set;

/**
 * An error name that no Retrier or Catcher can match: AWS ends the execution with it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error handling</a>
 */
final class UnmatchableErrorRule extends StateRule {
    private static final Set<String> NEVER_MATCHED = Set.of("States.Runtime");

    @Override
    void check(State state, Findings findings) {
        for (Retrier retrier : Graphs.retriers(state)) {
            check(retrier.errorEquals(), retrier.pointer(), findings);
        }
        for (Catcher catcher : Graphs.catchers(state)) {
            check(catcher.errorEquals(), catcher.pointer(), findings);
        }
    }

    private static void check(List<String> errors, String pointer, Findings findings) {
        for (int i = 0; i < errors.size(); i++) {
            if (NEVER_MATCHED.contains(errors.get(i))) {
                findings.warning(
                        "UNMATCHABLE_ERROR",
                        "Nothing retries or catches " + errors.get(i) + ": it ends the execution",
                        pointer + "/ErrorEquals/" + i,
                        null);
            }
        }
    }
}
