package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.Ratio;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What became of the mutants of any number of definitions.
 *
 * @param definitions by file
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MutationScore(List<DefinitionMutation> definitions) {

    /** Sorts the definitions by their file. */
    public MutationScore {
        definitions = definitions.stream()
                .sorted(Comparator.comparing((DefinitionMutation definition) ->
                                definition.outline().file())
                        .thenComparing(definition -> definition.outline().key()))
                .toList();
    }

    /** How many of all mutants that count were noticed. */
    public Ratio score() {
        int detected = 0;
        int counted = 0;
        for (DefinitionMutation definition : definitions) {
            detected += definition.score().covered();
            counted += definition.score().total();
        }
        return new Ratio(detected, counted);
    }

    /** Whether there is no mutant. */
    public boolean isEmpty() {
        return definitions.stream().allMatch(definition -> definition.results().isEmpty());
    }
}
