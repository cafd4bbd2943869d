package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionHistory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A number of twelve characters with a billion digits is never written out. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HugeExponentTest {

    @Test
    void a_wait_of_next_to_nothing_or_of_for_ever() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("wait.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "W", "States": {
                  "W": {"Type": "Wait", "Seconds": "{% $states.input.s %}", "End": true}}}"""));
        assertThat(harness.run("{\"s\": 1e-999999999}").elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(harness.run("{\"s\": 1e999999999}").error()).isNotNull();

        StateMachineHarness byPath = StateMachineHarness.create(StateMachine.parse("wait.asl.json", """
                {"StartAt": "W", "States": {"W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}"""));
        assertThat(byPath.run("{\"s\": 1e-999999999}").elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(byPath.run("{\"s\": 1e999999999}").history().events()).hasSizeGreaterThan(1);
    }

    @Test
    void a_timestamp_of_a_history() {
        for (String time : new String[] {"1e999999999", "-1e999999999", "1e-999999999"}) {
            assertThatThrownBy(() -> ExecutionHistory.parse("{\"events\": [{\"timestamp\": " + time
                            + ", \"type\": \"ExecutionStarted\", \"id\": 1, \"previousEventId\": 0}]}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "timestamp is neither ISO 8601 text with an offset nor seconds since the epoch");
        }
    }
}
