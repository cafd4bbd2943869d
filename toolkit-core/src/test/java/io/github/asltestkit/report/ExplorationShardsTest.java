package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.shard.Shard;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that shards ran of one exploration have one page, which says what one JVM would say that ran all. */
class ExplorationShardsTest {
    private static final String ORDER = """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "Next": "Settle", "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": {"QueueUrl": "q", "MessageBody": "m"}, "End": true}}},
                {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": {"QueueUrl": "q", "MessageBody": "m"},
                  "Retry": [{"ErrorEquals": ["Never.Seen", "SQS.RequestThrottled"], "MaxAttempts": 1}], "End": true}}}]},
              "Settle": {"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync",
                "Parameters": {"JobName": "n", "JobQueue": "q", "JobDefinition": "d"},
                "Catch": [{"ErrorEquals": ["Never.Thrown"], "Next": "Done"}], "Next": "Done"},
              "Done": {"Type": "Succeed"}}}""";

    /** Explores as a shard does, and writes it down as a test does that asserts something of each run. */
    private static void write(
            Path folder, @Nullable String shard, String input, UnaryOperator<Exploration> asked, long finished)
            throws Exception {
        String before = System.getProperty(Shard.PROPERTY);
        if (shard != null) {
            System.setProperty(Shard.PROPERTY, shard);
        }
        try {
            StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
            harness.mock("A").returns("{}");
            harness.mock("B").returns("{}");
            harness.mock("Settle").jobSucceedsAfter(Duration.ofHours(6), "{}");
            Exploration exploration = asked.apply(harness.explore(input));
            ExploredRun broken = exploration.result().runs().stream()
                    .filter(run -> run.status() == ExecutionStatus.FAILED)
                    .findFirst()
                    .orElse(null);
            if (broken != null) {
                exploration.noteCounterexample("A run fails.", broken);
            }
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            try (RunRecorder recorder = new RunRecorder(lines, DefinitionNames.AS_GIVEN)) {
                recorder.add(
                        new TestedBy(
                                "order|exploration",
                                "OrderTest",
                                "settles (exploration)",
                                broken == null ? TestedBy.Status.PASSED : TestedBy.Status.FAILED,
                                broken == null ? null : "A run fails.",
                                finished),
                        exploration);
            }
            Files.createDirectories(folder);
            String name = shard == null ? "whole" : shard.replace('/', '-');
            Files.write(folder.resolve(name + "-" + finished + RunReport.RUN_FILE), lines.toByteArray());
        } finally {
            if (before == null) {
                System.clearProperty(Shard.PROPERTY);
            } else {
                System.setProperty(Shard.PROPERTY, before);
            }
        }
    }

    private static void writeShards(Path folder, int count, UnaryOperator<Exploration> asked, int... left)
            throws Exception {
        for (int index = 1; index <= count; index++) {
            int shard = index;
            if (IntStream.of(left).noneMatch(one -> one == shard)) {
                write(folder, index + "/" + count, "{}", asked, index);
            }
        }
    }

