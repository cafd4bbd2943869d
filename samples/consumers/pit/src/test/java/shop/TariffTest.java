package shop;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest("parcel.asl.json")
class TariffTest {

    private static Execution send(StateMachineHarness harness, int kilos) {
        harness.mockLambda("price").answers(call -> Map.of("price", Tariff.of(call.payload().path("kilos").intValue())));
        return harness.run(Map.of("kilos", kilos));
    }

    @Test
    void twenty_kilos_go_by_bike(StateMachineHarness harness) {
        assertThat(send(harness, 20)).tookPath("Price", "Heavy?", "ByBike").output().node("/price").isEqualTo(4);
    }

    @Test
    void more_than_twenty_kilos_go_by_truck(StateMachineHarness harness) {
        assertThat(send(harness, 21)).tookPath("Price", "Heavy?", "ByTruck").output().node("/price").isEqualTo(9);
    }
}
