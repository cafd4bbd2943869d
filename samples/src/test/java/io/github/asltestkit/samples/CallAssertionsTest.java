package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every assertion on calls, tasks under way and Map Runs, as it holds and with the verdict of its failure. */
class CallAssertionsTest extends EveryAssertion {
    @Test
    void a_call() {
        // tag::call[]
        var shipping = assertThat(shipped).call("ShipOrder");
        var render = assertThat(published).call("Render");
        var stubborn = assertThat(stubbornly).call("Render");

        assertThat(shipped).call("ShipOrder").wasMadeAfter(Duration.ofSeconds(2));
        fails(
                () -> assertThat(shipped).call("ShipOrder").wasMadeAfter(Duration.ZERO),
                "The call of ShipOrder was not made as expected.");

        shipping.hasParameters(
                "{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/shipping\", \"MessageBody\": \"r-1\"}");
        fails(
                () -> shipping.hasParameters("{}"),
                "Parameters of the call of ShipOrder are not the JSON expected, first at /QueueUrl.");

        shipping.parameters().node("/MessageBody").isEqualTo("r-1");
        fails(
                () -> shipping.parameters().node("/MessageBody").isEqualTo("r-2"),
                "/MessageBody of the parameters of the call of ShipOrder is not the JSON expected.");

        shipping.wasMadeBy("ShipOrder");
        fails(() -> shipping.wasMadeBy("ChargeCard"), "The call of ShipOrder was not made as expected.");

        shipping.wasMadeTo("arn:aws:states:::sqs:sendMessage");
        fails(
                () -> shipping.wasMadeTo("arn:aws:states:::sns:publish"),
                "The call of ShipOrder was not made as expected.");

        shipping.wasMadeOnAttempt(1);
        fails(() -> shipping.wasMadeOnAttempt(2), "The call of ShipOrder was not made as expected.");

        shipping.wasAnsweredBy("the queue");
        fails(() -> shipping.wasAnsweredBy("the bank"), "The call of ShipOrder was not made as expected.");

        render.wasCancelledBy("StopTask");
        fails(
                () -> render.wasCancelledBy("TerminateJob"),
                "The job of Prepare[0]/Render was expected to be cancelled by TerminateJob, but it was cancelled by StopTask.");

        stubborn.couldNotBeCancelled("not authorized");
        fails(
                () -> render.couldNotBeCancelled("not authorized"),
                "The job of Prepare[0]/Render was expected to outlast its cancel, but it was cancelled by StopTask.");

        shipping.wasNotCancelled();
        fails(
                () -> render.wasNotCancelled(),
                "The job of Prepare[0]/Render was expected to be left alone, but it was cancelled by StopTask.");
        // end::call[]
    }

    @Test
    void the_calls_of_a_harness() {
        // tag::journal[]
        assertThat(orders.calls()).wereMade(4);
        fails(() -> assertThat(orders.calls()).wereMade(3), "The calls were not made as often as expected.");

        assertThat(orders.calls().ofState("ShipOrder")).wasMadeOnce();
        fails(
                () -> assertThat(orders.calls().ofLambda("charge-card")).wasMadeOnce(),
                "The calls were not made as often as expected.");

        assertThat(orders.calls().ofLambda("refund")).wereNeverMade();
        fails(
                () -> assertThat(orders.calls().ofState("ShipOrder")).wereNeverMade(),
                "The calls were not made as often as expected.");

        assertThat(orders.calls()).wereMadeAtLeast(2);
        fails(() -> assertThat(orders.calls()).wereMadeAtLeast(5), "The calls were not made as often as expected.");

        assertThat(orders.calls()).wereMadeAtMost(4);
        fails(() -> assertThat(orders.calls()).wereMadeAtMost(3), "The calls were not made as often as expected.");

        assertThat(orders.calls().inExecution("declined")).wereMadeBy("ChargeCard");
        fails(
                () -> assertThat(orders.calls().inExecution("declined")).wereMadeBy("ShipOrder"),
                "The calls were not made by the states expected.");

        assertThat(orders.calls()).list().hasSize(4);
        fails(() -> assertThat(orders.calls()).list().isEmpty(), "[calls]");
        // end::journal[]
    }

