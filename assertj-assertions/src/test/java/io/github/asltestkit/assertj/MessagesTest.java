package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole text of each failure. */
class MessagesTest {

    @Test
    void an_execution_that_failed_instead_of_succeeding() {
        fails(() -> assertThat(Samples.failed()).hasSucceeded(), """
                Execution of order.asl.json was expected to succeed, but it failed.

                  expected: SUCCEEDED
                   but was: FAILED with Order.Failed, cause: no money
                      path: ValidateOrder -> ChargeCard -> RefundOrder -> OrderFailed

                  why: OrderFailed is a Fail state: Order.Failed; before it, ChargeCard failed with Payment.Declined on attempt 3
                       (Retry[0], MaxAttempts 2, is exhausted), cause: no funds; Catch[1], ErrorEquals ["Payment.Declined"], leads to
                       RefundOrder
                   at: order.asl.json:19:20  /States/OrderFailed""");
    }

    @Test
    void an_execution_that_succeeded_instead_of_failing() {
        fails(() -> assertThat(Samples.succeeded()).hasFailed(), """
                Execution of order.asl.json was expected to fail, but it succeeded.

                  expected: FAILED
                   but was: SUCCEEDED
                      path: ValidateOrder -> ChargeCard -> ShipOrder -> NotifyCustomer
                    output: {"charged":true,"sum":12.0}

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void an_execution_that_is_still_running() {
        fails(() -> assertThat(Samples.waiting()).hasSucceeded(), """
                Execution of callback.asl.json was expected to succeed, but it is still running.

                  expected: SUCCEEDED
                   but was: RUNNING
                      path: Push to SQS

                  why: Push to SQS waits for its task token (entered at +0s)
                   at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void an_execution_that_failed_with_another_error() {
        fails(() -> assertThat(Samples.failed()).failedWith("Order.Refunded"), """
                Execution of order.asl.json failed with a different error than expected.

                  expected error: Order.Refunded
                    actual error: Order.Failed
                                        ^ first difference
                           cause: no money

                  why: OrderFailed is a Fail state: Order.Failed; before it, ChargeCard failed with Payment.Declined on attempt 3
                       (Retry[0], MaxAttempts 2, is exhausted), cause: no funds; Catch[1], ErrorEquals ["Payment.Declined"], leads to
                       RefundOrder
                   at: order.asl.json:19:20  /States/OrderFailed""");
    }

    @Test
    void an_execution_that_failed_with_another_cause() {
        fails(() -> assertThat(Samples.failed()).failedWith("Order.Failed", "no stock"), """
                Execution of order.asl.json failed with the expected error, but with a different cause.

                  expected cause: no stock
                    actual cause: no money
                                     ^ first difference
                           error: Order.Failed

                  why: OrderFailed is a Fail state: Order.Failed; before it, ChargeCard failed with Payment.Declined on attempt 3
                       (Retry[0], MaxAttempts 2, is exhausted), cause: no funds; Catch[1], ErrorEquals ["Payment.Declined"], leads to
                       RefundOrder
                   at: order.asl.json:19:20  /States/OrderFailed""");
    }

    @Test
    void a_path_that_differs_because_an_error_was_caught() {
        fails(
                () -> assertThat(Samples.failed())
                        .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer"),
                """
                Execution of order.asl.json took a different path than expected.

                  expected path: ValidateOrder -> ChargeCard -> ShipOrder -> NotifyCustomer
                    actual path: ValidateOrder -> ChargeCard -> RefundOrder -> OrderFailed
                                                                ^ position 3: ShipOrder expected, RefundOrder entered

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void a_path_that_differs_because_of_a_choice() {
        fails(() -> assertThat(Samples.nested()).tookPath("Each", "Decide", "Lost"), """
                Execution of nested.asl.json took a different path than expected.

                  expected path: Each -> Decide -> Lost
                    actual path: Each -> Decide -> Done
                                                   ^ position 3: Lost expected, Done entered

                  why: Choices[0] of Decide led to Done, input [[1,{"MessageId":"m-1"}],[2,{"MessageId":"m-1"}]]
                   at: nested.asl.json:27:19  /States/Decide/Choices/0""");
    }

    @Test
    void a_path_that_is_too_short() {
        fails(() -> assertThat(Samples.waiting()).tookPath("Push to SQS", "Next one"), """
                Execution of callback.asl.json took a different path than expected.

                  expected path: Push to SQS -> Next one
                    actual path: Push to SQS
                                                ^ position 2: Next one expected, none entered

                  why: Push to SQS waits for its task token (entered at +0s)
                   at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void a_path_inside_an_item_that_differs() {
        fails(
                () -> assertThat(Samples.nested())
                        .state("Each")
                        .item(1)
                        .state("Both")
                        .branch(0)
                        .tookPath("Wait"),
                """
                Each[1]/Both[0] of the execution of nested.asl.json took a different path than expected.

                  expected path: Wait
                    actual path: Wait -> After
                                         ^ position 2: no further state expected, After entered

                  why: Next of Each[1]/Both[0]/Wait is After
                   at: nested.asl.json:13:93  /States/Each/ItemProcessor/States/Both/Branches/0/States/Wait/Next""");
    }

    @Test
    void states_that_did_not_come_in_order() {
        fails(() -> assertThat(Samples.succeeded()).tookPathInOrder("ShipOrder", "ChargeCard"), """
                Execution of order.asl.json did not enter the expected states in that order.

                  expected in order: ShipOrder -> ChargeCard
                                                  ^ ChargeCard was not entered after ShipOrder
                        actual path: ValidateOrder -> ChargeCard -> ShipOrder -> NotifyCustomer

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_path_that_matches_no_pattern() {
        fails(() -> assertThat(Samples.succeeded()).tookPathMatching(".*Refund.*"), """
                Execution of order.asl.json took a path that does not match the pattern.

                  expected pattern: .*Refund.*
                       actual path: ValidateOrder -> ChargeCard -> ShipOrder -> NotifyCustomer

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_state_that_was_not_entered() {
        fails(() -> assertThat(Samples.succeeded()).visited("ShipOder"), """
                State ShipOder was expected to be entered, but it was not.

                  path: ValidateOrder -> ChargeCard -> ShipOrder -> NotifyCustomer
                  hint: did you mean "ShipOrder"?

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_state_that_was_entered_against_expectation() {
        fails(() -> assertThat(Samples.failed()).neverVisited("RefundOrder"), """
                State RefundOrder was not expected to be entered, but it was, at +3s.

                  path: ValidateOrder -> ChargeCard -> RefundOrder -> OrderFailed

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void a_state_that_was_entered_more_often() {
        fails(() -> assertThat(Samples.nested()).visitedTimes("Call", 1), """
                State Call was entered 2 times, but was expected to be entered once.

                  entry 1: +0s Each[0]/Both[1]/Call SUCCEEDED
                  entry 2: +0s Each[1]/Both[1]/Call SUCCEEDED

                  path: Each -> Decide -> Done

                  why: Done was the last state and succeeded
                   at: nested.asl.json:30:13  /States/Done""");
    }

    @Test
    void an_execution_that_took_longer() {
        fails(() -> assertThat(Samples.silent()).hasRunFor(Duration.ofMinutes(9)), """
                Execution of callback.asl.json ran 1m longer than expected, in virtual time.

                  expected: 9m
                   but was: 10m

                  why: Push to SQS timed out with States.Timeout on attempt 1, a heartbeat was missed
                   at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void a_state_that_took_shorter() {
        fails(() -> assertThat(Samples.succeeded()).state("ChargeCard").lasted(Duration.ofSeconds(3)), """
                ChargeCard lasted 2s shorter than expected, in virtual time.

                  expected: 3s
                   but was: 1s
                  attempts: 1 at +0s FAILED Payment.Declined; 2 at +1s (waited 1s) SUCCEEDED

                  at: order.asl.json:5:19  /States/ChargeCard""");
    }

    @Test
    void a_state_that_waits_for_no_token() {
        fails(() -> assertThat(Samples.succeeded()).isWaitingForTaskToken("ChargeCard"), """
                No task of ChargeCard waits for its task token.

                   but was: ChargeCard entered at +0s, SUCCEEDED
                  attempts: 1 at +0s FAILED Payment.Declined; 2 at +1s (waited 1s) SUCCEEDED
                    status: SUCCEEDED

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void another_number_of_attempts() {
        fails(() -> assertThat(Samples.failed()).state("ChargeCard").wasAttempted(2), """
                ChargeCard was not attempted as often as expected.

                  expected attempts: 2
                    actual attempts: 3

                  attempt 1: +0s, FAILED Payment.Declined
                  attempt 2: +1s, waited 1s, FAILED Payment.Declined
                  attempt 3: +3s, waited 2s, FAILED Payment.Declined

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void another_wait_before_a_retry() {
        fails(
                () -> assertThat(Samples.failed()).state("ChargeCard").at(1).waitedBeforeRetry(Duration.ofSeconds(1)),
                """
                ChargeCard did not wait as expected after attempt 2.

                  expected wait: 1s
                    actual wait: 2s

                  attempt 1: +0s, FAILED Payment.Declined
                  attempt 2: +1s, waited 1s, FAILED Payment.Declined
                  attempt 3: +3s, waited 2s, FAILED Payment.Declined

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void an_attempt_that_was_not_made() {
        fails(() -> assertThat(Samples.succeeded()).state("ChargeCard").at(2), """
                ChargeCard has no attempt at index 2 (0 is the first try).

                  attempt 1: +0s, FAILED Payment.Declined
                  attempt 2: +1s, waited 1s, SUCCEEDED

                  at: order.asl.json:5:19  /States/ChargeCard""");
    }

    @Test
    void an_attempt_that_ended_otherwise() {
        fails(() -> assertThat(Samples.succeeded()).state("ChargeCard").at(1).failedWith("Payment.Declined"), """
                Attempt 2 of ChargeCard did not end as expected.

                  expected: an error Payment.Declined
                   but was: SUCCEEDED

                  attempt 1: +0s, FAILED Payment.Declined
                  attempt 2: +1s, waited 1s, SUCCEEDED

                  at: order.asl.json:5:19  /States/ChargeCard""");
    }

    @Test
    void a_state_that_was_not_caught() {
        fails(() -> assertThat(Samples.succeeded()).state("ChargeCard").wasCaughtBy("RefundOrder"), """
                ChargeCard was expected to be caught, but nothing was.

                  expected: caught, then RefundOrder
                   but was: SUCCEEDED, then ShipOrder

                  why: Next of ChargeCard is ShipOrder
                   at: order.asl.json:14:15  /States/ChargeCard/Next""");
    }

    @Test
    void a_state_that_led_elsewhere() {
        fails(() -> assertThat(Samples.failed()).state("ChargeCard").leadsTo("ShipOrder"), """
                ChargeCard did not lead to the expected state.

                  expected next: ShipOrder
                    actual next: RefundOrder

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void a_heartbeat_that_was_not_missed() {
        fails(() -> assertThat(Samples.completed()).state("Push to SQS").missedHeartbeat(), """
                Expected Push to SQS to miss a heartbeat, but the task was completed first.

                  expected: heartbeat deadline passed
                   but was: attempt 1 SUCCEEDED at +7m30s, by SendTaskSuccess
                            -> at Samples.completed(Samples.java:LINE)

                  deadlines of Push to SQS, attempt 1:
                    HeartbeatSeconds    600   set +0s   due +10m   <<<<< 2m30s after completion
                    TimeoutSeconds     3600   set +0s   due +1h

                  at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void a_state_that_did_not_time_out() {
        fails(() -> assertThat(Samples.waiting()).state("Push to SQS").timedOut(), """
                Expected Push to SQS to time out, but the task is still under way.

                  expected: timed out
                   but was: attempt 1 RUNNING

                  deadlines of Push to SQS, attempt 1:
                    HeartbeatSeconds    600   set +0s   due +10m
                    TimeoutSeconds     3600   set +0s   due +1h   <<<<< still to come: it is +9m

                  at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void a_state_that_ended_otherwise() {
        fails(() -> assertThat(Samples.failed()).state("ChargeCard").hasSucceeded(), """
                ChargeCard did not end as expected.

                  expected: SUCCEEDED
                   but was: CAUGHT Payment.Declined

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void a_branch_that_is_not_there() {
        fails(() -> assertThat(Samples.nested()).state("Each").item(2), """
                Each has no item 2.

                  item 0: SUCCEEDED, Both
                  item 1: SUCCEEDED, Both

                  at: nested.asl.json:4:13  /States/Each""");
    }

    @Test
    void a_variable_that_was_not_assigned() {
        fails(() -> assertThat(Samples.nested()).state("Each").assigned("cuont"), """
                Each did not assign the variable cuont.

                  assigned: count

                  at: nested.asl.json:4:13  /States/Each""");
    }

    @Test
    void an_output_that_differs() {
        fails(() -> assertThat(Samples.succeeded()).output().isEqualTo("{\"charged\": false, \"sum\": 12}"), """
                Output of the execution of order.asl.json is not the JSON expected, first at /charged.

                  expected: false
                   but was: true

                  expected JSON: {"charged":false,"sum":12}
                    actual JSON: {"charged":true,"sum":12.0}

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_node_that_is_not_there() {
        fails(() -> assertThat(Samples.succeeded()).output().node("/chargd"), """
                Output of the execution of order.asl.json has nothing at /chargd.

                  actual JSON: {"charged":true,"sum":12.0}
                         hint: did you mean "charged"?

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_node_that_differs() {
        fails(() -> assertThat(Samples.succeeded()).output().node("/sum").isEqualTo(13), """
                /sum of the output of the execution of order.asl.json is not the JSON expected.

                  expected: 13
                   but was: 12.0

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_node_that_should_not_be_there() {
        fails(() -> assertThat(Samples.succeeded()).output().hasNoNode("/sum"), """
                Output of the execution of order.asl.json has a value at /sum, but none was expected.

                  but was: 12.0

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void the_output_of_a_state_that_was_not_left() {
        fails(() -> assertThat(Samples.waiting()).state("Push to SQS").output(), """
                Output of Push to SQS is not there: the state is RUNNING.

                  at: callback.asl.json:4:20  /States/Push to SQS""");
    }

    @Test
    void an_array_of_another_size() {
        fails(() -> assertThat(Samples.nested()).output().hasSize(3), """
                Output of the execution of nested.asl.json does not have the expected size.

                  expected size: 3
                    actual size: 2
                    actual JSON: [[1,{"MessageId":"m-1"}],[2,{"MessageId":"m-1"}]]

                  why: Done was the last state and succeeded
                   at: nested.asl.json:30:13  /States/Done""");
    }
}
