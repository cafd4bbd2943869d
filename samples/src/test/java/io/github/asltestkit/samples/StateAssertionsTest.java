package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.inspection.VisitOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every assertion on a stay in a state, an attempt, a branch, as it holds and with the verdict of its failure. */
class StateAssertionsTest extends EveryAssertion {
    @Test
    void a_stay_in_a_state() {
        // tag::state[]
        assertThat(shipped).state("ChargeCard").hasSucceeded();
        fails(() -> assertThat(declined).state("ChargeCard").hasSucceeded(), "ChargeCard did not end as expected.");

        assertThat(silent).state("Nobody came").hasFailed();
        fails(() -> assertThat(declined).state("ChargeCard").hasFailed(), "ChargeCard did not end as expected.");

        assertThat(published).state("Render").wasAborted();
        fails(() -> assertThat(shipped).state("ShipOrder").wasAborted(), "ShipOrder did not end as expected.");

        assertThat(declined).state("ChargeCard").hasOutcome(VisitOutcome.CAUGHT);
        fails(
                () -> assertThat(shipped).state("ChargeCard").hasOutcome(VisitOutcome.CAUGHT),
                "ChargeCard did not end as expected.");

        assertThat(declined).state("ChargeCard").failedWith("Payment.Declined");
        fails(
                () -> assertThat(shipped).state("ChargeCard").failedWith("Bank.Busy"),
                "ChargeCard did not end as expected.");

        assertThat(declined).state("ChargeCard").wasCaughtBy("RefundOrder");
        fails(
                () -> assertThat(shipped).state("ChargeCard").wasCaughtBy("RefundOrder"),
                "ChargeCard was expected to be caught, but nothing was.");

        assertThat(declined).state("ChargeCard").wasCaughtBy(0);
        fails(
                () -> assertThat(declined).state("ChargeCard").wasCaughtBy(1),
                "ChargeCard was expected to be caught by Catch[1], but it was not.");

        assertThat(shipped).state("ChargeCard").leadsTo("ShipOrder");
        fails(
                () -> assertThat(declined).state("ChargeCard").leadsTo("ShipOrder"),
                "ChargeCard did not lead to the expected state.");

        assertThat(shipped).state("ChargeCard").wasAttempted(2);
        fails(
                () -> assertThat(shipped).state("ChargeCard").wasAttempted(3),
                "ChargeCard was not attempted as often as expected.");

        assertThat(shipped).state("ChargeCard").waitedBetweenAttempts(Duration.ofSeconds(2));
        fails(
                () -> assertThat(shipped).state("ChargeCard").waitedBetweenAttempts(Duration.ofSeconds(1)),
                "ChargeCard did not wait as expected between its attempts.");

        assertThat(shipped).state("ChargeCard").waitedBetweenAttemptsAtMost(Duration.ofSeconds(3));
        fails(
                () -> assertThat(shipped).state("ChargeCard").waitedBetweenAttemptsAtMost(Duration.ofSeconds(1)),
                "ChargeCard waited longer between its attempts than expected, or not as often.");

        assertThat(shipped).state("ChargeCard").at(1).hasSucceeded();
        fails(
                () -> assertThat(shipped).state("ChargeCard").at(2),
                "ChargeCard has no attempt at index 2 (0 is the first try).");

        assertThat(silent).state("Inspect the car").timedOut();
        fails(
                () -> assertThat(shipped).state("ShipOrder").timedOut(),
                "Expected ShipOrder to time out, but the task was completed first.");

        assertThat(silent).state("Inspect the car").missedHeartbeat();
        fails(
                () -> assertThat(shipped).state("ShipOrder").missedHeartbeat(),
                "Expected ShipOrder to miss a heartbeat, but the task was completed first.");

        assertThat(silent).state("Inspect the car").timedOutAwaiting(Awaited.WORKER_TO_REPORT);
        fails(
                () -> assertThat(silent).state("Inspect the car").timedOutAwaiting(Awaited.WORKER_TO_TAKE_IT),
                "Expected Inspect the car to time out waiting for a worker to take the task, but it waited for the worker that took the task.");

        assertThat(silent).state("Inspect the car").hasHeartbeats(1);
        fails(
                () -> assertThat(silent).state("Inspect the car").hasHeartbeats(2),
                "Inspect the car was not sent the expected number of heartbeats in time.");

        assertThat(parcels).state("ByTruck").lasted(Duration.ofHours(1));
        fails(
                () -> assertThat(parcels).state("ByTruck").lasted(Duration.ofHours(2)),
                "EachParcel[1]/ByTruck lasted 1h shorter than expected, in virtual time.");

        assertThat(parcels).state("ByTruck").duration().isPositive();
        fails(() -> assertThat(inspecting).state("Inspect the car").duration(), "Inspect the car has not ended.");

        assertThat(parcels).state("EachParcel[0]/Weigh").hasInput("book");
        fails(
                () -> assertThat(parcels).state("EachParcel[0]/Weigh").hasInput("piano"),
                "Input of EachParcel[0]/Weigh is not the JSON expected.");

        assertThat(parcels).state("ByBike").hasOutput("{\"parcel\": \"book\", \"kilos\": 2}");
        fails(
                () -> assertThat(parcels).state("ByBike").hasOutput("{\"parcel\": \"piano\", \"kilos\": 2}"),
                "Output of EachParcel[0]/ByBike is not the JSON expected, first at /parcel.");

        assertThat(parcels).state("EachParcel[0]/Weigh").input().isEqualTo("book");
        fails(
                () -> assertThat(parcels).state("EachParcel[0]/Weigh").input().isEqualTo("box"),
                "Input of EachParcel[0]/Weigh is not the JSON expected.");

        assertThat(parcels).state("EachParcel[0]/Weigh").output().node("/kilos").isEqualTo(2);
        fails(
                () -> assertThat(inspecting).state("Inspect the car").output(),
                "Output of Inspect the car is not there: the state is RUNNING.");

        assertThat(shipped)
                .state("ChargeCard")
                .inspected("afterResultSelector")
                .node("/receipt")
                .isEqualTo("r-1");
        fails(
                () -> assertThat(shipped).state("ChargeCard").inspected("afterArguments"),
                "ChargeCard took no step afterArguments.");

        assertThat(parcels).state("EachParcel[0]/Weigh").assigned("kilos").isEqualTo(2);
        fails(
                () -> assertThat(parcels).state("EachParcel[0]/Weigh").assigned("kilo"),
                "EachParcel[0]/Weigh did not assign the variable kilo.");

        assertThat(parcels).state("EachParcel").item(1).hasSucceeded();
        fails(() -> assertThat(parcels).state("EachParcel").item(2), "EachParcel has no item 2.");

        assertThat(published).state("Prepare").branch(0).wasAborted();
        fails(() -> assertThat(published).state("Prepare").branch(2), "Prepare has no branch 2.");

        assertThat(parcels).state("EachParcel").hasBranches(2);
        fails(
                () -> assertThat(parcels).state("EachParcel").hasBranches(3),
                "EachParcel did not start the expected number of branches or iterations.");
        // end::state[]
    }

