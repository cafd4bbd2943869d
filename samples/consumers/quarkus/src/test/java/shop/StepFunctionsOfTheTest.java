package shop;

import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.junit.StateMachineTestSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sfn.SfnClient;

// tag::client[]
/** Quarkus makes the client once, before the first test. Each request goes to the endpoint of the test that is running. */
class StepFunctionsOfTheTest {
    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    SfnClient stepFunctions() {
        return AwsClients.connect(SfnClient.builder(), StateMachineTestSupport::runningEndpoint).build();
    }
}
// end::client[]
