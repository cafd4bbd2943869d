package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.StateMachine;
import org.junit.jupiter.api.Test;

class BehaviourDiffAssertTest {
    private static final String ORDER = """
            {
              "StartAt": "Large?",
              "States": {
                "Large?": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Wait"}],
                  "Default": "Pay"
                },
                "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Pay"},
                "Pay": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pay", "End": true}
              }
            }
            """;

    private static BehaviourDiff diff(String text, String other) {
        return BehaviourDiff.between(
                        StateMachine.parse("order.asl.json", ORDER),
                        StateMachine.parse("order.asl.json", ORDER.replace(text, other)))
                .compare();
    }

    @Test
    void no_difference() {
        assertThat(diff("", "")).hasNoDifference().differsOnlyIn("Pay");
        fails(() -> assertThat(diff("60", "90")).hasNoDifference(), """
                order.asl.json was expected to behave as before, but it does not.

                   compared: 7 scenarios: 4 inputs that were found, 3 failures
                  different: 1

                  total = 1001
                      ends at +1m1s -> ends at +1m31s
                      at order.asl.json:9:13  /States/Wait
                         Seconds: 60 became 90""");
    }

    @Test
    void a_difference_elsewhere() {
        assertThat(diff("60", "90")).differsOnlyIn("Wait");
        assertThat(diff("60", "90")).differsOnlyIn("Pay", "Wait");
        fails(() -> assertThat(diff("60", "90")).differsOnlyIn("Pay"), """
                order.asl.json was expected to behave differently only in Pay, but it also does in Wait.

                  compared: 7 scenarios: 4 inputs that were found, 3 failures

                  total = 1001
                      ends at +1m1s -> ends at +1m31s
                      at order.asl.json:9:13  /States/Wait
                         Seconds: 60 became 90""");
    }

    @Test
    void a_state_that_is_none() {
        fails(() -> assertThat(diff("60", "90")).differsOnlyIn("Larg?"), """
                Neither the old nor the new order.asl.json has a state Larg?.

                  states: Large?, Wait, Pay
                    hint: did you mean "Large?"?""");
    }
}
