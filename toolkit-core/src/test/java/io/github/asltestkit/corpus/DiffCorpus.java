package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.Behaviours;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.mutation.Mutant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares real definitions of {@code -Dcorpus.dir} with their mutants: most are told apart, by nothing but what the
 * comparison makes up, and no definition differs from itself. {@code -Ddiff.mutants} says how many mutants of each definition
 * are taken (0 for all), {@code -Ddiff.every} that only each so manieth definition is.
 */
class DiffCorpus {
    private static final int MUTANTS = Integer.getInteger("diff.mutants", 8);
    private static final int EVERY = Integer.getInteger("diff.every", 1);
    /** The share that is told apart at least. It may only rise; nine in ten is the aim. */
    private static final double FLOOR = 0.8;

    private final Map<String, int[]> byOperator = new TreeMap<>();
    private final List<String> alike = new ArrayList<>();
    private final List<String> differsFromItself = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();
    private int mutants;

    @Test
    void most_mutants_of_real_definitions_are_told_apart() {
        Path folder = Shared.corpus().resolve("definitions");
        int number = 0;
        for (JsonNode row : Shared.json(folder.resolve("index.json"))) {
            if (row.path("kind").asText().equals("real") && number++ % EVERY == 0) {
                definition(folder, row.path("file").asText());
            }
        }
        alike.forEach(System.out::println);
        System.out.println(mutants - alike.size() + " of " + mutants + " mutants told apart, by operator:");
        byOperator.forEach(
                (operator, counts) -> System.out.println("  " + operator + " " + counts[0] + " of " + counts[1]));
        Collections.sort(millis);
        System.out.println(
                "a definition with itself: median " + millis.get(millis.size() / 2) + " ms, of " + millis.size());
        assertThat(differsFromItself).isEmpty();
        assertThat((double) alike.size() / mutants).isLessThanOrEqualTo(1 - FLOOR);
    }

    private void definition(Path folder, String file) {
        String text = Shared.text(folder.resolve(file));
        StateMachine machine;
        try {
            machine = StateMachine.parse(
                    file, text, DefinitionOptions.defaults().withSubstitutions(Placeholding.values(text)));
        } catch (InvalidDefinitionException refused) {
            return; // CorpusTest says which, and why
        }
        long begin = System.nanoTime();
        BehaviourDiff same = BehaviourDiff.between(machine, machine).compare();
        millis.add((System.nanoTime() - begin) / 1_000_000);
        if (same.hasDifference()) {
            differsFromItself.add(same.toString());
        }
        List<Mutant> all = new ArrayList<>(machine.mutants().all());
        Collections.shuffle(all, new Random(file.hashCode()));
        for (Mutant mutant : MUTANTS == 0 ? all : all.subList(0, Math.min(MUTANTS, all.size()))) {
            mutants++;
            int[] counts = byOperator.computeIfAbsent(mutant.operator(), operator -> new int[2]);
            counts[1]++;
            if (Behaviours.differ(machine, machine.withMutant(mutant.id()))) {
                counts[0]++;
            } else {
                alike.add(file + "\n  " + mutant.operator() + ": " + mutant.id() + " at " + mutant.pointer());
            }
        }
    }
}
