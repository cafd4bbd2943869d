package io.github.asltestkit.samples.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * The first test of OrderTest as it is written against Step Functions Local in a container. It is compiled, to be honest about
 * its length, and not run by the build, which starts no containers.
 */
class OrderOnStepFunctionsLocal {

    // tag::today[]
    // docker run -p 8083:8083 -e SFN_MOCK_CONFIG=/mocks.json -v $PWD/mocks.json:/mocks.json \
    //   amazon/aws-stepfunctions-local
    SfnClient sfn = SfnClient.builder()
            .endpointOverride(URI.create("http://localhost:8083"))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();

    @Test
    void a_busy_bank_is_asked_again() throws Exception {
        String definition = Files.readString(Path.of("src/test/resources/order.asl.json"));
        String machine = sfn.createStateMachine(request -> request.name("order")
                        .definition(definition)
                        .roleArn("arn:aws:iam::123456789012:role/any"))
                .stateMachineArn();
        String execution = sfn.startExecution(
                        request -> request.stateMachineArn(machine + "#BusyBank").input("{\"order\": 7, \"total\": 129.90}"))
                .executionArn();

        Thread.sleep(8000); // the retries wait for 2 and for 4 seconds; the rest is slack

        List<HistoryEvent> events = new ArrayList<>();
        String nextToken = null;
        do {
            String token = nextToken;
            GetExecutionHistoryResponse page =
                    sfn.getExecutionHistory(request -> request.executionArn(execution).nextToken(token));
            events.addAll(page.events());
            nextToken = page.nextToken();
        } while (nextToken != null);

        assertThat(events.get(events.size() - 1).type()).isEqualTo(HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(events.stream().filter(event -> event.type() == HistoryEventType.TASK_FAILED))
                .hasSize(2);
        assertThat(events.stream()
                        .filter(event -> event.stateEnteredEventDetails() != null)
                        .map(event -> event.stateEnteredEventDetails().name()))
                .containsExactly("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer");
    }
    // end::today[]
}
