package io.github.asltestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long GetActivityTask waits. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PollTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:work";

    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
            "work.asl.json",
            "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Task\",\"Resource\":\"" + ACTIVITY
                    + "\",\"End\":true}}}"));
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Changes changes = new Changes();
    private final Wire wire = wire();

    private Wire wire() {
        Served harnessServed = (Served) harness.api();
        harnessServed.onChange(changes::signal);
        return new Wire(new Watched(harnessServed, looked), changes, new Control(harness.clock(), arn -> {}));
    }

    /** Says when a poll has looked for the first time, and so waits from then on. */
    private record Watched(Served served, CountDownLatch looked) implements Served {
        @Override
        public JsonNode call(String operation, JsonNode request) {
            JsonNode answer = served.call(operation, request);
            looked.countDown();
            return answer;
        }

        @Override
        public <T> T asGuest(Supplier<T> request) {
            return served.asGuest(request);
        }

        @Override
        public VirtualClock clock() {
            return served.clock();
        }

        @Override
        public void onChange(Runnable told) {
            served.onChange(told);
        }

        @Override
        public Progress advance(String executionArn) {
            return served.advance(executionArn);
        }

        @Override
        public String waitsFor(String executionArn) {
            return served.waitsFor(executionArn);
        }
    }

    private CompletableFuture<String> poll() throws InterruptedException {
        byte[] body = ("{\"activityArn\":\"" + ACTIVITY + "\"}").getBytes(StandardCharsets.UTF_8);
        CompletableFuture<String> poll = CompletableFuture.supplyAsync(() -> new String(
                wire.answer(new WireRequest(
                                "POST", "/", "AWSStepFunctions.GetActivityTask", null, "localhost", null, body))
                        .body(),
                StandardCharsets.UTF_8));
        looked.await();
        return poll;
    }

    @Test
    void a_poll_waits_until_there_is_a_task() throws Exception {
        CompletableFuture<String> poll = poll();
        assertThat(poll).isNotDone();
        harness.start("7");
        assertThat(poll.get()).contains("\"input\":\"7\"");
    }

    @Test
    void a_poll_ends_empty_when_sixty_seconds_have_passed_on_the_virtual_clock() throws Exception {
        CompletableFuture<String> poll = poll();
        harness.clock().advanceBy(Duration.ofMillis(59_999));
        assertThat(poll).isNotDone();
        harness.clock().advanceBy(Duration.ofMillis(1));
        assertThat(poll.get()).isEqualTo("{}");
    }

    @Test
    void a_run_that_the_closing_endpoint_ends_is_unavailable_and_fails_nobody() {
        Wire closing = new Wire((Served) harness.api(), changes, new Control(harness.clock(), arn -> {
            throw new EndpointClosedException("  execution: e");
        }));
        byte[] body = "{\"executionArn\":\"e\"}".getBytes(StandardCharsets.UTF_8);

        WireResponse response = closing.answer(
                new WireRequest("POST", "/asl-testkit/run", null, "application/json", "localhost", null, body));

        assertThat(response.status()).isEqualTo(503);
        assertThat(closing.takeFailure()).isNull();
    }

    @Test
    void a_poll_ends_empty_when_the_endpoint_closes() throws Exception {
        CompletableFuture<String> poll = poll();
        changes.close(Duration.ofSeconds(20));
        assertThat(poll.get()).isEqualTo("{}");
        assertThat(wire.answer(new WireRequest(
                                "POST", "/", "AWSStepFunctions.ListActivities", null, "localhost", null, new byte[0]))
                        .status())
                .isEqualTo(503);
    }
}
