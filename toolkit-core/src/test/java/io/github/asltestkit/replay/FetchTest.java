package io.github.asltestkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.asltestkit.Execution;
import io.github.asltestkit.Replay;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.awssdk.AwsClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** Recordings that are fetched by a client of the AWS SDK; an endpoint of a harness is in AWS's place. */
class FetchTest {
    private static final StateMachine MACHINE = StateMachine.parse("fetched.asl.json", """
            {"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "ItemsPath": "$.items", "ResultPath": "$.results", "Next": "Ask",
                "ItemProcessor": {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 1, "End": true}}}},
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                "Parameters": {"FunctionName": "ask", "Payload.$": "$.results"},
                "Assign": {"answer.$": "$.Payload"}, "TimeoutSeconds": 60,
                "Retry": [{"ErrorEquals": ["Busy"]}]}}}""");

    private final StateMachineHarness harness = StateMachineHarness.create(MACHINE);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void an_execution_with_several_pages_of_history_becomes_a_replay() {
        try (SfnClient client =
                AwsClients.connect(SfnClient.builder(), harness.endpoint()).build()) {
            harness.mock("Ask").fails("Busy", "later").thenReturns("{\"StatusCode\": 200, \"Payload\": {\"n\": 1.50}}");
            Execution execution = harness.run("{\"items\": [" + "0, ".repeat(299) + "0]}");

            Recording recording = Recording.fetch(client, execution.arn());

            assertThat(recording.name()).isEqualTo(execution.name());
            assertThat(recording.history().toJson())
                    .isEqualTo(execution.history().toJson());
            assertThat(recording.history().events()).hasSizeGreaterThan(1_000);
            Replay.of(MACHINE, recording).verify();
        }
    }

    @Test
    void an_execution_that_does_not_exist_is_refused_in_the_services_words() {
        try (SfnClient client =
                AwsClients.connect(SfnClient.builder(), harness.endpoint()).build()) {
            assertThatExceptionOfType(ExecutionDoesNotExistException.class)
                    .isThrownBy(() -> Recording.fetch(
                            client, "arn:aws:states:us-east-1:123456789012:execution:fetched:no-such-execution"));
        }
    }
}
