package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A CSV file of ten thousand rows is imported; three are broken, and the tolerated percentage decides. */
@StateMachineTest("import.asl.json")
class CsvImportTest {

    // tag::file[]
    @BeforeEach
    void ten_thousand_rows_of_which_three_have_no_price(StateMachineHarness harness) {
        StringBuilder csv = new StringBuilder("sku,price\n");
        IntStream.range(0, 10_000)
                .mapToObj(row -> "sku-" + row + "," + (row % 4_000 == 17 ? "" : "9.90") + "\n")
                .forEach(csv::append);
        harness.s3().bucket("shop").put("prices.csv", csv.toString());
        harness.mock("Store").returns("{}");
    }
    // end::file[]

    // tag::tolerated[]
    @Test
    void three_broken_rows_are_within_a_tenth_of_a_percent(StateMachineHarness harness) {
        Execution execution = harness.run("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 0.1}");

        assertThat(execution)
                .hasSucceeded()
                .tookPath("Import rows", "Done")
                .mapRun("Import rows")
                .hasSucceeded()
                .hasItems(10_000)
                .failedAtItems(17, 4_017, 8_017)
                .item(17)
                .failedWith("Row.WithoutPrice", "a row has no price")
                .tookPath("Has a price?", "Refuse");
    }
    // end::tolerated[]

    // tag::exceeded[]
    @Test
    void three_broken_rows_are_more_than_a_fiftieth_of_a_percent(StateMachineHarness harness) {
        harness.mock("Tell the shop").returns("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 0.02}");

        assertThat(execution).hasSucceeded().tookPath("Import rows", "Tell the shop");
        assertThat(execution).state("Import rows").failedWith("States.ExceedToleratedFailureThreshold");
        assertThat(execution)
                .mapRun("Import rows")
                .hasFailed()
                .hasFailedItems(3)
                .hasItems(10_000);
    }
    // end::exceeded[]

    // tag::results[]
    @Test
    void the_broken_rows_are_listed_in_a_file_of_their_own(StateMachineHarness harness) {
        harness.s3().bucket("shop").put("few.csv", "sku,price\nsku-1,9.90\nsku-2,\nsku-3,4.50\n");

        Execution execution = harness.run("{\"bucket\": \"shop\", \"key\": \"few.csv\", \"tolerated\": 50}");

        JsonNode details = execution.output().at("/result/ResultWriterDetails");
        JsonNode manifest =
                harness.s3().bucket("shop").get(details.path("Key").textValue()).json();
        JsonNode failed = harness.s3()
                .bucket("shop")
                .get(manifest.at("/ResultFiles/FAILED/0/Key").textValue())
                .json();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).path("Input").textValue()).contains("\"sku\":\"sku-2\"");
    }
    // end::results[]

    // tag::items[]
    @Test
    void one_item_is_told_from_the_others(StateMachineHarness harness) {
        harness.s3().bucket("shop").put("few.csv", "sku,price\nsku-1,9.90\nsku-2,\nsku-3,4.50\nsku-4,1.20\n");
        harness.mock("Store").onItem(2).fails("DynamoDB.ConditionalCheckFailedException", "it is there already");
        harness.mock("Store").onItemContaining("{\"sku\": \"sku-4\"}").fails("DynamoDB.Throttled", null);

        Execution execution = harness.run("{\"bucket\": \"shop\", \"key\": \"few.csv\", \"tolerated\": 75}");

        assertThat(execution).mapRun("Import rows").failedAtItems(1, 2, 3);
    }
    // end::items[]
}
