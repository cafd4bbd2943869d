package shop;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

@StateMachineTest(definition = LargeTest.DEFINITION)
class LargeTest {
    static final String DEFINITION = """
            {
              "StartAt": "Size?",
              "States": {
                "Size?": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.n", "NumericGreaterThan": 10, "Next": "Large"}],
                  "Default": "Small"
                },
                "Large": {"Type": "Pass", "End": true},
                "Small": {"Type": "Pass", "End": true}
              }
            }
            """;

    @Test
    void large(StateMachineHarness harness) {
        harness.run("{\"n\": 11}");
    }
}
