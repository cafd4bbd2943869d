package io.github.asltestkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.CoverageFormat;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.report.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * No exception of a library or of the toolkit's own leaves an execution of a definition that loaded, whatever its fields,
 * its input and the answers to its calls; {@code -Dfuzz.runs} says how many definitions are tried.
 */
class RunFuzzTest {
    private static final long SEED = 20_240_101L;
    private static final List<String> NAMES = List.of("paths", "jsonata", "parallel", "distributed", "express");
    private static final StateMachine OTHER = StateMachine.parse("other.asl.json", """
            {"StartAt": "A", "States": {
              "A": {"Type": "Wait", "Seconds": 5, "Next": "B"},
              "B": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericEquals": 2, "Next": "C"}], "Default": "D"},
              "C": {"Type": "Succeed"}, "D": {"Type": "Fail", "Error": "Other"}}}""");

    private final List<JsonNode> seeds = NAMES.stream().map(RunFuzzTest::seed).toList();
    private final Map<String, AssertionError> broken = new LinkedHashMap<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    private enum Outcome {
        REFUSED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED,
        ENDLESS
    }

    private static JsonNode seed(String name) {
        try (InputStream stream = RunFuzzTest.class.getResourceAsStream("/fuzz/" + name + ".asl.json")) {
            return Mutator.json(
                    new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void the_definitions_that_are_changed_are_valid_themselves() {
        assertThat(seeds)
                .allSatisfy(seed -> assertThat(StateMachine.parse("seed.asl.json", JsonText.write(seed)))
                        .isNotNull());
    }

    @Test
    void no_exception_leaves_an_execution_of_a_valid_definition() {
        int first = Integer.getInteger("fuzz.first", 0);
        int cases = Integer.getInteger("fuzz.runs", 300);
        for (int i = first; i < first + cases; i++) {
            tryOut(i);
        }
        int run = cases - counts.getOrDefault(Outcome.REFUSED, 0);
        System.out.println("fuzz: " + run + " executions of " + cases + " changed definitions: " + counts);
        AssertionError all = new AssertionError(broken.size() + " kinds of failure");
        broken.values().forEach(all::addSuppressed);
        if (!broken.isEmpty()) {
            throw all;
        }
        assertThat(run).isGreaterThan(cases / 2);
    }

    private void tryOut(int number) {
        Random random = new Random(SEED + number);
        Mutator mutator = new Mutator(seeds, random);
        String definition = "";
        JsonNode input = mutator.input();
        try {
            definition = JsonText.write(mutator.definition(RunFuzzTest::isValid));
            StateMachine machine = StateMachine.parse("fuzz.asl.json", definition)
                    .withType(random.nextInt(3) == 0 ? StateMachineType.EXPRESS : StateMachineType.STANDARD);
            counts.merge(run(machine, input, random, mutator), 1, Integer::sum);
        } catch (InvalidDefinitionException notExpress) {
            counts.merge(Outcome.REFUSED, 1, Integer::sum);
        } catch (RuntimeException | Error thrown) {
            broken.putIfAbsent(
                    kind(thrown),
                    new AssertionError(
                            "case " + number + " of seed " + SEED + ":\n" + definition + "\ninput: " + shortened(input),
                            thrown));
        }
    }

    private static boolean isValid(JsonNode definition) {
        try {
            StateMachine.parse("fuzz.asl.json", JsonText.write(definition));
            return true;
        } catch (InvalidDefinitionException refused) {
            return false;
        }
    }

    /** Failures of one place are one. */
    private static String kind(Throwable thrown) {
        return thrown.getClass() + " at "
                + Arrays.stream(thrown.getStackTrace()).limit(3).toList();
    }

    private static String shortened(JsonNode input) {
        String text = JsonText.write(input);
        return text.length() > 2_000 ? text.substring(0, 2_000) + "..." : text;
    }

    private Outcome run(StateMachine machine, JsonNode input, Random random, Mutator mutator) {
        StateMachineHarness harness = StateMachineHarness.create(
                machine,
                HarnessOptions.defaults().withSeed(random.nextInt()).withStepLimit(300),
                new RandomWorld(random, mutator));
        harness.add(OTHER);
        harness.s3()
                .bucket("in")
                .put("list.json", "{\"list\": [1, {\"x\": 2}, \"three\", null, [5]]}")
                .put("rows.csv", "a,b\n1,2\n3,\"x\ny\"\n5,6,7\n");
        harness.s3().bucket("out");
        Outcome outcome;
        try {
            Execution execution = random.nextBoolean() ? harness.run(input) : harness.start(input);
            for (int i = random.nextInt(6); i > 0; i--) {
                drive(harness, execution, random, mutator);
            }
            outcome = Outcome.valueOf(execution.status().name());
        } catch (StepFunctionsException refused) {
            outcome = Outcome.REFUSED;
        } catch (IllegalStateException endless) {
            assertThat(endless).hasMessageContaining("If this is not an endless ");
            outcome = Outcome.ENDLESS;
        }
        boolean gaveUp = outcome == Outcome.ENDLESS;
        harness.executions().forEach(each -> inspect(each, gaveUp));
        harness.mapRuns().forEach(run -> inspect(run, gaveUp));
        return outcome;
    }

    /** One of the things that a test, a worker or an operator does to an execution. */
    private static void drive(StateMachineHarness harness, Execution execution, Random random, Mutator mutator) {
        try {
            switch (random.nextInt(9)) {
                case 0 -> harness.clock().advanceBy(Duration.ofMillis(random.nextInt(100_000)));
                case 1 -> harness.clock().advanceToNextEvent();
                case 2 -> harness.runToEnd(execution);
                case 3 -> harness.stop(execution, random.nextBoolean() ? "Stopped" : null, null);
                case 4 -> harness.redrive(execution);
                case 5 -> harness.getActivityTask("arn:aws:states:us-east-1:123456789012:activity:work", "w");
                default -> report(harness, execution, random, mutator);
            }
        } catch (StepFunctionsException refused) {
            // As the service refuses it.
        }
    }

    private static void report(StateMachineHarness harness, Execution execution, Random random, Mutator mutator) {
        List<String> tokens = execution.pendingTasks().stream()
                .map(task -> task.call().taskToken())
                .filter(Objects::nonNull)
                .toList();
        if (tokens.isEmpty()) {
            return;
        }
        String token = mutator.one(tokens);
        switch (random.nextInt(3)) {
            case 0 -> harness.sendTaskSuccess(token, mutator.value());
            case 1 -> harness.sendTaskFailure(token, random.nextBoolean() ? "Boom" : null, "c");
            default -> harness.sendTaskHeartbeat(token);
        }
    }

    private static void inspect(MapRun run, boolean gaveUp) {
        assertThat(run.itemCounts().total()).isNotNegative();
        run.items().forEach(item -> inspect(item, gaveUp));
    }

    /**
     * All that the toolkit says of an execution; its history written and read is the same.
     *
     * @param gaveUp whether the engine may have given up on it: its history then has no last event
     */
    private static void inspect(Execution execution, boolean gaveUp) {
        ExecutionHistory history = execution.history();
        String json = history.toJson();
        assertThat(ExecutionHistory.parse(json).toJson()).isEqualTo(json);
        ExecutionInspection inspection =
                ExecutionInspection.of(history, execution.definition(), execution.dataFlow(), execution.notes());
        if (!gaveUp) {
            assertThat(inspection.status()).isEqualTo(execution.status());
        }
        inspection.allVisits().forEach(visit -> assertThat(visit.toString()).isNotEmpty());
        assertThat(inspection.toString()).isNotEmpty();
        assertThat(Timeline.of(history, execution.definition()).text()).isNotEmpty();
        CoverageCounter counter = CoverageCounter.of(execution.definition());
        counter.add(inspection, execution.notes());
        Coverage coverage = Coverage.of(List.of(counter.coverage()));
        for (CoverageFormat format : CoverageFormat.values()) {
            assertThat(format.text(coverage)).isNotEmpty();
        }
        assertThat(execution.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(execution.toString()).isNotEmpty();
        assertThat(execution.calls()).isEmpty();
    }
}
