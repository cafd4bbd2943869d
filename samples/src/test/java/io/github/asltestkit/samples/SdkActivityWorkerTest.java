package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.WithEndpoint;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A real Activity worker, in its own thread with its own client, while the test skips the hours. */
@StateMachineTest("inspections.asl.json")
@WithEndpoint
class SdkActivityWorkerTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:inspect-car";

    // tag::test[]
    @Test
    void ada_inspects_two_cars(StateMachineHarness harness, StepFunctionsEndpoint endpoint) {
        try (SfnClient client =
                AwsClients.connect(SfnClient.builder(), endpoint).build()) {
            InspectionWorker worker = new InspectionWorker(client, ACTIVITY);
            CompletableFuture<Void> working = CompletableFuture.runAsync(() -> worker.inspect(2));
            Execution first = harness.start("{\"car\": \"B-XY 1\"}");
            Execution second = harness.start("{\"car\": \"B-XY 2\"}");

            endpoint.runToEnd(first.arn()); // skips the night and the day, and waits for Ada in between
            endpoint.runToEnd(second.arn());

            working.join();
            assertThat(first).hasSucceeded().hasRunFor(Duration.ofHours(18));
            assertThat(first).output().isEqualTo("{\"verdict\": \"fine\"}");
            assertThat(second).hasSucceeded().hasRunFor(Duration.ofHours(18));
        }
    }
    // end::test[]

    // tag::clock[]
    @Test
    void a_worker_that_falls_silent_is_given_up(StateMachineHarness harness, StepFunctionsEndpoint endpoint) {
        try (SfnClient client =
                AwsClients.connect(SfnClient.builder(), endpoint).build()) {
            Execution execution = harness.start("{\"car\": \"B-XY 1\"}");
            endpoint.clock().advanceBy(Duration.ofHours(8));
            client.getActivityTask(request -> request.activityArn(ACTIVITY).workerName("Ada"));

            endpoint.clock().advanceBy(Duration.ofMinutes(2));

            assertThat(execution)
                    .failedWith("States.Timeout")
                    .state("Inspect the car")
                    .missedHeartbeat();
        }
    }
    // end::clock[]
}
