package io.github.asltestkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.Flaw;
import io.github.asltestkit.internal.shape.Knowledge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the definition, the data flow is followed to an end; and no execution leaves a state that is told to fail on every
 * way, whatever its input and its world. {@code -Dfuzz.runs} says how many definitions (three hundred).
 */
class DataFlowFuzzTest {
    private static final long SEED = 20_261_130L;
    private static final int INPUTS = 4;

    private final List<JsonNode> seeds = Stream.of(
                    "data-flow", "jsonata", "parallel", "paths", "distributed", "express", "branches")
            .map(DataFlowFuzzTest::seed)
            .toList();

    private static JsonNode seed(String name) {
        try (InputStream stream = DataFlowFuzzTest.class.getResourceAsStream("/fuzz/" + name + ".asl.json")) {
            return Mutator.json(
                    new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void the_definitions_that_are_changed_have_all_types_of_states_in_both_languages() {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode seed : seeds) {
            StateMachine.parse("seed.asl.json", JsonText.write(seed))
                    .definition()
                    .states()
                    .allStates()
                    .forEach(state ->
                            kinds.add(state.type() + " " + state.fields().queryLanguage()));
        }

        assertThat(kinds).hasSize(2 * StateType.values().length);
    }

    @Test
    void no_execution_leaves_a_state_that_is_told_to_fail() {
        int cases = Integer.getInteger("fuzz.runs", 300);
        List<String> falseAlarms = new ArrayList<>();
        int[] told = new int[2];
        for (int number = 0; number < cases; number++) {
            Random random = new Random(SEED + number);
            Mutator mutator = new Mutator(seeds, random);
            String definition = "";
            try {
                definition = JsonText.write(mutator.definition(DataFlowFuzzTest::isValid));
                StateMachine machine = StateMachine.parse("fuzz.asl.json", definition, knowing(mutator.input()));
                tryOut(machine, random, mutator, told, falseAlarms);
            } catch (InvalidDefinitionException refused) {
                // Changed beyond what AWS takes.
            } catch (RuntimeException | Error thrown) {
                throw new AssertionError("case " + number + ":\n" + definition, thrown);
            }
        }
        System.out.println("fuzz: " + told[0] + " states told to fail on every way, entered " + told[1] + " times");
        assertThat(falseAlarms).isEmpty();
    }

    /** With everything that can be known and asked for. Executions with other inputs are none of these warnings' business. */
    private static DefinitionOptions knowing(JsonNode input) {
        return DefinitionOptions.defaults()
                .withInputSchema(schema(input))
                .withOptionalWarnings("FIELD_MAY_BE_ABSENT", "VARIABLE_NEVER_READ");
    }

    /** The schema of a value and of others like it. */
    private static JsonNode schema(JsonNode value) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (value.isObject()) {
            ObjectNode properties = schema.put("type", "object")
                    .put("additionalProperties", false)
                    .putObject("properties");
            value.properties().forEach(field -> properties.set(field.getKey(), schema(field.getValue())));
        } else if (value.isArray()) {
            schema.put("type", "array");
            if (!value.isEmpty()) {
                schema.set("items", schema(value.get(0)));
            }
        }
        return schema;
    }

    private static boolean isValid(JsonNode definition) {
        try {
            StateMachine.parse("fuzz.asl.json", JsonText.write(definition));
            return true;
        } catch (InvalidDefinitionException refused) {
            return false;
        }
    }

    private static void tryOut(
            StateMachine machine, Random random, Mutator mutator, int[] told, List<String> falseAlarms) {
        Map<String, Flaw.NeverThere> failing = new HashMap<>();
        for (Flaw flaw : DataFlow.of(machine.definition(), Knowledge.NONE).flaws()) {
            if (flaw instanceof Flaw.NeverThere never
                    && never.everywhere()
                    && isAlwaysRead(never.read().pointer())) {
                failing.put(never.state().name(), never);
            }
        }
        told[0] += failing.size();
        for (int i = 0; i < INPUTS && !failing.isEmpty(); i++) {
            StateMachineHarness harness = StateMachineHarness.create(
                    machine,
                    HarnessOptions.defaults().withSeed(random.nextInt()).withStepLimit(300),
                    new RandomWorld(random, mutator));
            try {
                harness.run(mutator.input());
            } catch (StepFunctionsException | IllegalStateException refused) {
                // A machine that is not there, or a loop without an end.
            }
            for (Execution execution : harness.executions()) {
                check(execution, failing, told, falseAlarms);
            }
        }
    }

    /** A rule is read only if those before it are false, a selector for each item, a Catcher's fields if it catches. */
    private static boolean isAlwaysRead(String pointer) {
        return !pointer.contains("/Choices/")
                && !pointer.contains("/Catch/")
                && !pointer.contains("/ItemSelector")
                && !pointer.contains("/Each/Parameters");
    }

    private static void check(
            Execution execution, Map<String, Flaw.NeverThere> failing, int[] told, List<String> falseAlarms) {
        Set<String> caught = new HashSet<>();
        for (HistoryEvent event : execution.history().events()) {
            String name = event.details().text("name");
            String type = event.type().name();
            Flaw.NeverThere never = name == null ? null : failing.get(name);
            if (type.equals("EVALUATION_FAILED")) {
                caught.add(String.valueOf(event.details().text("state")));
            }
            if (never != null && type.endsWith("_STATE_ENTERED")) {
                told[1]++;
            }
            boolean left = never != null && type.endsWith("_STATE_EXITED") && !caught.contains(name);
            if (left && never.state().catchers().isEmpty()) {
                falseAlarms.add(never.read() + " in\n" + execution.history().toJson());
            }
        }
    }
}
