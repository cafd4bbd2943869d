package io.github.asltestkit.internal.generate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.RetryDefaults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which errors come to which handler. */
final class Errors {
    /** What nobody handles by its name. */
    static final String ANY = "Unforeseen";

    private static final long FEW = 10;

    private Errors() {}

    /** The errors that a Retrier of a state handles: those that none before it does. */
    static List<String> ofRetrier(State state, int index) {
        List<String> all = new ArrayList<>();
        List<Retrier> retry = state.retry();
        for (String name : named(retry.get(index).errorEquals())) {
            boolean earlier = retry.subList(0, index).stream().anyMatch(other -> matches(other.errorEquals(), name));
            if (!earlier) {
                all.add(name);
            }
        }
        return all;
    }

    /** The errors that a Catcher of a state handles: those that none before it does. */
    static List<String> ofCatcher(State state, int index) {
        List<String> all = new ArrayList<>();
        List<Catcher> catchers = state.catchers();
        for (String name : named(catchers.get(index).errorEquals())) {
            boolean earlier = catchers.subList(0, index).stream().anyMatch(other -> matches(other.errorEquals(), name));
            if (!earlier) {
                all.add(name);
            }
        }
        // An error that a Retrier lets try again shows that it gives up, too; but not after very many tries.
        all.sort(Comparator.comparingInt(name -> {
            long retries = retries(state, name);
            return retries > 0 && retries <= FEW ? 0 : retries == 0 ? 1 : 2;
        }));
        return all;
    }

    /** How often a state is tried again after an error: 0 if no Retrier handles it. */
    private static long retries(State state, String error) {
        return state.retry().stream()
                .filter(retrier -> matches(retrier.errorEquals(), error))
                .mapToLong(Errors::mostRetries)
                .findFirst()
                .orElse(0);
    }

    /** How often a Retrier lets try again. */
    static long mostRetries(Retrier retrier) {
        Long most = retrier.maxAttempts();
        return most == null ? RetryDefaults.MAX_ATTEMPTS : most;
    }

    /** Whether a Retrier ever lets try again. */
    static boolean retries(Retrier retrier) {
        return mostRetries(retrier) > 0;
    }

    /** Whether a state handles an error itself, so that nothing around it sees it. */
    static boolean isCaught(State state, String error) {
        return state.catchers().stream().anyMatch(catcher -> matches(catcher.errorEquals(), error));
    }

    static boolean matches(List<String> errorEquals, String error) {
        return new ErrorMatcher(errorEquals).matches(error, error.equals(ErrorNames.HEARTBEAT_TIMEOUT));
    }

    private static List<String> named(List<String> errorEquals) {
        List<String> all = new ArrayList<>();
        for (String name : errorEquals) {
            boolean any = name.equals(ErrorNames.ALL) || name.equals(ErrorNames.TASK_FAILED);
            if (any) {
                all.add(ANY);
                all.add(ErrorNames.TASK_FAILED);
                if (name.equals(ErrorNames.ALL)) {
                    all.add(ErrorNames.TIMEOUT);
                }
            } else {
                all.add(name);
            }
        }
        return all;
    }
}
