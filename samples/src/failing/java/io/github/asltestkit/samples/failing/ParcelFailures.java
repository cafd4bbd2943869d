package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One failure of each kind of assertion on items and data, on the parcels of ParcelsTest. */
@StateMachineTest("parcels.asl.json")
class ParcelFailures {
    private Execution parcels;

    @BeforeEach
    void a_book_and_a_piano(StateMachineHarness harness) {
        harness.mockLambda("weigh").onItem(0).returns("{\"kilos\": 2}");
        harness.mockLambda("weigh").onItem(1).returns("{\"kilos\": 210.5}");

        parcels = harness.run("{\"parcels\": [\"book\", \"piano\"]}");
    }

    @Test
    void items() {
        // tag::items[]
        assertThat(parcels).state("EachParcel").item(1).tookPath("Weigh", "IsHeavy", "ByBike");
        // end::items[]
    }

    @Test
    void time() {
        // tag::time[]
        assertThat(parcels).hasSpentIn("ByTruck", Duration.ofMinutes(30));
        // end::time[]
    }

    @Test
    void variables() {
        // tag::variables[]
        assertThat(parcels).variable("total").isEqualTo(212);
        // end::variables[]
    }

    @Test
    void flow() {
        // tag::flow[]
        assertThat(parcels).state("EachParcel[1]/Weigh").inspected("afterParameters");
        // end::flow[]
    }

    @Test
    void json() {
        // tag::json[]
        assertThat(parcels)
                .output()
                .ignoring("/id")
                .isEqualTo("{\"total\": 212.5, \"parcels\": [{\"parcel\": \"book\", \"kilos\": 2}]}");
        // end::json[]
    }
}
