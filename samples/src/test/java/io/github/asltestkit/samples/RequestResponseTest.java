package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Request response: the state machine moves on as soon as the service has answered. */
@StateMachineTest("request-response.asl.json")
class RequestResponseTest {

    @Test
    void the_order_is_placed_as_soon_as_sns_has_taken_the_message(StateMachineHarness harness) {
        harness.mockResource("arn:aws:states:::sns:publish").returns("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution)
                .hasSucceeded()
                .tookPath("Publish to SNS", "Placed")
                .hasRunFor(Duration.ZERO);
        assertThat(execution).output().node("/published/MessageId").isEqualTo("m-1");
    }
}
