package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be asked of the calls that were made, and how they are told. */
class CallJournalTest {
    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Next": "Ship", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge-card", "Payload": {"order.$": "$.order"}},
                "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 2}], "ResultPath": null},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                "Parameters": {"TopicArn": "t", "Message.$": "$"}, "End": true}}}"""));

    @BeforeEach
    void two_orders() {
        harness.mockLambda("charge-card")
                .named("bank")
                .fails("Bank.Busy", "later")
                .thenReturns("{}");
        harness.mock("Ship").returns("{\"MessageId\": \"m\"}");
        harness.run("{\"order\": 1}");
        harness.run("{\"order\": 2}");
    }

    @Test
    void the_words_that_narrow_a_mock_narrow_the_journal() {
        CallJournal calls = harness.calls();

        assertThat(calls.size()).isEqualTo(5);
        assertThat(calls.ofState("Charge").size()).isEqualTo(3);
        assertThat(calls.ofLambda("charge-card").onAttempt(2).size()).isEqualTo(1);
        assertThat(calls.ofResource("arn:aws:states:::sns:publish")
                        .withParameter("$.Message.order", 2)
                        .size())
                .isEqualTo(1);
        assertThat(calls.ofService("sns", "publish")
                        .withParameters("{\"TopicArn\": \"t\"}")
                        .size())
                .isEqualTo(2);
        assertThat(calls.answeredBy("bank").size()).isEqualTo(3);
        assertThat(calls.matching("no", call -> false).isEmpty()).isTrue();
        assertThat(calls.ofState("Ship").first().orElseThrow().toString())
                .isEqualTo("Ship (attempt 1) calls arn:aws:states:::sns:publish with"
                        + " {\"TopicArn\":\"t\",\"Message\":{\"order\":1}}, which succeeds: {\"MessageId\":\"m\"}");
        assertThat(calls.last().orElseThrow().call().stateName()).isEqualTo("Ship");
        assertThat(calls.ofState("Nobody").last()).isEmpty();
    }

    @Test
    void a_journal_stays_as_it_was() {
        CallJournal before = harness.calls();
        harness.run("{\"order\": 3}");

        assertThat(before).hasSize(5);
        assertThat(harness.calls()).hasSize(7);
    }

    @Test
    void what_no_call_can_have_is_refused() {
        assertThatThrownBy(() -> harness.calls().onAttempt(1).onAttempt(2))
                .hasMessage("No call has both: attempt 1 and 2");
    }

    @Test
    void the_calls_that_were_asked_for_are_marked() {
        assertThat(harness.calls().ofState("Charge").onAttempt(1)).hasToString("""
                  asked for: state Charge, attempt 1

                  * +0s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Charge (attempt 2)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":1}}
                  * +2s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":2}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":2}}
                """);
    }

    @Test
    void where_none_was_made_the_nearest_is_shown() {
        assertThat(harness.calls().ofLambda("charge-card").onAttempt(1).withParameter("$.order", 3))
                .hasToString("""
                  asked for: Lambda function charge-card, attempt 1, order equals 3

                    +0s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Charge (attempt 2)  {"FunctionName":"charge-card","Payload":{"order":1}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":1}}
                    +2s  Charge (attempt 1)  {"FunctionName":"charge-card","Payload":{"order":2}}
                    +2s  Ship (attempt 1)  {"TopicArn":"t","Message":{"order":2}}

                  nearest: Charge (attempt 1)

                    asked for                    | call
                    -----------------------------+------------
                    Lambda function  charge-card | charge-card
                    attempt          1           | 1
                    order            equals 3    | 1             <<<<< differs
                """);
    }
}
