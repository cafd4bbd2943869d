package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.mutation.Mutant;
import io.github.asltestkit.mutation.Mutants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Makes every mutant of every real definition of {@code -Dcorpus.dir}, and runs each once: no exception but the step limit's
 * leaves the toolkit, and each mutant has a place, a name of its own and something that would notice it.
 */
class MutantCorpus {
    private static final HarnessOptions OPTIONS = HarnessOptions.defaults().withStepLimit(2_000);

    /** Whatever is called answers at once. */
    private static final TaskIntegration WORLD = new TaskIntegration() {
        @Override
        public boolean answers(TaskCall call) {
            return true;
        }

        @Override
        public TaskReaction call(TaskCall call) {
            JsonNode answer = JsonNodeFactory.instance
                    .objectNode()
                    .<ObjectNode>set(
                            "Payload", JsonNodeFactory.instance.objectNode().put("ok", true))
                    .put("status", "SUCCEEDED");
            return new TaskReaction(List.of(new TaskReaction.Step.Succeeded(Duration.ofSeconds(1), answer)));
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "cancelled");
        }
    };

    private final Map<String, Integer> byOperator = new TreeMap<>();
    private final List<String> shortcomings = new ArrayList<>();
    private int definitions;
    private int mutants;
    private int stillborn;
    private int equal;

    @Test
    void every_mutant_of_a_real_definition_has_a_place_and_runs() {
        Path folder = Shared.corpus().resolve("definitions");
        for (JsonNode row : Shared.json(folder.resolve("index.json"))) {
            if (row.path("kind").asText().equals("real")) {
                definition(folder, row.path("file").asText());
            }
        }
        shortcomings.stream().limit(50).forEach(System.out::println);
        System.out.println(mutants + " mutants of " + definitions + " definitions, " + stillborn + " stillborn, "
                + equal + " equal, by operator: " + byOperator);
        assertThat(shortcomings).isEmpty();
        assertThat(mutants).isGreaterThan(7_000);
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
        definitions++;
        try {
            Mutants all = machine.mutants();
            Set<String> ids = new HashSet<>();
            all.all().forEach(mutant -> {
                byOperator.merge(mutant.operator(), 1, Integer::sum);
                judge(file, machine, mutant, ids);
            });
            mutants += all.all().size();
            stillborn += all.stillborn().size();
            equal += all.equal().size();
        } catch (RuntimeException | StackOverflowError thrown) {
            shortcomings.add(file + "\n  threw " + thrown);
        }
    }

    private void judge(String file, StateMachine machine, Mutant mutant, Set<String> ids) {
        boolean placed = mutant.line() > 0
                && mutant.column() > 0
                && (mutant.endLine() > mutant.line()
                        || (mutant.endLine() == mutant.line() && mutant.endColumn() >= mutant.column()));
        if (!placed || !ids.add(mutant.id()) || mutant.advice().isBlank()) {
            shortcomings.add(file + "\n  " + mutant.id() + " at " + mutant.line() + ":" + mutant.column());
        }
        try {
            StateMachineHarness.create(machine.withMutant(mutant.id()), OPTIONS, WORLD)
                    .start("{\"n\": 1}");
        } catch (RuntimeException | StackOverflowError thrown) {
            if (!thrown.getClass().getSimpleName().equals("StepLimitException")) {
                shortcomings.add(file + "\n  " + mutant.id() + " threw " + thrown);
            }
        }
    }
}
