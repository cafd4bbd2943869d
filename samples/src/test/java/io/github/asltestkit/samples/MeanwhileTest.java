package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a test does while executions run. */
@StateMachineTest("callback.asl.json")
class MeanwhileTest {

    // tag::token[]
    @Test
    void a_person_approves_seven_minutes_after_the_message(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
        harness.meanwhile().whenTokenIssued("Push to SQS", (token, call) -> {
            assertThat(call.parameters().at("/MessageBody/Order")).isEqualTo(7);
            harness.meanwhile()
                    .after(Duration.ofMinutes(7), () -> harness.sendTaskSuccess(token, "{\"approved\": true}"));
        });

        assertThat(harness.run("{\"order\": 7}")).hasSucceeded().hasRunFor(Duration.ofMinutes(7));
    }
    // end::token[]

    // tag::stop[]
    @Test
    void the_shop_closes_after_five_minutes(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
        Execution execution = harness.start("{\"order\": 7}");
        harness.meanwhile().after(Duration.ofMinutes(5), () -> harness.stop(execution, "Shop.Closed", "good night"));

        assertThat(harness.runToEnd(execution)).isAborted().hasRunFor(Duration.ofMinutes(5));
    }
    // end::stop[]
}
