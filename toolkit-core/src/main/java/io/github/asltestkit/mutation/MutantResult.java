package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A mutant and what became of it.
 *
 * @param mutant the mutant
 * @param status what became of it
 * @param coveredBy the ids of the tests that reach the mistake, sorted
 * @param killedBy the id of the test that noticed it; null if none did
 * @param reason the first line of that test's failure, the failure of the toolkit, or the class that ignores the mutant; null
 *     if there is none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MutantResult(
        Mutant mutant,
        MutantStatus status,
        List<String> coveredBy,
        @Nullable String killedBy,
        @Nullable String reason) {

    /** What tests may make of a mutant; of several, the first counts. */
    private static final List<MutantStatus> MATTERS =
            List.of(MutantStatus.KILLED, MutantStatus.TIMEOUT, MutantStatus.TOOLKIT_ERROR, MutantStatus.SURVIVED);

    /** Keeps a copy of the tests. */
    public MutantResult {
        coveredBy = List.copyOf(coveredBy);
    }

    /** A mutant that a test class does not want. */
    public static MutantResult ignored(Mutant mutant, List<String> coveredBy, String by) {
        return new MutantResult(mutant, MutantStatus.IGNORED, coveredBy, null, "by @IgnoreMutants of " + by);
    }

    /**
     * What tests make of a mutant together: if one of them notices it, it is noticed, and the first by its id says why.
     *
     * @param coveredBy the ids of the tests that reach the mistake
     * @param verdicts what those made of it that were run with it
     */
    public static MutantResult of(Mutant mutant, List<String> coveredBy, Map<String, TestVerdict> verdicts) {
        MutantStatus status = coveredBy.isEmpty() ? MutantStatus.NO_COVERAGE : MutantStatus.PENDING;
        int best = MATTERS.size();
        String by = null;
        String reason = null;
        for (Map.Entry<String, TestVerdict> entry : new TreeMap<>(verdicts).entrySet()) {
            TestVerdict verdict = entry.getValue();
            int rank = MATTERS.indexOf(verdict.status());
            if (rank >= 0 && rank < best) {
                best = rank;
                status = verdict.status();
                by = status == MutantStatus.SURVIVED ? null : entry.getKey();
                reason = verdict.reason();
            }
        }
        return new MutantResult(mutant, status, coveredBy, by, reason);
    }
}
