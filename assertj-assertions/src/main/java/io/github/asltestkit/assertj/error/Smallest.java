package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExploredRun;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The run that is easiest to follow of those that break something. */
public final class Smallest {
    private Smallest() {}

    /** The one with the fewest faults, and of those the plainest faults; of several, the one that was run first. */
    public static ExploredRun of(List<ExploredRun> runs) {
        return Collections.min(
                runs,
                Comparator.<ExploredRun>comparingInt(run -> run.plan().faults())
                        .thenComparingInt(Smallest::oddity)
                        .thenComparingInt(run -> run.plan().order().size()));
    }

    /** A refused call is easier to follow than a response that is lost. */
    @SuppressWarnings("EnumOrdinal") // The plainest kinds are first.
    private static int oddity(ExploredRun run) {
        return run.plan().choices().stream()
                .mapToInt(choice -> choice.fault().kind().ordinal())
                .sum();
    }
}
