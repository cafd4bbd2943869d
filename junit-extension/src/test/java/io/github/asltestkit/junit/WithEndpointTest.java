package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The endpoint is there before a test, and gone after it. */
class WithEndpointTest {

    private static int status(StepFunctionsEndpoint endpoint, String operation, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri())
                .header("X-Amz-Target", "AWSStepFunctions." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @StateMachineTest("/pass.asl.json")
    @WithEndpoint
    static class Served {
        @Test
        void a_test_takes_it(StateMachineHarness harness, StepFunctionsEndpoint endpoint) throws Exception {
            System.setProperty(
                    "asl-testkit.test.port", String.valueOf(endpoint.uri().getPort()));
            assertThat(endpoint).isSameAs(harness.endpoint());
            assertThat(status(endpoint, "ListStateMachines", "{}")).isEqualTo(200);
        }
    }

    @Test
    void it_is_served_during_the_test_and_stops_with_it() {
        Runs.passes(Served.class);

        int port = Integer.getInteger("asl-testkit.test.port");
        System.clearProperty("asl-testkit.test.port");
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
    }

    @WithEndpoint
    @StateMachineTest("/pass.asl.json")
    static class ServedAbove {
        @Test
        void a_test_takes_it(StateMachineHarness harness, StepFunctionsEndpoint endpoint) {
            assertThat(endpoint).isSameAs(harness.endpoint());
        }
    }

    @Test
    void it_may_stand_above_the_annotation_of_the_machine() {
        Runs.passes(ServedAbove.class);
    }

    @WithEndpoint
    static class Alone {
        @Test
        void a_test_of_nothing() {}
    }

    @Test
    void it_says_what_it_needs_where_there_is_no_machine() {
        assertThat(Runs.failureOf(Alone.class)).contains("There is no @StateMachineTest");
    }

    @StateMachineTest("/pass.asl.json")
    @WithEndpoint
    static class Careless {
        private static final String CALLS = """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true}}}""";

        @Test
        void a_client_that_keeps_silent(StateMachineHarness harness, StepFunctionsEndpoint endpoint) throws Exception {
            harness.add(StateMachine.parse("calls.asl.json", CALLS));
            String arn = "arn:aws:states:us-east-1:123456789012:stateMachine:calls";
            assertThat(status(endpoint, "StartExecution", "{\"stateMachineArn\": \"" + arn + "\"}"))
                    .isEqualTo(400);
        }
    }

    @Test
    void a_call_that_nobody_mocked_fails_the_test_though_its_client_kept_silent() {
        assertThat(Runs.failureOf(Careless.class)).startsWith("No mocked response matches the call made by Call");
    }

    @StateMachineTest("/pass.asl.json")
    @WithEndpoint
    static class Followed {
        @Test
        void first(StepFunctionsEndpoint endpoint) {
            assertThat(StateMachineTestSupport.runningEndpoint()).isSameAs(endpoint);
        }

        @Test
        void second(StepFunctionsEndpoint endpoint) {
            assertThat(StateMachineTestSupport.runningEndpoint()).isSameAs(endpoint);
        }
    }

    @Test
    void what_was_made_before_the_test_finds_the_endpoint_of_the_running_test_and_of_no_other() {
        Runs.passes(Followed.class);

        assertThatThrownBy(StateMachineTestSupport::runningEndpoint).hasMessage("""
                No test with @WithEndpoint is running, so there is no Step Functions endpoint.
                Put @WithEndpoint beside @StateMachineTest on the test whose code calls Step Functions, and call it
                from @BeforeEach on: the endpoint is there from then until the test has ended.""");
    }

    @Test
    void of_two_tests_at_the_same_time_it_is_not_known_which_is_meant() {
        StateMachineHarness one = StateMachineHarness.create(StateMachine.load("/pass.asl.json"));
        StateMachineHarness other = StateMachineHarness.create(StateMachine.load("/pass.asl.json"));
        RunningEndpoints.started("one", one.endpoint());
        RunningEndpoints.started("other", other.endpoint());

        assertThatThrownBy(StateMachineTestSupport::runningEndpoint).hasMessage("""
                Several tests with @WithEndpoint are running at the same time, so it is not known
                which endpoint is meant: [one, other]
                Run them one after the other, for example with @Execution(ExecutionMode.SAME_THREAD), or give each
                a client of its own: AwsClients.connect(SfnClient.builder(), endpoint).""");

        RunningEndpoints.stopped(one.endpoint());
        assertThat(StateMachineTestSupport.runningEndpoint()).isSameAs(other.endpoint());
        RunningEndpoints.stopped(other.endpoint());
        one.close();
        other.close();
    }
}
