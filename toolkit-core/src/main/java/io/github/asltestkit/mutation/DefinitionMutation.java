package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.coverage.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What became of the mutants of one definition.
 *
 * @param outline the definition
 * @param results a result for each mutant, in the order of the mutants
 * @param stillborn the ids of mistakes that the loader refuses
 * @param equal the ids of mistakes that make no difference, and why
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DefinitionMutation(
        DefinitionOutline outline, List<MutantResult> results, List<String> stillborn, Map<String, String> equal) {

    /** Keeps copies. */
    public DefinitionMutation {
        results = List.copyOf(results);
        stillborn = List.copyOf(stillborn);
        equal = Map.copyOf(equal);
    }

    /** How many of the mutants that count were noticed. */
    public Ratio score() {
        int detected = 0;
        int counted = 0;
        for (MutantResult result : results) {
            detected += result.status().isDetected() ? 1 : 0;
            counted += result.status().isCounted() ? 1 : 0;
        }
        return new Ratio(detected, counted);
    }

    /** Whether a test was run with one of the mutants. */
    public boolean wasRun() {
        return results.stream().anyMatch(result -> switch (result.status()) {
            case KILLED, TIMEOUT, SURVIVED, TOOLKIT_ERROR -> true;
            case NO_COVERAGE, IGNORED, PENDING -> false;
        });
    }

    /** The mutants of a status. */
    public List<MutantResult> of(MutantStatus status) {
        return results.stream().filter(result -> result.status() == status).toList();
    }

    /** The mutants that nobody noticed, in the order of the file. */
    public List<MutantResult> undetected() {
        return results.stream()
                .filter(result ->
                        result.status().isCounted() && !result.status().isDetected())
                .sorted(Comparator.comparingInt(
                        (MutantResult result) -> result.mutant().line()))
                .toList();
    }
}
