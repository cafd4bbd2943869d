package io.github.asltestkit.samples.failing;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.ProvenOnAws;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** Held against answers of AWS; those in the folder are made up, for they are wrong on purpose. */
@StateMachineTest("order.asl.json")
@ProvenOnAws("src/failing/proofs")
class ProofFailures {

    @Test
    void aws_waits_longer_and_gives_another_receipt(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");

        harness.run("{\"order\": 7, \"total\": 129.90}");
    }

    @Test
    void aws_was_not_asked(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-2\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");

        harness.run("{\"order\": 7, \"total\": 129.90}");
    }
}