    @Test
    void an_attempt_of_a_state() {
        // tag::attempt[]
        var charged = assertThat(shipped).state("ChargeCard");
        var inspected = assertThat(silent).state("Inspect the car");

        charged.at(1).hasSucceeded();
        fails(() -> charged.at(0).hasSucceeded(), "Attempt 1 of ChargeCard did not end as expected.");

        charged.at(0).failedWith("Bank.Busy");
        fails(() -> charged.at(1).failedWith("Bank.Busy"), "Attempt 2 of ChargeCard did not end as expected.");

        charged.at(0).failedWith("Bank.Busy", "try later");
        fails(
                () -> charged.at(0).failedWith("Bank.Busy", "closed"),
                "Attempt 1 of ChargeCard did not end as expected.");

        charged.at(0).waitedBeforeRetry(Duration.ofSeconds(2));
        fails(
                () -> charged.at(1).waitedBeforeRetry(Duration.ofSeconds(2)),
                "ChargeCard did not wait as expected after attempt 2.");

        charged.at(0).waitedBeforeRetryBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        fails(
                () -> charged.at(0).waitedBeforeRetryBetween(Duration.ofSeconds(3), Duration.ofSeconds(5)),
                "ChargeCard did not wait within the bounds after attempt 1.");

        charged.at(0).wasRetriedBy(0);
        fails(
                () -> charged.at(1).wasRetriedBy(0),
                "Attempt 2 of ChargeCard was expected to be retried by Retry[0], but it was not.");

        inspected.at(0).timedOut();
        fails(() -> charged.at(0).timedOut(), "Attempt 1 of ChargeCard did not end as expected.");

        inspected.at(0).missedHeartbeat();
        fails(() -> charged.at(0).missedHeartbeat(), "Attempt 1 of ChargeCard did not end as expected.");

        inspected.at(0).timedOutAwaiting(Awaited.WORKER_TO_REPORT);
        fails(
                () -> inspected.at(0).timedOutAwaiting(Awaited.WORKER_TO_TAKE_IT),
                "Expected Inspect the car to time out waiting for a worker to take the task, but it waited for the worker that took the task.");

        charged.at(0).parameters().node("/Payload/order").isEqualTo(7);
        fails(
                () -> charged.at(0).parameters().node("/Payload/order").isEqualTo(8),
                "/Payload/order of the parameters of ChargeCard, attempt 1 is not the JSON expected.");

        charged.at(1).result().node("/Payload/receipt").isEqualTo("r-1");
        fails(() -> charged.at(0).result(), "Result of ChargeCard, attempt 1 is not there: the attempt is FAILED.");
        // end::attempt[]
    }

    @Test
    void a_branch_or_an_item() {
        // tag::branch[]
        var piano = assertThat(parcels).state("EachParcel").item(1);
        var rendering = assertThat(published).state("Prepare").branch(0);
        var rights = assertThat(published).state("Prepare").branch(1);

        piano.tookPath("Weigh", "IsHeavy", "ByTruck");
        fails(
                () -> piano.tookPath("Weigh", "IsHeavy", "ByBike"),
                "EachParcel[1] of the execution of parcels.asl.json took a different path than expected.");

        piano.tookPathInOrder("Weigh", "ByTruck");
        fails(
                () -> piano.tookPathInOrder("ByTruck", "Weigh"),
                "EachParcel[1] of the execution of parcels.asl.json did not enter the expected states in that order.");

        piano.tookPathMatching(".* -> ByTruck");
        fails(
                () -> piano.tookPathMatching(".* -> ByBike"),
                "EachParcel[1] of the execution of parcels.asl.json took a path that does not match the pattern.");

        piano.hasSucceeded();
        fails(() -> rights.hasSucceeded(), "Prepare[1] did not end as expected.");

        rights.hasFailed();
        fails(() -> piano.hasFailed(), "EachParcel[1] did not end as expected.");

        rendering.wasAborted();
        fails(() -> piano.wasAborted(), "EachParcel[1] did not end as expected.");

        piano.variable("kilos").isEqualTo(210.5);
        fails(
                () -> piano.variable("total"),
                "EachParcel[1] of the execution of parcels.asl.json has no variable total: no state assigned it.");

        piano.state("ByTruck").lasted(Duration.ofHours(1));
        fails(() -> piano.state("ByBike"), "State ByBike was expected to be entered in EachParcel[1], but it was not.");
        // end::branch[]
    }
}
