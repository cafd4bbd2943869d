package shop;

import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.junit.StateMachineTestSupport;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import software.amazon.awssdk.services.sfn.SfnClient;

// tag::client[]
/** Spring makes the client once, before the first test. Each request goes to the endpoint of the test that is running. */
@TestConfiguration
class StepFunctionsOfTheTest {
    @Bean
    @Primary
    SfnClient stepFunctionsOfTheTest() {
        return AwsClients.connect(SfnClient.builder(), StateMachineTestSupport::runningEndpoint).build();
    }
}
// end::client[]
