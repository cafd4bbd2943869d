package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every assertion on an execution and what ran in it, as it holds and with the verdict of its failure. */
class ExecutionAssertionsTest extends EveryAssertion {
    @Test
    void what_an_execution_did() {
        // tag::execution[]
        assertThat(shipped).hasSucceeded();
        fails(
                () -> assertThat(declined).hasSucceeded(),
                "Execution of order.asl.json was expected to succeed, but it failed.");

        assertThat(declined).hasFailed();
        fails(
                () -> assertThat(shipped).hasFailed(),
                "Execution of order.asl.json was expected to fail, but it succeeded.");

        assertThat(inspecting).isRunning();
        fails(
                () -> assertThat(shipped).isRunning(),
                "Execution of order.asl.json was expected to be still running, but it succeeded.");

        assertThat(late).hasTimedOut();
        fails(
                () -> assertThat(shipped).hasTimedOut(),
                "Execution of order.asl.json was expected to time out, but it succeeded.");

        assertThat(stopped).isAborted();
        fails(
                () -> assertThat(shipped).isAborted(),
                "Execution of order.asl.json was expected to be stopped, but it succeeded.");

        assertThat(shipped).hasStatus(ExecutionStatus.SUCCEEDED);
        fails(
                () -> assertThat(shipped).hasStatus(ExecutionStatus.FAILED),
                "Execution of order.asl.json was expected to fail, but it succeeded.");

        assertThat(declined).failedWith("Payment.Declined");
        fails(
                () -> assertThat(declined).failedWith("Bank.Busy"),
                "Execution of order.asl.json failed with a different error than expected.");

        assertThat(declined).failedWith("Payment.Declined", "no funds");
        fails(
                () -> assertThat(declined).failedWith("Payment.Declined", "stolen"),
                "Execution of order.asl.json failed with the expected error, but with a different cause.");

        assertThat(late).timedOutIn("Hurry");
        fails(
                () -> assertThat(late).timedOutIn("Rest"),
                "Execution of late.asl.json timed out in a different state than expected.");

        assertThat(parcels).tookPath("EachParcel", "Report");
        fails(
                () -> assertThat(parcels).tookPath("EachParcel"),
                "Execution of parcels.asl.json took a different path than expected.");

        assertThat(shipped).tookPathInOrder("ValidateOrder", "ShipOrder");
        fails(
                () -> assertThat(shipped).tookPathInOrder("ShipOrder", "ChargeCard"),
                "Execution of order.asl.json did not enter the expected states in that order.");

        assertThat(parcels).tookPathMatching(".* -> Report");
        fails(
                () -> assertThat(parcels).tookPathMatching("Report -> .*"),
                "Execution of parcels.asl.json took a path that does not match the pattern.");

        assertThat(parcels).visited("Weigh", "ByTruck");
        fails(
                () -> assertThat(shipped).visited("RefundOrder"),
                "State RefundOrder was expected to be entered, but it was not.");

        assertThat(shipped).neverVisited("RefundOrder");
        fails(
                () -> assertThat(declined).neverVisited("RefundOrder"),
                "State RefundOrder was not expected to be entered, but it was, at +0s.");

        assertThat(parcels).visitedTimes("Weigh", 2);
        fails(
                () -> assertThat(parcels).visitedTimes("Weigh", 1),
                "State Weigh was entered 2 times, but was expected to be entered once.");

        assertThat(parcels).hasRunFor(Duration.ofHours(1));
        fails(
                () -> assertThat(parcels).hasRunFor(Duration.ofHours(2)),
                "Execution of parcels.asl.json ran 1h shorter than expected, in virtual time.");

        assertThat(parcels).hasRunForBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        fails(
                () -> assertThat(parcels).hasRunForBetween(Duration.ZERO, Duration.ofMinutes(1)),
                "Execution of parcels.asl.json did not run within the expected virtual time.");

        assertThat(parcels).elapsed().isLessThan(Duration.ofDays(1));
        fails(() -> assertThat(parcels).elapsed().isLessThan(Duration.ofMinutes(1)), "[virtual time of the execution]");

        assertThat(parcels).hasSpentIn("ByTruck", Duration.ofHours(1));
        fails(
                () -> assertThat(parcels).hasSpentIn("ByBike", Duration.ofHours(1)),
                "Execution of parcels.asl.json spent 1h less in ByBike than expected, in virtual time.");

        assertThat(shipped).hasBilledStateTransitions(5);
        fails(
                () -> assertThat(shipped).hasBilledStateTransitions(4),
                "Execution of order.asl.json is not billed for the expected number of state transitions.");

        assertThat(inspecting).isWaitingForTaskToken("Inspect the car");
        fails(
                () -> assertThat(shipped).isWaitingForTaskToken("ChargeCard"),
                "No task of ChargeCard waits for its task token.");

        assertThat(shipped).input().node("/order").isEqualTo(7);
        fails(
                () -> assertThat(shipped).input().node("/oder"),
                "Input of the execution of order.asl.json has nothing at /oder.");

        assertThat(shipped).output().node("/charge/receipt").isEqualTo("r-1");
        fails(
                () -> assertThat(declined).output(),
                "Execution of order.asl.json was expected to succeed, but it failed.");

        assertThat(parcels).variable("total").isEqualTo(212.5);
        fails(
                () -> assertThat(parcels).variable("kilos"),
                "Execution of parcels.asl.json has no variable kilos: no state assigned it.");

        assertThat(shipped).state("ChargeCard").hasSucceeded();
        fails(
                () -> assertThat(shipped).state("RefundOrder"),
                "State RefundOrder was expected to be entered, but it was not.");

        assertThat(parcels).state("Weigh", 2).hasInput("piano");
        fails(
                () -> assertThat(parcels).state("Weigh", 3),
                "State Weigh was entered 2 times, but was expected to be entered 3 times.");

        assertThat(shipped).call("ShipOrder").wasMadeOnAttempt(1);
        fails(() -> assertThat(declined).call("ShipOrder"), "State ShipOrder made no call.");

        assertThat(shipped).call("ChargeCard", 2).wasMadeOnAttempt(2);
        fails(
                () -> assertThat(shipped).call("ChargeCard", 3),
                "State ChargeCard made 2 calls, but call 3 was asked for.");

        assertThat(shipped).calls().hasSize(3);
        fails(() -> assertThat(shipped).calls().isEmpty(), "[calls of the execution of order.asl.json]");

        assertThat(shipped).madeCallsOf("ChargeCard", "ChargeCard", "ShipOrder");
        fails(
                () -> assertThat(declined).madeCallsOf("ChargeCard", "ShipOrder"),
                "The calls are not the expected ones.");

        assertThat(shipped).madeCallsInOrder("ChargeCard", "ShipOrder");
        fails(
                () -> assertThat(shipped).madeCallsInOrder("ShipOrder", "ChargeCard"),
                "The calls were not made in the order expected.");

        assertThat(published).cancelledJobsOf("Render");
        fails(
                () -> assertThat(shipped).cancelledJobsOf("ShipOrder"),
                "The jobs that were cancelled are not the expected ones.");

        assertThat(inspecting).isInState("Inspect the car");
        fails(
                () -> assertThat(shipped).isInState("ShipOrder"),
                "Execution of order.asl.json is not in the expected state, at +2s.");

        assertThat(inspecting).pendingTask("Inspect the car").isAttempt(1);
        fails(() -> assertThat(shipped).pendingTask("ShipOrder"), "No task of ShipOrder waits for its task token.");

        assertThat(imported).mapRun("Import rows").hasSucceeded();
        fails(() -> assertThat(parcels).mapRun("EachParcel"), "EachParcel started no Map Run.");

        assertThat(declined).tookApprovedPath("declined");
        fails(() -> assertThat(declined).tookApprovedPath("shipped"), "There is no approved file to compare with.");

        fails(() -> assertThat(declined).hasApprovedHistory("declined"), "There is no approved file to compare with.");
        // end::execution[]
    }

    @Test
    void a_history() {
        // tag::history[]
        ExecutionHistory history = ExecutionHistory.parse(declined.history().toJson());

        assertThat(history)
                .ofDefinition(declined.definition())
                .state("ChargeCard")
                .wasCaughtBy(0);
        fails(
                () -> assertThat(history)
                        .ofDefinition(declined.definition())
                        .state("ChargeCard")
                        .wasCaughtBy(1),
                "ChargeCard was expected to be caught by Catch[1], but it was not.");
        // end::history[]
    }
}
