package io.github.asltestkit.internal.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.GenerationWorlds;
import io.github.asltestkit.TestGenerator;
import io.github.asltestkit.corpus.GeneratorCorpus;
import io.github.asltestkit.mutation.Mutant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many mutants of the real definitions of {@code -Dcorpus.dir} the tests notice that are generated for each. */
class GeneratedScoreCorpus {
    private final List<Double> scores = new ArrayList<>();
    private final Map<String, int[]> byOperator = new TreeMap<>();

    @Test
    void generated_tests_notice_most_mutants() {
        GeneratorCorpus.machines((file, machine) -> {
            FoundTests found = (FoundTests) TestGenerator.of(machine).find();
            int noticed = 0;
            int all = 0;
            for (Mutant mutant : machine.mutants().all()) {
                World world = GenerationWorlds.of(machine.withMutant(mutant.id()));
                boolean notices = found.tests().stream()
                        .anyMatch(test ->
                                !test.seen().passesWith(world.run(test.ran().scenario())));
                int[] counts = byOperator.computeIfAbsent(mutant.operator(), key -> new int[2]);
                counts[0] += notices ? 1 : 0;
                counts[1]++;
                noticed += notices ? 1 : 0;
                all++;
            }
            if (all > 0) {
                scores.add(100.0 * noticed / all);
                System.out.println(file + ": " + noticed + " of " + all);
            }
        });
        Collections.sort(scores);
        byOperator.forEach((operator, counts) -> System.out.println(operator + ": " + counts[0] + " of " + counts[1]));
        System.out.println("at the median " + scores.get(scores.size() / 2) + " %");
        assertThat(scores.get(scores.size() / 2)).isGreaterThanOrEqualTo(80);
    }
}
