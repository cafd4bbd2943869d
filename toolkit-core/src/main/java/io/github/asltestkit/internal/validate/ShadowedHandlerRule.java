package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A Retrier or Catcher whose every error an earlier one takes. */
final class ShadowedHandlerRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        "UNREACHABLE_RETRIER",
                        "An earlier Retrier takes every error of this one",
                        "It never retries anything",
                        "concepts-error-handling.html"),
                RuleInfo.warning(
                        "UNREACHABLE_CATCHER",
                        "An earlier Catcher takes every error of this one",
                        "It never catches anything",
                        "concepts-error-handling.html"));
    }

    @Override
    void check(State state, Findings findings) {
        Set<String> retried = new HashSet<>();
        for (Retrier retrier : state.retry()) {
            check("Retrier", retrier.errorEquals(), retrier.pointer(), retried, findings);
        }
        Set<String> caught = new HashSet<>();
        for (Catcher catcher : state.catchers()) {
            check("Catcher", catcher.errorEquals(), catcher.pointer(), caught, findings);
        }
    }

    private static void check(String what, List<String> errors, String pointer, Set<String> taken, Findings findings) {
        if (!errors.isEmpty() && errors.stream().allMatch(error -> isTaken(error, taken))) {
            findings.warning(
                    "UNREACHABLE_" + what.toUpperCase(Locale.ROOT),
                    "An earlier " + what + " takes every error of this one: " + String.join(", ", errors),
                    pointer,
                    null);
        }
        taken.addAll(errors);
    }

    private static boolean isTaken(String error, Set<String> taken) {
        if (taken.contains(error) || taken.contains(ErrorNames.ALL)) {
            return true;
        }
        boolean special = error.equals(ErrorNames.ALL)
                || error.equals(ErrorNames.TIMEOUT)
                || error.equals(ErrorNames.HEARTBEAT_TIMEOUT);
        return !special && taken.contains(ErrorNames.TASK_FAILED);
    }
}
