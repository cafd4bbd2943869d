package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** What a user reads when a distributed Map went otherwise than expected. */
@StateMachineTest("import.asl.json")
class MapRunFailures {

    private static Execution imported(StateMachineHarness harness) {
        harness.s3().bucket("shop").put("prices.csv", "sku,price\na,1\nb,\nc,3\n");
        harness.mock("Store").lenient().returns("{}");
        return harness.run("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 50}");
    }

    @Test
    void another_number_of_items_that_failed(StateMachineHarness harness) {
        assertThat(imported(harness)).mapRun("Import rows").hasFailedItems(0);
    }

    @Test
    void a_child_execution_that_took_another_path(StateMachineHarness harness) {
        assertThat(imported(harness)).mapRun("Import rows").item(1).tookPath("Has a price?", "Store");
    }

    @Test
    void a_map_run_that_tolerates_no_failure(StateMachineHarness harness) {
        harness.s3().bucket("shop").put("prices.csv", "sku,price\na,1\nb,\nc,3\n");
        harness.mock("Store").lenient().returns("{}");

        harness.mock("Tell the shop").returns("{}");

        assertThat(harness.run("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 0}"))
                .tookPath("Import rows", "Done");
    }
}
