package io.github.asltestkit.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders: which there are, and that those which are left out make no difference. */
class OrdersTest {
    private static StateMachineHarness harness(String definition) {
        return StateMachineHarness.create(StateMachine.parse("lines.asl.json", definition));
    }

    private static String task(String name, String rest) {
        return "\"%s\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"Parameters\": {\"QueueUrl\": \"q\", \"MessageBody\": \"m\"}, %s}"
                .formatted(name, rest);
    }

    /** How a run ended, and which calls it had made by then. */
    private static String outcome(ExploredRun run) {
        String calls = run.calls().list().stream()
                .map(call -> call.call().statePath() + " " + call.call().attempt() + " " + call.answer())
                .sorted()
                .collect(Collectors.joining(", "));
        return run.status() + " " + run.error() + " " + run.output() + " after " + run.elapsed() + " calls " + calls;
    }

    private static Set<String> outcomes(ExplorationResult result) {
        return result.runs().stream().map(OrdersTest::outcome).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> plans(ExplorationResult result) {
        return result.runs().stream().map(run -> run.plan().toString()).toList();
    }

    private static Exploration every(Exploration exploration) {
        return ((LiveExploration) exploration).everyOrder();
    }

    // ---- by hand -------------------------------------------------------------------------------------------------

    private static final String TWO_BRANCHES =
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "A", "States": {%s, %s}},
              {"StartAt": "B", "States": {%s}}]}}}""".formatted(task("A", "\"Next\": \"A2\""), task("A2", "\"End\": true"), task("B", "\"End\": true"));

    @Test
    void branches_that_succeed_have_one_order_that_matters() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").returns("3");

        ExplorationResult reduced = harness.explore("{}").orders().result();
        ExplorationResult all = every(harness.explore("{}").orders()).result();

        assertThat(reduced.runs()).hasSize(1);
        assertThat(all.runs()).hasSize(10); // 5! / (3! * 2!)
        assertThat(outcomes(all)).isEqualTo(outcomes(reduced));
    }

    @Test
    void a_branch_that_fails_ends_the_other_before_or_after_each_of_its_calls() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").fails("SQS.Unknown", "b");

        ExplorationResult result = harness.explore("{}").orders().result();

        assertThat(result.runs().stream()
                        .map(run -> run.calls().list().stream()
                                .map(call -> call.call().stateName())
                                .sorted()
                                .collect(Collectors.joining())))
                .contains("B", "AB", "AA2B");
        assertThat(outcomes(result))
                .isEqualTo(outcomes(every(harness.explore("{}").orders()).result()));
    }

    @Test
    void an_answer_that_depends_on_the_calls_before_it_makes_an_order_matter() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mockService("sqs", "sendMessage").returns("1").thenReturns("2").thenReturns("3");

        ExplorationResult result = harness.explore("{}").orders().result();

        assertThat(result.runs().stream()
                        .map(run -> String.valueOf(run.output()))
                        .distinct())
                .containsExactlyInAnyOrder("[2,3]", "[3,2]", "[3,1]");
        assertThat(outcomes(result))
                .isEqualTo(outcomes(every(harness.explore("{}").orders()).result()));
    }

    @Test
    void the_calls_of_states_that_the_user_names_are_made_in_each_order() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").returns("3");

        ExplorationResult result = harness.explore("{}").orders("A2", "B").result();

        assertThat(result.runs().stream()
                        .map(run -> run.calls().list().stream()
                                .map(call -> call.call().stateName())
                                .filter(name -> !name.equals("A"))
                                .collect(Collectors.joining(" ")))
                        .distinct())
                .containsExactlyInAnyOrder("A2 B", "B A2");
    }

    @Test
    void an_order_is_written_read_and_run_again() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").fails("SQS.Unknown", "b");
        Exploration all = harness.explore("{}").orders();

        for (ExploredRun run : all.result().runs()) {
            assertThat(Plan.parse(run.plan().toString())).isEqualTo(run.plan());
            assertThat(outcome(harness.explore("{}").run(run.plan()))).isEqualTo(outcome(run));
        }
        assertThat(all.result().runs().get(1).plan().toString()).matches("order [0-9.]+");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void orders_over_the_limit_are_said_to_be_the_first_of_more(int limit) {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").returns("3");
        List<String> all = plans(every(harness.explore("{}").orders()).result());

        ExplorationResult some =
                every(harness.explore("{}").orders().limit(limit)).result();

        assertThat(plans(some)).isEqualTo(all.subList(0, limit));
        assertThat(some.isComplete()).isFalse();
        assertThat(some.extent()).isEqualTo("ran the first " + limit + " of at least " + (limit + 1) + " runs");
    }

    @Test
    void a_limit_that_the_orders_just_reach_is_everything() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").returns("3");

        ExplorationResult all = every(harness.explore("{}").orders().limit(10)).result();

        assertThat(all.extent()).isEqualTo("explored all 10 runs");
        assertThat(all.isComplete()).isTrue();
    }

    @Test
    void faults_of_which_the_orders_pass_the_limit_say_so_on_any_number_of_threads() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").returns("3");
        Exploration few = every(harness.explore("{}").failures(1).orders().limit(15));

        assertThat(few.result().extent())
                .matches("ran the first 15 of at least \\d+ runs(, faults sampled by seed 1)?");
        assertThat(few.result().runs()).hasSize(15);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Exploration spread = few.on(threads);
            assertThat(spread.result().table()).isEqualTo(few.result().table());
            assertThat(plans(spread.result())).isEqualTo(plans(few.result()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void orders_and_faults_are_combined() {
        StateMachineHarness harness = harness(TWO_BRANCHES);
        harness.mock("A").returns("1");
        harness.mock("A2").returns("2");
        harness.mock("B").returns("3");

        ExplorationResult result = harness.explore("{}").failures(1).orders().result();

        assertThat(result.runs().stream().map(run -> run.plan().toString()))
                .contains("no fault", "Both[1]/B@1.1 fails SQS.SdkClientException")
                .contains("Both[1]/B@1.1 fails SQS.SdkClientException; order 1.1");
        assertThat(result.isComplete()).isTrue();
    }

    // ---- generated -----------------------------------------------------------------------------------------------

    private static final int MACHINES = 200;

    /** More orders than that are too many to run them all. */
    private static final double MOST_ORDERS = 1_500;

    /** A generated machine, and what scripts it. */
    private static final class Generated {
        private final Random random;
        private final List<String> succeeding = new ArrayList<>();
        private final List<String> failing = new ArrayList<>();
        private final List<Integer> turns = new ArrayList<>();
        private int calls;

        Generated(long seed) {
            random = new Random(seed);
        }

        String definition() {
            String fields = random.nextInt(3) == 0
                    ? "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"After\"}], \"Next\": \"After\""
                    : "\"Next\": \"After\"";
            int branches = 2 + random.nextInt(3);
            List<String> graphs = new ArrayList<>();
            for (int i = 0; i < branches; i++) {
                graphs.add(chain("B" + i, branches == 2 ? 4 : 2, random.nextInt(5) == 0));
            }
            return "{\"StartAt\": \"Top\", \"States\": {\"Top\": {\"Type\": \"Parallel\", \"ResultPath\": null, \"Branches\": ["
                    + String.join(", ", graphs) + "], " + fields
                    + "}, \"After\": {\"Type\": \"Pass\", \"End\": true}}}";
        }

        /** A line of states: tasks, perhaps a nested Parallel state, and at its end success or failure. */
        private String chain(String name, int longest, boolean nested) {
            int length = 1 + random.nextInt(longest);
            List<String> states = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                String state = name + "S" + i;
                boolean last = i == length - 1;
                String next = last ? "\"End\": true" : "\"Next\": \"" + name + "S" + (i + 1) + "\"";
                if (nested && last) {
                    states.add("\"" + state + "\": {\"Type\": \"Parallel\", \"Branches\": ["
                            + chain(state + "L", 1, false) + ", " + chain(state + "R", 1, false) + "], " + next + "}");
                } else {
                    states.add(step(state, last, next));
                }
            }
            turns.add(length + 1);
            return "{\"StartAt\": \"" + name + "S0\", \"States\": {" + String.join(", ", states) + "}}";
        }

        private String step(String state, boolean last, String next) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                return "\"" + state + "\": {\"Type\": \"Pass\", " + next + "}";
            }
            if (kind == 1 && last) {
                return "\"" + state + "\": {\"Type\": \"Fail\", \"Error\": \"Ended.By" + state + "\"}";
            }
            calls++;
            boolean fails = random.nextInt(3) == 0;
            (fails ? failing : succeeding).add(state);
            boolean caught = fails && random.nextInt(3) == 0;
            String rest = caught
                    ? "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"" + state + "C\"}], " + next
                    : next;
            return task(state, rest) + (caught ? ", \"" + state + "C\": {\"Type\": \"Pass\", \"End\": true}" : "");
        }

        boolean isSmallEnough() {
            double orders = 1;
            int all = 0;
            for (int own : turns) {
                for (int i = 1; i <= own; i++) {
                    orders = orders * (all + i) / i;
                }
                all += own;
            }
            return calls >= 2 && calls <= 8 && orders <= MOST_ORDERS;
        }

        void script(StateMachineHarness harness) {
            succeeding.forEach(state -> {
                if (random.nextInt(4) == 0) {
                    harness.mock(state).returnsAfter(Duration.ofSeconds(1), "\"" + state + "\"");
                } else {
                    harness.mock(state).returns("\"" + state + "\"");
                }
            });
            failing.forEach(state -> harness.mock(state).fails("SQS.Error" + state, "no"));
        }
    }

    @Test
    void the_reduced_orders_of_200_generated_machines_have_the_outcomes_of_all_orders() {
        int machines = 0;
        int mostCalls = 0;
        long reducedRuns = 0;
        long allRuns = 0;
        int different = 0;
        for (long seed = 0; machines < MACHINES; seed++) {
            Generated generated = new Generated(seed);
            String definition = generated.definition();
            if (!generated.isSmallEnough()) {
                continue;
            }
            machines++;
            mostCalls = Math.max(mostCalls, generated.calls);
            StateMachineHarness harness = harness(definition);
            generated.script(harness);
            ExplorationResult reduced =
                    harness.explore("{}").orders().limit(100_000).result();
            ExplorationResult all =
                    every(harness.explore("{}").orders().limit(100_000)).result();

            assertThat(all.isComplete()).isTrue();
            assertThat(outcomes(reduced)).as("seed %d: %s", seed, definition).isEqualTo(outcomes(all));
            reducedRuns += reduced.runs().size();
            allRuns += all.runs().size();
            different += outcomes(all).size() > 1 ? 1 : 0;
        }
        assertThat(mostCalls).isEqualTo(8);
        assertThat(different).as("machines whose orders have several outcomes").isGreaterThan(MACHINES / 4);
        assertThat(reducedRuns).isLessThan(allRuns / 2);
    }
}
