package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Calls to Amazon S3 by its AWS SDK integration, answered by the harness's own object store. */
class S3CallsTest {

    private static StateMachineHarness harness(String action) {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "s3.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::aws-sdk:s3:%s", "Parameters": {"Bucket": "shop", "More.$": "$"}}}}""".formatted(action).replace("{\"Bucket\": \"shop\", \"More.$\": \"$\"}", "{}").replace(
                        "\"Parameters\": {}",
                        "\"QueryLanguage\": \"JSONata\", \"Arguments\": \"{% $states.input %}\"")));
        harness.s3().bucket("shop");
        return harness;
    }

    private static JsonNode output(StateMachineHarness harness, String input) {
        Execution execution = harness.run(input);
        return Objects.requireNonNull(execution.output(), () -> execution.error() + ": " + execution.cause());
    }

    /** As recorded. */
    @Test
    void what_is_put_has_the_digests_that_S3_gives() {
        StateMachineHarness harness = harness("putObject");

        Map.of(
                        "\"text data\"", "[\"KUmHvQ==\",\"2b5df3712557f503a9977a8ea893b2c9\"]",
                        "0", "[\"9NvfIQ==\",\"cfcd208495d565ef66e7dff9f98764da\"]",
                        "{\"Dict\": \"Value\"}", "[\"hnEfWw==\",\"49e31cee5aec8faf3345893addb14346\"]")
                .forEach((body, digests) -> {
                    JsonNode response =
                            output(harness, "{\"Bucket\": \"shop\", \"Key\": \"k\", \"Body\": " + body + "}");
                    assertThat("[\"" + response.path("ChecksumCRC32").textValue() + "\","
                                    + response.path("ETag").textValue() + "]")
                            .isEqualTo(digests);
                    assertThat(response.path("ServerSideEncryption").textValue())
                            .isEqualTo("AES256");
                });
        assertThat(harness.s3().existing("shop").has("k")).isTrue();
    }

    @Test
    void an_object_is_got_as_recorded() {
        StateMachineHarness harness = harness("getObject");
        harness.s3()
                .bucket("shop")
                .put("k", "byte array data".getBytes(java.nio.charset.StandardCharsets.UTF_8), "binary/octet-stream");
        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(output(harness, "{\"Bucket\": \"shop\", \"Key\": \"k\"}"))
                .hasToString("{\"AcceptRanges\":\"bytes\","
                        + "\"ContentLength\":15,\"ContentType\":\"binary/octet-stream\",\"ETag\":\"\\\"383fd42bdf94a2ab38cbeb1d8eb7e53f\\\"\","
                        + "\"LastModified\":\"2024-01-01T00:00:00Z\",\"Metadata\":{},\"ServerSideEncryption\":\"AES256\","
                        + "\"Body\":\"byte array data\"}");
        assertThat(harness.calls().list())
                .singleElement()
                .satisfies(call -> assertThat(call.mock()).isEmpty());
    }

    @Test
    void a_key_that_is_not_there_fails_the_state() {
        Execution execution = harness("getObject").run("{\"Bucket\": \"shop\", \"Key\": \"none\"}");

        assertThat(execution.error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(execution.cause()).startsWith("The specified key does not exist. (Service: S3, Status Code: 404,");
    }

    @Test
    void a_bucket_that_the_test_has_not_made_is_a_call_that_nobody_mocked() {
        StateMachineHarness harness = harness("getObject");

        assertThatThrownBy(() -> harness.run("{\"Bucket\": \"other\", \"Key\": \"k\"}"))
                .isInstanceOf(UnmockedCallException.class)
                .hasMessageContaining("harness.s3().bucket(\"other\")");
    }

    @Test
    void an_action_that_the_store_does_not_know_is_left_to_mocks() {
        StateMachineHarness harness = harness("getObjectAcl");

        assertThatThrownBy(() -> harness.run("{\"Bucket\": \"shop\", \"Key\": \"k\"}"))
                .isInstanceOf(UnmockedCallException.class)
                .message()
                .doesNotContain("harness.s3()");
    }

    @Test
    void a_mock_comes_before_the_store_unless_it_steps_aside() {
        StateMachineHarness harness = harness("headObject");
        harness.s3().bucket("shop").put("k", "1");
        harness.mock("Call").fails("S3.SlowDownException", "slow").thenRunsForReal();

        assertThat(harness.run("{\"Bucket\": \"shop\", \"Key\": \"k\"}").error())
                .isEqualTo("S3.SlowDownException");
        assertThat(output(harness, "{\"Bucket\": \"shop\", \"Key\": \"k\"}")
                        .path("ContentLength")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void a_list_has_folders_and_pages() {
        StateMachineHarness harness = harness("listObjectsV2");
        for (String key : new String[] {"in/a.csv", "in/b.csv", "in/old/1", "in/old/2", "out/x"}) {
            harness.s3().bucket("shop").put(key, "1");
        }

        JsonNode first =
                output(harness, "{\"Bucket\": \"shop\", \"Prefix\": \"in/\", \"Delimiter\": \"/\", \"MaxKeys\": 2}");
        assertThat(first.path("Contents").findValuesAsText("Key")).containsExactly("in/a.csv", "in/b.csv");
        assertThat(first.path("IsTruncated").booleanValue()).isTrue();
        JsonNode second = output(
                harness,
                "{\"Bucket\": \"shop\", \"Prefix\": \"in/\", \"Delimiter\": \"/\", \"ContinuationToken\": \""
                        + first.path("NextContinuationToken").textValue() + "\"}");
        assertThat(second.path("CommonPrefixes").findValuesAsText("Prefix")).containsExactly("in/old/");
        assertThat(second.path("KeyCount").intValue()).isEqualTo(1);
        assertThat(second.has("NextContinuationToken")).isFalse();
    }

    @Test
    void objects_are_copied_and_deleted() {
        StateMachineHarness copies = harness("copyObject");
        copies.s3().bucket("shop").put("a b", "1");
        output(copies, "{\"Bucket\": \"shop\", \"Key\": \"c\", \"CopySource\": \"shop/a%20b\"}");
        assertThat(copies.s3().bucket("shop").get("c").text()).isEqualTo("1");

        StateMachineHarness deletes = harness("deleteObjects");
        deletes.s3().bucket("shop").put("a", "1").put("b", "2");
        output(deletes, "{\"Bucket\": \"shop\", \"Delete\": {\"Objects\": [{\"Key\": \"a\"}, {\"Key\": \"none\"}]}}");
        assertThat(deletes.s3().bucket("shop").list())
                .extracting(object -> object.key())
                .containsExactly("b");
    }
}