    /** What a literal of a script stands for. */
    private static String unescaped(String literal) {
        return Pattern.compile("\\\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)")
                .matcher(literal)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1).length() == 1
                                ? escape.group(1)
                                : String.valueOf(
                                        (char) Integer.parseInt(escape.group(1).substring(1), 16))));
    }

    /** What the page says before it shows runs, and the plans of these in their order. */
    private static String page(RunReport report, Path folder) throws Exception {
        report.write(folder);
        String script = Files.readString(folder.resolve("tests/0.js"));
        JsonNode page = new ObjectMapper()
                .readTree(unescaped(script.substring(script.indexOf('\'') + 1, script.lastIndexOf('\''))));
        StringBuilder text = new StringBuilder(page.path("about").asText());
        if (page.has("shown")) {
            List<String> names = page.path("parts").findValuesAsText("name");
            page.path("shown").forEach(plan -> {
                assertThat(names).contains(plan.asText());
                text.append(plan.asText()).append('\n');
            });
        } else {
            page.path("executions")
                    .forEach(run -> text.append(run.path("name").asText()).append('\n'));
        }
        return text.toString();
    }

    private static void isAsIfOneHadRunAll(Path folder, int count, UnaryOperator<Exploration> asked) throws Exception {
        write(folder.resolve("one"), null, "{}", asked, 1);
        writeShards(folder.resolve("shards"), count, asked);
        RunReport one = RunReport.read(List.of(folder.resolve("one")));
        RunReport joined = RunReport.read(List.of(folder.resolve("shards")));

        assertThat(joined.tests()).hasSize(1);
        assertThat(joined.superseded()).isEmpty();
        assertThat(page(joined, folder.resolve("joined report")))
                .isEqualTo(page(one, folder.resolve("one report")))
                .contains("A run fails.", "that no run entered");
        assertThat(joined.tests().get(0).by().name())
                .isEqualTo(one.tests().get(0).by().name());
        assertThat(joined.tests().get(0).by().failure()).isEqualTo("A run fails.");
        assertThat(joined.tests().get(0).slug()).isEqualTo(one.tests().get(0).slug());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 200})
    void the_parts_of_all_shards_say_what_one_jvm_says(int count, @TempDir Path folder) throws Exception {
        isAsIfOneHadRunAll(folder, count, exploration -> exploration.failures(2));
    }

    @Test
    void parts_of_a_sample_are_the_sample(@TempDir Path folder) throws Exception {
        isAsIfOneHadRunAll(folder, 3, exploration -> exploration.failures(2).limit(20));
        assertThat(RunReport.read(List.of(folder.resolve("shards")))
                        .tests()
                        .get(0)
                        .by()
                        .name())
                .startsWith("settles (exploration): sampled 20 of ")
                .endsWith(", seed 1");
    }

    @Test
    void parts_with_orders_are_summed_with_their_orders(@TempDir Path folder) throws Exception {
        isAsIfOneHadRunAll(folder, 3, exploration -> exploration.failures(1).orders("A", "B"));
        assertThat(RunReport.read(List.of(folder.resolve("shards")))
                        .tests()
                        .get(0)
                        .by()
                        .name())
                .startsWith("settles (exploration): explored all ");
    }

    @Test
    void a_part_that_is_missing_is_named(@TempDir Path folder) throws Exception {
        writeShards(folder.resolve("shards"), 3, exploration -> exploration, 2);
        RunReport report = RunReport.read(List.of(folder.resolve("shards")));

        assertThat(report.tests()).hasSize(1);
        assertThat(page(report, folder.resolve("report")))
                .containsPattern(
                        "order\\.asl\\.json: ran \\d+ of \\d+ runs, shard 2/3 is missing, each with one fault");
    }

    @Test
    void a_part_of_what_was_explored_before_is_superseded(@TempDir Path folder) throws Exception {
        write(folder, "1/2", "{\"old\": true}", exploration -> exploration, 1);
        write(folder, "2/2", "{}", exploration -> exploration, 2);
        RunReport report = RunReport.read(List.of(folder));

        assertThat(report.tests().get(0).by().name()).endsWith("shard 1/2 is missing");
        assertThat(report.superseded()).containsExactly(folder.resolve("1-2-1" + RunReport.RUN_FILE));
    }

    @Test
    void an_exploration_is_none_of_the_tests_that_are_counted(@TempDir Path folder) throws Exception {
        write(folder, null, "{}", exploration -> exploration, 1);
        RunReport report = RunReport.read(List.of(folder));
        report.write(folder.resolve("report"));

        assertThat(report.size()).isZero();
        assertThat(report.testedBy()).isEmpty();
        assertThat(report.tests()).hasSize(1);
        assertThat(Files.readString(folder.resolve("report/index.html"))).contains("\"tests\":0,\"failed\":0");
    }
}
