package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workers and jobs that go on after the service has answered. */
class MockedWorkersTest {

    // tag::callback[]
    @Test
    @StateMachineTest("callback.asl.json")
    void a_worker_takes_an_hour_and_shows_that_it_lives(StateMachineHarness harness) {
        harness.mock("Push to SQS")
                .callbackSucceedsAfter(Duration.ofHours(1), "{\"approved\": true}")
                .withHeartbeatsEvery(Duration.ofMinutes(9));

        assertThat(harness.run("{\"order\": 7}")).hasSucceeded().hasRunFor(Duration.ofHours(1));
    }
    // end::callback[]

    // tag::silent[]
    @Test
    @StateMachineTest("callback.asl.json")
    void a_worker_dies_after_its_third_heartbeat(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts().withHeartbeatsEvery(Duration.ofMinutes(9), 3);

        assertThat(harness.run("{\"order\": 7}"))
                .failedWith("States.Timeout")
                .hasRunFor(Duration.ofMinutes(3 * 9 + 10));
    }
    // end::silent[]

    // tag::refused[]
    @Test
    @StateMachineTest("callback.asl.json")
    void a_worker_says_no(StateMachineHarness harness) {
        harness.mock("Push to SQS").callbackFailsAfter(Duration.ofMinutes(5), "Refused", "too expensive");

        assertThat(harness.run("{\"order\": 7}")).failedWith("Refused", "too expensive");
    }
    // end::refused[]

    // tag::job[]
    @Test
    @StateMachineTest("run-a-job.asl.json")
    void a_job_fails_and_its_next_run_is_seen_to_end_at_the_next_look(StateMachineHarness harness) {
        harness.mock("Submit Batch job")
                .jobFailsAfter(Duration.ofMinutes(10), "Batch.ServerException", "no capacity")
                .thenJobSucceedsAfter(Duration.ofSeconds(90), Map.of("Status", "SUCCEEDED"))
                .polledEvery(Duration.ofMinutes(1));

        assertThat(harness.run("{\"order\": 7}"))
                .hasSucceeded()
                .hasRunFor(Duration.ofMinutes(10).plusSeconds(30).plusMinutes(2));
    }
    // end::job[]
}
