package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** The object store of the harness answers calls to S3. */
@StateMachineTest("archive.asl.json")
class ObjectStoreTest {

    // tag::store[]
    @Test
    void a_receipt_is_archived(StateMachineHarness harness) {
        harness.s3().bucket("receipts").put("o-7.txt", "paid");
        harness.s3().bucket("archive");

        assertThat(harness.run("{\"order\": \"o-7\"}")).hasSucceeded();

        assertThat(harness.s3().bucket("archive").get("o-7.json").json()).isEqualTo("{\"receipt\": \"paid\"}");
    }

    @Test
    void an_order_without_a_receipt_fails(StateMachineHarness harness) {
        harness.s3().bucket("receipts");

        assertThat(harness.run("{\"order\": \"o-8\"}")).failedWith("S3.NoSuchKeyException");
    }
    // end::store[]
}
