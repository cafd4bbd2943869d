package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StateTestTest {
    private static final StateTest CHARGE = StateTest.ofState("""
            {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
             "Parameters": {"FunctionName": "charge", "Payload.$": "$.order"}, "ResultPath": "$.charge",
             "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2}],
             "Catch": [{"ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Refund"}],
             "Next": "Ship"}""").withInput("{\"order\": 7}");

    @Test
    void a_result_leads_to_the_next_state_and_shows_its_way() {
        StateTestResult result =
                CHARGE.withResult("{\"Payload\": {\"ok\": true}}").run();

        assertThat(result.status()).isEqualTo("SUCCEEDED");
        assertThat(result.nextState()).isEqualTo("Ship");
        assertThat(result.output()).hasToString("{\"order\":7,\"charge\":{\"Payload\":{\"ok\":true}}}");
        assertThat(result.inspected("afterParameters")).hasToString("{\"FunctionName\":\"charge\",\"Payload\":7}");
    }

    @Test
    void an_error_that_a_retrier_names_is_retriable_until_it_is_exhausted() {
        StateTest busy = CHARGE.withError("Busy", "try later");

        assertThat(busy.run().retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(busy.withRetries(1).run().retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(busy.withRetries(2).run().status()).isEqualTo("FAILED");
    }

    @Test
    void an_error_that_a_catcher_names_leads_where_it_leads() {
        StateTestResult result = CHARGE.withError("Declined", null).run();

        assertThat(result.status()).isEqualTo("CAUGHT_ERROR");
        assertThat(result.nextState()).isEqualTo("Refund");
        assertThat(result.inspectionData().at("/errorDetails/catchIndex").intValue())
                .isZero();
    }

    @Test
    void a_mocked_result_that_the_service_cannot_give_is_refused() {
        StateTest start =
                StateTest.ofState("{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::states:startExecution\","
                        + " \"Parameters\": {\"StateMachineArn\": \"a\"}, \"End\": true}");

        assertThatThrownBy(() -> start.withResult("{\"ExecutionArn\": 1}").run())
                .hasMessage("ValidationException: Mock result schema validation error: Field 'ExecutionArn' must be a"
                        + " string");
    }
}
