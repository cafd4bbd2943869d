package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String MACHINE = """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}}}}}""";

    private static String told(long secondsForEachChild) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] now = {0};
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("each.asl.json", MACHINE));
        harness.onMapRunProgress(new ProgressLine(
                () -> now[0] += secondsForEachChild * 1_000_000_000L,
                new PrintStream(out, true, StandardCharsets.UTF_8)));
        harness.run("[1, 2, 3, 4]");
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_long_map_run_tells_how_far_it_is_every_five_seconds() {
        assertThat(told(3).lines())
                .containsExactly(
                        "Map Run of Each: 2 child executions have ended, 0 of them without success; 2 are running",
                        "Map Run of Each: 4 child executions have ended, 0 of them without success; 0 are running");
    }

    @Test
    void a_short_one_says_nothing() {
        assertThat(told(0)).isEmpty();
    }

    @Test
    void a_long_exploration_tells_how_many_runs_are_done() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] now = {0};
        ProgressLine line =
                new ProgressLine(() -> now[0] += 3_000_000_000L, new PrintStream(out, true, StandardCharsets.UTF_8));
        line.explored(new Exploration.Progress(64, 41_208));
        line.explored(new Exploration.Progress(128, 41_208));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Exploration: 128 of 41,208 runs that are known so far");
    }
}
