package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.SingleState;
import io.github.asltestkit.SingleStateResult.Status;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.mock.FieldValidation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One state alone: its data flow step by step, and all that its Retriers and Catchers do. */
@StateMachineTest("order.asl.json")
class OneStateTest {

    // tag::handlers[]
    @ParameterizedTest(name = "{0}, retried {1} times: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            # error                         | retries | status       | waits | next
            Lambda.TooManyRequestsException , 0       , RETRIABLE    , PT2S  , ChargeCard
            Lambda.TooManyRequestsException , 1       , RETRIABLE    , PT4S  , ChargeCard
            Lambda.TooManyRequestsException , 2       , CAUGHT_ERROR , -     , RefundOrder
            Bank.Busy                       , 0       , RETRIABLE    , PT2S  , ChargeCard
            Bank.Busy                       , 1       , RETRIABLE    , PT4S  , ChargeCard
            Bank.Busy                       , 2       , CAUGHT_ERROR , -     , RefundOrder
            Payment.Declined                , 0       , CAUGHT_ERROR , -     , RefundOrder
            States.Timeout                  , 0       , CAUGHT_ERROR , -     , RefundOrder
            States.Runtime                  , 0       , FAILED       , -     , -
            """)
    void every_error_of_the_bank_is_handled(
            String error, int retries, Status status, Duration waits, String next, StateMachineHarness harness) {
        SingleState charge = harness.singleState("ChargeCard")
                .withInput("{\"order\": 7, \"total\": 12}")
                .withError(error)
                .withRetries(retries);

        assertThat(charge.run()).hasStatus(status);
        if (waits != null) {
            assertThat(charge.run()).retriesAfter(waits);
        }
        if (next == null) {
            assertThat(charge.run()).endsTheExecution();
        } else {
            assertThat(charge.run()).movesTo(next);
        }
    }
    // end::handlers[]

    // tag::chain[]
    @Test
    void a_busy_bank_is_asked_again(StateMachineHarness harness) {
        SingleState charge = harness.singleState("ChargeCard").withInput("{\"order\": 7, \"total\": 12}");

        assertThat(charge.withError("Bank.Busy").run())
                .isRetriable()
                .retriesAfter(Duration.ofSeconds(2))
                .movesTo("ChargeCard");
    }
    // end::chain[]

    // tag::reader[]
    @Test
    void the_rows_of_a_price_list_become_items() {
        SingleState rows = SingleState.of(StateMachine.load("import.asl.json"), "Import rows")
                .withInput("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 50}")
                .withItemReaderData("sku,price\napple,3\npear,\n")
                .withResult("{}");

        assertThat(rows.run())
                .inspected("afterItemSelector")
                .isEqualTo("""
                        [{"row": 0, "sku": "apple", "price": "3"}, {"row": 1, "sku": "pear", "price": ""}]""")
                .and()
                .movesTo("Done");
        assertThat(rows.withFailedIterations(2).run())
                .failedWith("States.ExceedToleratedFailureThreshold")
                .movesTo("Tell the shop");
    }
    // end::reader[]

    // tag::steps[]
    @Test
    void the_receipt_joins_the_order(StateMachineHarness harness) {
        SingleState charge = harness.singleState("ChargeCard")
                .withInput("{\"order\": 7, \"total\": 12}")
                .withResult("{\"StatusCode\": 200, \"Payload\": {\"receipt\": \"r-1\", \"balance\": 88}}");

        assertThat(charge.run())
                .hasSucceeded()
                .inspected("afterParameters")
                .isEqualTo("{\"FunctionName\": \"charge-card\", \"Payload\": {\"order\": 7, \"amount\": 12}}")
                .and()
                .inspected("afterResultSelector")
                .isEqualTo("{\"receipt\": \"r-1\"}")
                .and()
                .inspected("afterResultPath")
                .isEqualTo("{\"order\": 7, \"total\": 12, \"charge\": {\"receipt\": \"r-1\"}}")
                .and()
                .movesTo("ShipOrder");
    }
    // end::steps[]

    // tag::visit[]
    @Test
    void the_same_steps_are_there_for_each_visit_of_an_execution(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run("{\"order\": 7, \"total\": 12}"))
                .state("ChargeCard")
                .inspected("afterResultSelector")
                .isEqualTo("{\"receipt\": \"r-1\"}");
    }
    // end::visit[]

    // tag::harness[]
    @Test
    void the_call_may_be_answered_by_the_mocks_of_the_harness(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        assertThat(harness.singleState("ChargeCard")
                        .withInput("{\"order\": 7, \"total\": 12}")
                        .run())
                .movesTo("ShipOrder")
                .output()
                .node("/charge/receipt")
                .isEqualTo("r-1");
    }
    // end::harness[]

    // tag::alone[]
    @Test
    void a_state_needs_no_machine_around_it() {
        SingleState cheap = SingleState.ofState("""
                {"Type": "Choice", "Default": "Ship",
                 "Choices": [{"Variable": "$.total", "NumericGreaterThan": 100, "Next": "Approve"}]}""");

        assertThat(cheap.withInput("{\"total\": 100}").run()).movesTo("Ship");
        assertThat(cheap.withInput("{\"total\": 101}").run()).movesTo("Approve");
    }
    // end::alone[]

    @Test
    void a_result_may_be_short_of_what_the_service_always_gives() {
        SingleState start = SingleState.ofState("""
                        {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": true,
                         "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:s"}}""").withResult("{\"ExecutionArn\": \"arn\"}");

        assertThat(start.withFieldValidation(FieldValidation.PRESENT).run()).hasSucceeded();
    }
}