    @Test
    void a_task_under_way() {
        // tag::task[]
        var task = assertThat(inspecting).pendingTask("Inspect the car");
        var job = assertThat(running.pendingTasks().get(0));
        var response = assertThat(running.pendingTasks().get(1));

        task.isOfState("Inspect the car");
        fails(() -> task.isOfState("Wash the car"), "Attempt 1 of task Inspect the car is not in the expected state.");

        task.isAttempt(1);
        fails(() -> task.isAttempt(2), "Attempt 1 of task Inspect the car is not in the expected state.");

        task.hasTaskToken();
        fails(() -> response.hasTaskToken(), "Attempt 1 of task Prepare[1]/Check rights is not in the expected state.");

        job.wasSubmitted();
        fails(() -> task.wasSubmitted(), "Attempt 1 of task Inspect the car is not in the expected state.");

        task.wasNotSubmitted();
        fails(() -> job.wasNotSubmitted(), "Attempt 1 of task Prepare[0]/Render is not in the expected state.");

        task.hasParameters("{\"car\": 1}");
        fails(
                () -> task.hasParameters("{\"car\": 2}"),
                "Parameters of the task of Inspect the car are not the JSON expected, first at /car.");

        task.parameters().node("/car").isEqualTo(1);
        fails(
                () -> task.parameters().node("/car").isEqualTo(2),
                "/car of the parameters of the task of Inspect the car is not the JSON expected.");

        task.isDueAfter(Duration.ofMinutes(2));
        fails(
                () -> task.isDueAfter(Duration.ofHours(1)),
                "Attempt 1 of task Inspect the car is not in the expected state.");

        task.hasHeartbeats(0);
        fails(() -> task.hasHeartbeats(1), "Attempt 1 of task Inspect the car is not in the expected state.");
        // end::task[]
    }

    @Test
    void a_map_run() {
        // tag::maprun[]
        var rows = assertThat(imported).mapRun("Import rows");
        var refused = assertThat(tooBroken).mapRun("Import rows");

        assertThat(imported).mapRun("Import rows").hasSucceeded();
        fails(() -> rows.hasFailed(), "The Map Run of Import rows did not end as expected.");

        refused.hasFailed();
        fails(() -> refused.hasSucceeded(), "The Map Run of Import rows did not end as expected.");

        assertThat(halfway).mapRun("Import rows").isRunning();
        fails(() -> rows.isRunning(), "The Map Run of Import rows did not end as expected.");

        assertThat(broken).mapRun("Import rows").wasAborted();
        fails(() -> rows.wasAborted(), "The Map Run of Import rows did not end as expected.");

        rows.hasItems(3);
        fails(() -> rows.hasItems(2), "Expected a different number of items in the Map Run of Import rows.");

        rows.hasSucceededItems(2);
        fails(
                () -> rows.hasSucceededItems(3),
                "Expected a different number of succeeded items in the Map Run of Import rows.");

        rows.hasFailedItems(1);
        fails(
                () -> rows.hasFailedItems(0),
                "Expected a different number of failed items in the Map Run of Import rows.");

        rows.hasPendingItems(0);
        fails(
                () -> rows.hasPendingItems(1),
                "Expected a different number of pending items in the Map Run of Import rows.");

        rows.failedAtItems(1);
        fails(
                () -> rows.failedAtItems(0, 1),
                "Other child executions of the Map Run of Import rows failed than expected.");

        rows.item(1).failedWith("Row.WithoutPrice");
        fails(() -> rows.item(3), "The Map Run of Import rows started no child execution 3.");

        rows.items().hasSize(3);
        fails(() -> rows.items().isEmpty(), "[child executions of Import rows]");
        // end::maprun[]
    }
}
