package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.StateMachineHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls of a harness: each assertion as it holds, and the whole text of its failure. */
class CallJournalAssertTest {
    private final StateMachineHarness harness = Samples.harness("order.asl.json", """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Next": "Ship", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge-card", "Payload": {"order.$": "$.order"}},
                "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 2}], "ResultPath": null},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                "Parameters": {"TopicArn": "t", "Message.$": "$"}, "End": true}}}""");

    @BeforeEach
    void an_order() {
        harness.mockLambda("charge-card").fails("Bank.Busy", "later").thenReturns("{}");
        harness.mock("Ship").returns("{\"MessageId\": \"m\"}");
        harness.run("{\"order\": 1}");
    }

    @Test
    void calls_are_counted_and_told_by_their_states() {
        assertThat(harness.calls()).wereMade(3).wereMadeBy("Charge", "Charge", "Ship");
        assertThat(harness.calls().ofLambda("charge-card")).wereMadeAtLeast(2).wereMadeAtMost(2);
        assertThat(harness.calls().ofState("Ship")).wasMadeOnce().list().hasSize(1);
        assertThat(harness.calls().ofService("sns", "publish").withParameter("$.Message.order", 2))
                .wereNeverMade();

        AslSoftAssertions softly = new AslSoftAssertions();
        softly.assertThat(harness.calls()).wereMade(3);
        softly.assertAll();
    }

    @Test
    void calls_made_too_seldom() {
        fails(() -> assertThat(harness.calls().ofLambda("charge-card")).wereMade(3), """
                The calls were not made as often as expected.

                  expected: 3 calls
                  but were: 2

                  asked for: Lambda function charge-card

                  * +0s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":1}}
                  * +2s  Charge (attempt 2)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":1}}""");
    }

    @Test
    void a_call_that_should_not_have_been_made() {
        fails(() -> assertThat(harness.calls().ofState("Ship")).wereNeverMade(), """
                The calls were not made as often as expected.

                  expected: none
                  but were: 1

                  asked for: state Ship

                    +0s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Charge (attempt 2)  {"FunctionName":"charge-card","Payload":{"order":1}}
                  * +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":1}}""");
    }

    @Test
    void no_such_call() {
        fails(
                () -> assertThat(harness.calls().ofState("Charge").withParameter("$.Payload.order", 2))
                        .wereMadeAtLeast(1),
                """
                No such call was made.

                  expected: 1 call or more
                  but were: none

                  asked for: state Charge, Payload.order equals 2

                    +0s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Charge (attempt 2)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":1}}

                  nearest: Charge (attempt 1)

                    asked for               | call
                    ------------------------+-------
                    state          Charge   | Charge
                    Payload.order  equals 2 | 1        <<<<< differs""");
    }

    @Test
    void calls_in_another_order() {
        fails(() -> assertThat(harness.calls()).wereMadeBy("Charge", "Ship"), """
                The calls were not made by the states expected.

                  expected: Charge, Ship
                  but were: Charge, Charge, Ship

                  asked for: all calls

                    +0s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Charge (attempt 2)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":1}}""");
    }
}
