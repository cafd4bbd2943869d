package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the other samples cover and would not notice: what a call sends, the value on a boundary, how often is retried. */
class NoticedTest {

    @Test
    @StateMachineTest("callback.asl.json")
    void the_worker_is_sent_the_order_and_the_token(StateMachineHarness harness) {
        harness.mock("Push to SQS").callbackSucceedsAfter(Duration.ofMinutes(1), "{\"by\": \"Ann\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution)
                .call("Push to SQS")
                .parameters()
                .ignoring("/MessageBody/TaskToken")
                .isEqualTo("{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/approvals\","
                        + " \"MessageBody\": {\"Order\": 7}}");
        assertThat(execution)
                .call("Push to SQS")
                .parameters()
                .node("/MessageBody/TaskToken")
                .asText()
                .isNotEmpty();
        assertThat(execution).output().isEqualTo("{\"order\": 7, \"approval\": {\"by\": \"Ann\"}}");
    }

    @Test
    @StateMachineTest("discount.asl.json")
    void an_order_of_a_hundred_has_the_discount_to_the_cent(StateMachineHarness harness) {
        harness.mockLambda("price").returns("{\"currency\": \"EUR\"}");

        Execution exact = harness.run("{\"items\": [{\"sku\": \"a\", \"price\": 50, \"quantity\": 2}]}");

        assertThat(exact).call("Price").parameters().node("/Payload/skus").isEqualTo("[\"a\"]");
        assertThat(exact)
                .call("Price")
                .parameters()
                .node("/Payload/amount")
                .asNumber()
                .isEqualByComparingTo("90");

        Execution rounded = harness.run("{\"items\": [{\"sku\": \"a\", \"price\": 33.333, \"quantity\": 4}]}");

        assertThat(rounded).output().node("/amount").asNumber().isEqualByComparingTo("120");
    }

    @Test
    @StateMachineTest("invoice.asl.json")
    void a_busy_API_is_asked_four_times_after_ten_twenty_and_forty_seconds(StateMachineHarness harness) {
        harness.mock("Create the invoice")
                .fails("States.Http.StatusCode.429", "too many requests")
                .thenFails("States.Http.StatusCode.503", "busy");

        assertThat(harness.run("{\"customer\": \"c-1\"}"))
                .failedWith("States.Http.StatusCode.503")
                .hasRunFor(Duration.ofSeconds(10 + 20 + 40))
                .state("Create the invoice")
                .wasAttempted(4);
    }

    @Test
    @StateMachineTest("reserve.asl.json")
    void lines_are_reserved_at_the_same_time_and_confirmed_together(StateMachineHarness harness) {
        harness.mockLambda("reserve-stock").returnsAfter(Duration.ofSeconds(5), "{\"warehouse\": \"north\"}");
        harness.mock("Confirm").returns("{\"MessageId\": \"m-1\"}");

        Execution execution =
                harness.run("{\"lines\": [{\"sku\": \"a\", \"quantity\": 1}, {\"sku\": \"b\", \"quantity\": 2}]}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofSeconds(5));
        assertThat(execution)
                .call("Confirm")
                .hasParameters("{\"TopicArn\": \"arn:aws:sns:us-east-1:123456789012:confirmed\","
                        + " \"Message\": [\"north\", \"north\"]}");
    }

    @Test
    @StateMachineTest("reserve.asl.json")
    void a_locked_stock_is_tried_three_times_more(StateMachineHarness harness) {
        harness.mock("Reserve").fails("Stock.Locked", "try later");

        assertThat(harness.run("{\"lines\": [{\"sku\": \"a\", \"quantity\": 1}]}"))
                .failedWith("Stock.Locked")
                .hasRunFor(Duration.ofSeconds(1 + 2 + 4))
                .state("Reserve")
                .wasAttempted(4);
    }

    @Test
    @StateMachineTest("checkout.asl.json")
    void a_payment_knows_who_started_it(StateMachineHarness harness) {
        harness.mock("Pay").jobSucceedsAfter(Duration.ofMinutes(1), "{\"Output\": {\"receipt\": \"r-1\"}}");

        Execution execution = harness.run("{\"amount\": 5}");

        assertThat(execution)
                .call("Pay")
                .parameters()
                .node("/Input/AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID")
                .isEqualTo(execution.arn());
    }

    @Test
    @StateMachineTest("payment.asl.json")
    void the_bank_is_asked_for_the_amount_and_has_a_day(StateMachineHarness harness) {
        harness.mock("Ask the bank").accepts();

        Execution execution = harness.run("{\"amount\": 5}");

        assertThat(execution).failedWith("States.Timeout").hasRunFor(Duration.ofDays(1));
        assertThat(execution)
                .call("Ask the bank")
                .parameters()
                .ignoring("/MessageBody/token")
                .isEqualTo("{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/bank\","
                        + " \"MessageBody\": {\"amount\": 5}}");
        assertThat(execution)
                .call("Ask the bank")
                .parameters()
                .node("/MessageBody/token")
                .asText()
                .isNotEmpty();
    }

    @Test
    @StateMachineTest("packing.asl.json")
    void fragile_parcels_are_padded_and_the_carrier_is_sent_the_token(StateMachineHarness harness) {
        harness.mockLambda("pack").answers(call -> call.payload());
        harness.mock("Fetch").callbackSucceedsAfter(Duration.ofMinutes(5), "{}");

        Execution execution =
                harness.run("{\"parcels\": [{\"id\": 1, \"fragile\": true}, {\"id\": 2, \"fragile\": false}]}");

        assertThat(execution).hasSucceeded();
        assertThat(execution).state("Each parcel").item(0).tookPath("Pack", "Fragile?", "Pad", "Packed");
        assertThat(execution).state("Each parcel").item(1).tookPath("Pack", "Fragile?", "Packed");
        assertThat(execution).state("Each parcel").output().node("/1/id").isEqualTo(2);
        assertThat(execution)
                .call("Fetch")
                .parameters()
                .ignoring("/MessageBody")
                .isEqualTo("{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/carrier\"}");
        assertThat(execution)
                .call("Fetch")
                .parameters()
                .node("/MessageBody")
                .asText()
                .isNotEmpty();
    }

    @Test
    @StateMachineTest("parcels.asl.json")
    void parcels_of_more_than_twenty_kilos_go_by_truck_all_in_one_hour(StateMachineHarness harness) {
        harness.mockLambda("weigh").onItem(0).returns("{\"kilos\": 20}");
        harness.mockLambda("weigh").onItem(1).returns("{\"kilos\": 20.5}");
        harness.mockLambda("weigh").onItem(2).returns("{\"kilos\": 300}");

        Execution execution = harness.run("{\"parcels\": [\"book\", \"chair\", \"piano\"]}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofHours(1));
        assertThat(execution).state("EachParcel").item(0).tookPath("Weigh", "IsHeavy", "ByBike");
        assertThat(execution).state("EachParcel").item(1).tookPath("Weigh", "IsHeavy", "ByTruck");
    }

    @Test
    @StateMachineTest("request-response.asl.json")
    void the_topic_is_told_the_order(StateMachineHarness harness) {
        harness.mock("Publish to SNS").returns("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution)
                .call("Publish to SNS")
                .hasParameters("{\"TopicArn\": \"arn:aws:sns:us-east-1:123456789012:orders\","
                        + " \"Message\": \"Order 7 is placed\"}");
        assertThat(execution).output().isEqualTo("{\"order\": 7, \"published\": {\"MessageId\": \"m-1\"}}");
    }

    @Test
    @StateMachineTest("run-a-job.asl.json")
    void the_job_is_that_of_the_order(StateMachineHarness harness) {
        harness.mock("Submit Batch job").jobSucceedsAfter(Duration.ofMinutes(1), "{\"JobId\": \"j-1\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution)
                .call("Submit Batch job")
                .hasParameters("{\"JobName\": \"settle-7\","
                        + " \"JobQueue\": \"arn:aws:batch:us-east-1:123456789012:job-queue/nightly\","
                        + " \"JobDefinition\": \"arn:aws:batch:us-east-1:123456789012:job-definition/settle:3\"}");
        assertThat(execution).output().node("/order").isEqualTo(7);
    }

    @Test
    @StateMachineTest("run-a-job.asl.json")
    void a_job_that_cannot_be_submitted_is_tried_twice_more(StateMachineHarness harness) {
        harness.mock("Submit Batch job").fails("Batch.ServerException", "no capacity");

        assertThat(harness.run("{\"order\": 7}"))
                .failedWith("SettlementFailed", "no capacity")
                .hasRunFor(Duration.ofSeconds(30 + 60))
                .state("Submit Batch job")
                .wasAttempted(3);
    }

    @Test
    @StateMachineTest("publish-video.asl.json")
    void the_renderer_has_the_token_and_the_lawyers_the_video(StateMachineHarness harness) {
        harness.mock("Render").jobSucceedsAfter(Duration.ofMinutes(1), "{\"location\": \"s3://v/7\", \"cost\": 3}");
        harness.mockLambda("check-rights").returns("{\"licence\": \"cc-by\"}");

        Execution execution = harness.run("{\"video\": 7}");

        assertThat(execution)
                .call("Render")
                .parameters()
                .ignoring("/StartedBy", "/Overrides/ContainerOverrides/0/Environment/0/Value")
                .isEqualTo(
                        "{\"Cluster\": \"render\", \"TaskDefinition\": \"render:7\", \"Overrides\":"
                                + " {\"ContainerOverrides\": [{\"Name\": \"render\", \"Environment\": [{\"Name\": \"TASK_TOKEN\"}]}]}}");
        assertThat(execution)
                .call("Render")
                .parameters()
                .node("/Overrides/ContainerOverrides/0/Environment/0/Value")
                .asText()
                .isNotEmpty();
        assertThat(execution).call("Check rights").parameters().node("/Payload").isEqualTo("{\"video\": 7}");
        assertThat(execution).output().isEqualTo("[{\"location\": \"s3://v/7\"}, {\"licence\": \"cc-by\"}]");
    }

    @Test
    @StateMachineTest("import.asl.json")
    void a_hundred_rows_are_stored_at_the_same_time(StateMachineHarness harness) {
        StringBuilder csv = new StringBuilder("sku,price\n");
        for (int row = 1; row <= 101; row++) {
            csv.append("sku-").append(row).append(",9.90\n");
        }
        harness.s3().bucket("shop").put("prices.csv", csv.toString());
        harness.mock("Store").returnsAfter(Duration.ofSeconds(1), "{}");

        Execution execution = harness.run("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 0}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofSeconds(2));
        assertThat(execution).output().node("/key").isEqualTo("prices.csv");
        assertThat(execution)
                .mapRun("Import rows")
                .item(0)
                .input()
                .isEqualTo("{\"row\": 0, \"sku\": \"sku-1\", \"price\": \"9.90\"}");
        assertThat(execution)
                .mapRun("Import rows")
                .item(0)
                .call("Store")
                .hasParameters("{\"TableName\": \"prices\","
                        + " \"Item\": {\"sku\": {\"S\": \"sku-1\"}, \"price\": {\"N\": \"9.90\"}}}");
    }

    @Test
    @StateMachineTest("import.asl.json")
    void the_shop_is_told_of_broken_rows(StateMachineHarness harness) {
        harness.s3().bucket("shop").put("prices.csv", "sku,price\nsku-1,\n");
        harness.mock("Tell the shop").returns("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run("{\"bucket\": \"shop\", \"key\": \"prices.csv\", \"tolerated\": 0}");

        assertThat(execution)
                .call("Tell the shop")
                .hasParameters("{\"TopicArn\": \"arn:aws:sns:eu-central-1:123456789012:shop\","
                        + " \"Message\": \"Too many rows are broken\"}");
        assertThat(execution).state("Tell the shop").input().node("/bucket").isEqualTo("shop");
    }

    @Test
    @StateMachineTest("fulfil.asl.json")
    void an_order_is_packed_announced_and_remembered(StateMachineHarness harness) {
        fulfilled(harness);

        Execution execution = harness.run("{\"id\": \"o-1\"}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofSeconds(30 + 30 + 60));
        assertThat(execution)
                .call("Pack")
                .hasParameters("{\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:pack\","
                        + " \"Input\": {\"id\": \"o-1\", \"gift\": true}}");
        assertThat(execution)
                .call("Announce")
                .hasParameters("{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/shipping\","
                        + " \"MessageBody\": {\"parcel\": \"p-1\", \"to\": \"High Street\"}}");
        assertThat(execution)
                .call("Remember")
                .hasParameters("{\"TableName\": \"parcels\", \"Item\": {\"parcel\": {\"S\": \"p-1\"},"
                        + " \"order\": {\"S\": \"o-1\"}}, \"ConditionExpression\": \"attribute_not_exists(parcel)\"}");
    }

    @Test
    @StateMachineTest("fulfil.asl.json")
    void a_label_that_stays_away_is_looked_for_three_times(StateMachineHarness harness) {
        harness.mock("FindOrder").returns("{\"Item\": {\"street\": {\"S\": \"x\"}, \"gift\": {\"BOOL\": true}}}");
        harness.mock("ReadLabel").fails("S3.NoSuchKeyException", "not yet");

        assertThat(harness.run("{\"id\": \"o-1\"}"))
                .failedWith("S3.NoSuchKeyException")
                .hasRunFor(Duration.ofMinutes(1))
                .state("ReadLabel")
                .wasAttempted(3);
    }

    private static void fulfilled(StateMachineHarness harness) {
        harness.mock("FindOrder")
                .returns("{\"Item\": {\"street\": {\"S\": \"High Street\"}, \"gift\": {\"BOOL\": true}}}");
        harness.mock("ReadLabel")
                .fails("S3.NoSuchKeyException", "not yet")
                .thenFails("S3.NoSuchKeyException", "not yet")
                .thenReturns("{\"Body\": \"label\"}");
        harness.mock("Pack").jobSucceedsAfter(Duration.ofMinutes(1), "{\"Output\": {\"parcel\": \"p-1\"}}");
        harness.mock("Announce").returns("{\"MessageId\": \"m-1\"}");
        harness.mock("Remember").returns("{}");
    }
}
