package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What the tests that show every assertion assert on: some executions, each of which went its own way. */
abstract class EveryAssertion {
    static final StateMachine ORDER = StateMachine.load("order.asl.json");

    StateMachineHarness orders;
    Execution shipped;
    Execution declined;
    Execution parcels;
    Execution inspecting;
    Execution silent;
    Execution published;
    Execution stubbornly;
    Execution running;
    Execution imported;
    Execution tooBroken;
    Execution halfway;
    Execution broken;
    Execution late;
    Execution stopped;

    /** The verdict is what a message begins with; the whole text is in the guide's page on the assertions. */
    static void fails(ThrowingCallable assertion, String verdict) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionError.class);
        String paragraph = String.valueOf(failure.getMessage()).strip().split("\n\n", 2)[0];
        assertThat(paragraph.replace("\n", " ")).startsWith(verdict);
    }

    // tag::executions[]
    @BeforeEach
    void two_orders_of_which_one_is_declined() {
        orders = StateMachineHarness.create(ORDER);
        orders.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        orders.mockLambda("charge-card").inExecution("declined").fails("Payment.Declined", "no funds");
        orders.mock("ShipOrder").named("the queue").returns("{\"MessageId\": \"m-1\"}");
        shipped = orders.run("{\"order\": 7, \"total\": 129.90}");
        declined = orders.startExecution("order", "declined", "{\"order\": 8, \"total\": 5000}");
    }

    @BeforeEach
    void a_book_and_a_piano() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.load("parcels.asl.json"));
        harness.mockLambda("weigh").onItem(0).returns("{\"kilos\": 2}");
        harness.mockLambda("weigh").onItem(1).returns("{\"kilos\": 210.5}");
        parcels = harness.run("{\"parcels\": [\"book\", \"piano\"]}");
    }

    @BeforeEach
    void two_inspections_of_which_one_fell_silent() {
        StateMachine machine = StateMachine.load("inspection.asl.json");
        String activity = "arn:aws:states:us-east-1:123456789012:activity:inspect-car";
        StateMachineHarness harness = StateMachineHarness.create(machine);
        inspecting = harness.start("{\"car\": 1}");
        harness.getActivityTask(activity, "Ada");

        StateMachineHarness other = StateMachineHarness.create(machine);
        silent = other.start("{\"car\": 2}");
        String token = other.getActivityTask(activity, "Bob").taskToken();
        other.clock().advanceBy(Duration.ofSeconds(90));
        other.sendTaskHeartbeat(token);
        other.clock().advanceBy(Duration.ofMinutes(2));
    }

    @BeforeEach
    void three_videos() {
        StateMachine machine = StateMachine.load("publish-video.asl.json");
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("Render").jobNeverEnds();
        harness.mockLambda("check-rights").fails("NoRights", "expired in May");
        published = harness.run("{\"video\": 1}");

        StateMachineHarness notAllowed = StateMachineHarness.create(machine);
        notAllowed.mock("Render").jobNeverEnds().whoseCancelFails("not authorized");
        notAllowed.mockLambda("check-rights").fails("NoRights", "expired in May");
        stubbornly = notAllowed.run("{\"video\": 2}");

        StateMachineHarness waiting = StateMachineHarness.create(machine);
        waiting.mock("Render").jobNeverEnds();
        waiting.mockLambda("check-rights").neverAnswers();
        running = waiting.start("{\"video\": 3}");
    }

    @BeforeEach
    void four_imports_of_three_rows_of_which_one_has_no_price() {
        imported = imports(50, true, false);
        tooBroken = imports(1, true, false);
        halfway = imports(50, false, false);
        broken = imports(50, false, true);
    }

    private static Execution imports(int tolerated, boolean stored, boolean stop) {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.load("import.asl.json"));
        harness.s3().bucket("shop").put("few.csv", "sku,price\nsku-1,9.90\nsku-2,\nsku-3,4.50\n");
        if (stored) {
            harness.mock("Store").returns("{}");
        } else {
            harness.mock("Store").neverAnswers();
        }
        harness.mock("Tell the shop").returns("{\"MessageId\": \"m-1\"}");
        Execution execution =
                harness.start("{\"bucket\": \"shop\", \"key\": \"few.csv\", \"tolerated\": " + tolerated + "}");
        if (stop) {
            harness.stop(execution, null, null);
        }
        return execution;
    }

    @BeforeEach
    void one_that_is_late_and_one_that_is_stopped() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("late.asl.json", """
                {"TimeoutSeconds": 5, "StartAt": "Hurry", "States": {
                  "Hurry": {"Type": "Wait", "Seconds": 10, "Next": "Rest"},
                  "Rest": {"Type": "Succeed"}}}"""));
        stopped = harness.start("{}");
        harness.stop(stopped, "Enough", null);
        late = harness.run("{}");
    }
    // end::executions[]
}
