package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How tests are run with a mutant that keeps them from ending. */
class MutationRunTest {
    private static final String LONGER = "mutate.asl.json#Small: Seconds 10 instead of 5";
    private static final String UNNOTICED = "mutate.asl.json#Call: drop field Payload";

    /** Waits for what the mutant prevents. */
    @StateMachineTest("/mutate.asl.json")
    static class Waits {
        static final AtomicInteger RUNS = new AtomicInteger();

        @Test
        void waits(StateMachineHarness harness) throws InterruptedException {
            RUNS.incrementAndGet();
            harness.mockLambda("f").returns("{}");
            Execution execution = harness.start("{\"n\": 1}");
            harness.clock().advanceBy(Duration.ofSeconds(5));
            if (execution.status() == ExecutionStatus.RUNNING) {
                new CountDownLatch(1).await();
            }
        }
    }

    /** Polls with a client that hears of no interrupt. */
    @WithEndpoint
    @StateMachineTest(definition = """
            {"StartAt": "Night", "States": {
              "Night": {"Type": "Wait", "Seconds": 5, "Next": "Work"},
              "Work": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:work", "End": true}}}""")
    static class Polls {
        @Test
        void polls(StateMachineHarness harness, StepFunctionsEndpoint endpoint) throws IOException {
            harness.start("{}");
            harness.clock().advanceBy(Duration.ofSeconds(5));
            HttpURLConnection connection =
                    (HttpURLConnection) endpoint.uri().toURL().openConnection();
            connection.setDoOutput(true);
            connection.setRequestProperty("X-Amz-Target", "AWSStepFunctions.GetActivityTask");
            connection
                    .getOutputStream()
                    .write("{\"activityArn\": \"arn:aws:states:us-east-1:123456789012:activity:work\"}"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("taskToken");
        }
    }

    private static String test(Class<?> testClass, String method) {
        return "[engine:junit-jupiter]/[class:" + testClass.getName() + "]/[method:" + method + "]";
    }

    private static Map<String, TestVerdict> verdicts(String address, String test) {
        // Long enough for a test that waits for nothing, and short enough for one that waits forever.
        Duration patience = Duration.ofSeconds(1);
        try (MutationRun run = new MutationRun(new MutantLauncher(Map.of()), List.of(test), patience)) {
            return run.verdicts(address, List.of(test));
        }
    }

    @Test
    void a_test_that_waits_for_what_the_mutant_prevents_is_interrupted_and_tried_once_more() {
        String waits = test(Waits.class, "waits(io.github.asltestkit.StateMachineHarness)");
        verdicts(UNNOTICED, waits); // so that the next control run loads no classes
        Waits.RUNS.set(0);

        Map<String, TestVerdict> verdicts = verdicts(LONGER, waits);

        assertThat(verdicts).containsOnlyKeys(waits);
        assertThat(verdicts.get(waits).status()).isEqualTo(MutantStatus.TIMEOUT);
        assertThat(verdicts.get(waits).reason()).isEqualTo("the test did not end in time");
        assertThat(Waits.RUNS).as("without the mutant, and twice with it").hasValue(3);
    }

    @Test
    void a_test_that_ends_in_time_is_run_with_the_mutant_once() {
        String waits = test(Waits.class, "waits(io.github.asltestkit.StateMachineHarness)");
        Waits.RUNS.set(0);

        assertThat(verdicts(UNNOTICED, waits).get(waits).status()).isEqualTo(MutantStatus.SURVIVED);

        assertThat(Waits.RUNS).hasValue(2);
    }

    @Test
    void a_client_that_polls_for_what_the_mutant_prevents_is_answered_when_the_time_is_up() {
        String polls = test(
                Polls.class,
                "polls(io.github.asltestkit.StateMachineHarness, io.github.asltestkit.endpoint.StepFunctionsEndpoint)");

        verdicts("Work: no mutant", polls); // so that the next control run loads no classes

        Map<String, TestVerdict> verdicts = verdicts("Night: Seconds 10 instead of 5", polls);

        assertThat(verdicts.get(polls).status()).isEqualTo(MutantStatus.TIMEOUT);
    }
}
