package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items of a Map state: their paths, their data, their time. */
@StateMachineTest("parcels.asl.json")
class ParcelsTest {
    private Execution parcels;

    // tag::parcels[]
    @BeforeEach
    void a_book_and_a_piano(StateMachineHarness harness) {
        harness.mockLambda("weigh").onItem(0).returns("{\"kilos\": 2}");
        harness.mockLambda("weigh").onItem(1).returns("{\"kilos\": 210.5}");

        parcels = harness.run("{\"parcels\": [\"book\", \"piano\"]}");
    }
    // end::parcels[]

    @Test
    void each_item_takes_its_own_path() {
        // tag::items[]
        assertThat(parcels)
                .tookPath("EachParcel", "Report")
                .state("EachParcel")
                .hasBranches(2)
                .item(0)
                .tookPath("Weigh", "IsHeavy", "ByBike")
                .returnToState()
                .item(1)
                .hasSucceeded()
                .tookPathInOrder("Weigh", "ByTruck")
                .tookPathMatching(".* -> ByTruck")
                .state("Weigh")
                .hasInput("piano");
        assertThat(parcels).state("EachParcel[1]/Weigh").leadsTo("IsHeavy");
        // end::items[]
    }

    @Test
    void time_is_virtual() {
        // tag::time[]
        assertThat(parcels).hasRunFor(Duration.ofHours(1)).hasSpentIn("ByTruck", Duration.ofHours(1));
        assertThat(parcels).state("EachParcel[0]/Weigh").lasted(Duration.ZERO);
        assertThat(parcels).elapsed().isLessThan(Duration.ofDays(1));
        // end::time[]
    }

    @Test
    void variables_have_scopes() {
        // tag::variables[]
        assertThat(parcels)
                .variable("total")
                .isEqualTo(212.5)
                .and()
                .state("EachParcel")
                .assigned("total")
                .isEqualTo(212.5)
                .and()
                .item(0)
                .variable("kilos")
                .isEqualTo(2);
        // end::variables[]
    }

    @Test
    void data_flows_step_by_step() {
        // tag::flow[]
        assertThat(parcels)
                .state("EachParcel[1]/Weigh")
                .hasInput("piano")
                .inspected("afterArguments")
                .isEqualTo("{\"FunctionName\": \"weigh\", \"Payload\": \"piano\"}")
                .and()
                .inspected("result")
                .node("/Payload/kilos")
                .isEqualTo(210.5)
                .and()
                .hasOutput("{\"parcel\": \"piano\", \"kilos\": 210.5}");
        // end::flow[]
    }

    // tag::record[]
    record Parcel(String parcel, double kilos) {}
    // end::record[]

    @Test
    void json_is_compared_as_assertj_compares() {
        // tag::json[]
        assertThat(parcels)
                .output()
                .ignoring("/id", "/parcels/*/kilos")
                .isEqualTo("{\"total\": 212.50, \"parcels\": [{\"parcel\": \"book\"}, {\"parcel\": \"piano\"}]}");
        assertThat(parcels).output().contains("{\"total\": 212.5}").hasNoNode("/error");
        assertThat(parcels)
                .output()
                .jsonPath("$.parcels[*].parcel")
                .containsExactly("book", "piano")
                .containsExactlyInAnyOrder("piano", "book");
        assertThat(parcels).output().node("/total").asNumber().isBetween(BigDecimal.ONE, new BigDecimal(1000));
        assertThat(parcels).output().node("/id").asText().hasSize(36);
        assertThat(parcels).output().node("/parcels").elements().hasSize(2);
        assertThat(parcels)
                .output()
                .node("/parcels/0")
                .convertedTo(Parcel.class)
                .usingRecursiveComparison()
                .isEqualTo(new Parcel("book", 2));
        // end::json[]
    }
}
