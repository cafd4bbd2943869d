package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same definition, script, input and seed give the same bytes of history, whatever the thread and the JVM. */
class DeterminismTest {
    private static final int RUNS = 1_000;
    private static final int THREADS = 8;
    private static final String CHANGED =
            "the history is another; if that is meant, its digest belongs into src/test/conformance/history.sha256";

    private static final String DEFINITION = """
            {"StartAt": "Draw", "States": {
              "Draw": {"Type": "Pass", "Next": "Both", "Parameters": {
                "id.$": "States.UUID()", "number.$": "States.MathRandom(0, 1000000)",
                "at.$": "$$.State.EnteredTime", "execution.$": "$$.Execution.Id", "items": [3, 1, 2]}},
              "Both": {"Type": "Parallel", "Next": "Compute", "ResultPath": "$.both", "Branches": [
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true, "HeartbeatSeconds": 60,
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody": {"Token.$": "$$.Task.Token"}},
                  "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL", "IntervalSeconds": 10}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Asked"}]},
                  "Asked": {"Type": "Pass", "End": true}}},
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "End": true,
                  "MaxConcurrency": 2, "ItemProcessor": {"StartAt": "Call", "States": {
                    "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Rest",
                      "Parameters": {"FunctionName": "f", "Payload.$": "$"},
                      "Retry": [{"ErrorEquals": ["Busy"], "JitterStrategy": "FULL", "MaxAttempts": 5}]},
                    "Rest": {"Type": "Wait", "Seconds": 7, "End": true}}}}}}]},
              "Compute": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true, "Output": {
                "uuid": "{% $uuid() %}", "random": "{% $random() %}", "now": "{% $now() %}",
                "millis": "{% $millis() %}", "context": "{% $states.context %}",
                "shuffled": "{% $shuffle([1..20]) %}", "all": "{% $states.input %}"}}}}""";

    /** Answers by what is asked alone: the first two tries of an item are refused, the callback never comes. */
    private static final class World implements TaskIntegration {
        @Override
        public TaskReaction call(TaskCall call) {
            if (call.stateName().equals("Ask")) {
                return new TaskReaction(List.of(new Step.Submitted(Duration.ofMillis(5), call.parameters())));
            }
            return call.attempt() < 3
                    ? TaskReaction.fail("Busy", "attempt " + call.attempt())
                    : new TaskReaction(List.of(new Step.Succeeded(Duration.ofMillis(20), call.parameters())));
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "");
        }
    }

    private static String history(long seed) {
        return history(StateMachine.parse("determinism.asl.json", DEFINITION), seed);
    }

    private static String history(StateMachine machine, long seed) {
        return StateMachineHarness.create(machine, HarnessOptions.defaults().withSeed(seed), new World())
                .run("{}")
                .history()
                .toJson();
    }

    @Test
    void a_thousand_runs_in_eight_threads_give_the_bytes_that_are_checked_in() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            StateMachine shared = StateMachine.parse("determinism.asl.json", DEFINITION);
            List<Callable<String>> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(() -> digest(history(shared, 1)));
            }
            String held = held();
            String first = runs.get(0).call();
            for (Future<String> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(first);
            }
            assertThat(first).as(CHANGED).isEqualTo(held);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void another_seed_gives_another_history() throws NoSuchAlgorithmException {
        assertThat(digest(history(2))).isNotEqualTo(digest(history(1)));
    }

    /** To be replaced, in the same change, when events are meant to change. */
    private static String held() throws IOException {
        return Files.readString(CaseFolder.module().resolve("src/test/conformance/history.sha256"))
                .strip();
    }

    private static String digest(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
