package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.internal.model.JsonBorder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Requests and responses against the AWS SDK's model of S3, and as its objects. */
class FieldValidationTest {
    private static StateMachineHarness harness(String action, String parameters) {
        return harness(action, parameters, HarnessOptions.defaults());
    }

    private static StateMachineHarness harness(String action, String parameters, HarnessOptions options) {
        return StateMachineHarness.create(
                StateMachine.parse("object.asl.json", """
                        {"StartAt": "Object", "States": {"Object": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:states:::aws-sdk:s3:%s", "Parameters": %s}}}""".formatted(action, parameters)), options);
    }

    private static final String KEY = "{\"Bucket\": \"b\", \"Key\": \"k\"}";

    private static String withoutLines(Throwable thrown) {
        return thrown.getMessage().replaceAll("\\.java:\\d+", ".java:N");
    }

    @Test
    void a_response_with_a_field_that_the_service_does_not_have_fails_the_test() {
        StateMachineHarness harness = harness("getObject", KEY);
        a_misspelt_length(harness);

        assertThatThrownBy(harness::run)
                .isInstanceOf(MockException.class)
                .extracting(FieldValidationTest::withoutLines)
                .isEqualTo("""
                        The mocked response to the call made by Object (attempt 1) has a field that aws-sdk:s3:getObject does not have. The
                        execution was stopped there.

                             field: /ContentLenght (did you mean "ContentLength"?)
                          response: {"ContentLenght":9}
                                at: object.asl.json:1:44  /States/Object
                           checked: STRICT, against the AWS SDK on the class path
                            mocked: "Object"  -> at FieldValidationTest.a_misspelt_length(FieldValidationTest.java:N)

                          Correct the mocked response. Or take it unchecked: withFieldValidation(FieldValidation.NONE), of the mock or of
                          HarnessOptions.
                        """);
    }

    @Test
    void a_request_with_a_field_that_the_service_does_not_have_fails_the_test() {
        StateMachineHarness harness = harness("getObject", "{\"Bucket\": \"b\", \"Kye\": \"k\"}");
        anything(harness);

        assertThatThrownBy(harness::run)
                .isInstanceOf(MockException.class)
                .extracting(FieldValidationTest::withoutLines)
                .isEqualTo("""
                        The call made by Object (attempt 1) sends a field that aws-sdk:s3:getObject does not have. The execution was stopped
                        there.

                               field: /Kye
                          parameters: {"Bucket":"b","Kye":"k"}
                                  at: object.asl.json:1:44  /States/Object
                             checked: STRICT, against the AWS SDK on the class path
                              mocked: "Object"  -> at FieldValidationTest.anything(FieldValidationTest.java:N)

                          Correct the definition. Or take the calls unchecked: withFieldValidation(FieldValidation.NONE), of the mock or of
                          HarnessOptions.
                        """);
    }

    @Test
    void a_value_of_another_type_is_told_in_the_words_of_AWS() {
        StateMachineHarness harness = harness("getObject", KEY);
        nine(harness);

        assertThatThrownBy(harness::run)
                .isInstanceOf(MockException.class)
                .extracting(FieldValidationTest::withoutLines)
                .isEqualTo("""
                        The mocked response to the call made by Object (attempt 1) is not a response of aws-sdk:s3:getObject. The execution was
                        stopped there.

                           problem: Field 'ContentLength' must be a number
                          response: {"ContentLength":"nine"}
                                at: object.asl.json:1:44  /States/Object
                           checked: STRICT, against the AWS SDK on the class path
                            mocked: "Object"  -> at FieldValidationTest.nine(FieldValidationTest.java:N)

                          Correct the mocked response. Or take it unchecked: withFieldValidation(FieldValidation.NONE), of the mock or of
                          HarnessOptions.
                        """);
    }

    private static void a_misspelt_length(StateMachineHarness harness) {
        harness.mock("Object").returns("{\"ContentLenght\": 9}");
    }

    private static void anything(StateMachineHarness harness) {
        harness.mock("Object").returns("{}");
    }

    private static void nine(StateMachineHarness harness) {
        harness.mock("Object").returns("{\"ContentLength\": \"nine\"}");
    }

    @Test
    void fields_are_found_wherever_they_are_nested() {
        StateMachineHarness harness = harness("listObjectsV2", "{\"Bucket\": \"b\"}");
        harness.mock("Object")
                .returns("{\"Contents\": [{\"Key\": \"a\"}, {\"Key\": \"b\", \"Owner\": {\"Nmae\": \"x\"}}]}");

        assertThatThrownBy(harness::run).hasMessageContaining("field: /Contents/1/Owner/Nmae\n");
    }

    @Test
    void a_list_that_is_sent_as_something_else_fails_the_test() {
        StateMachineHarness harness = harness("deleteObjects", "{\"Bucket\": \"b\", \"Delete\": {\"Objects\": \"k\"}}");
        harness.mock("Object").returns("{}");

        assertThatThrownBy(harness::run)
                .hasMessageContaining("/Delete/Objects is \"k\", which its API model has as an array or an object");
    }

    @Test
    void the_body_beside_the_fields_is_no_unknown_field() {
        StateMachineHarness put = harness("putObject", "{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": {\"any\": 1}}");
        put.mock("Object").returns("{\"ETag\": \"e\"}");
        StateMachineHarness get = harness("getObject", KEY);
        get.mock("Object").returns("{\"Body\": \"text\", \"SdkHttpMetadata\": {}}");

        assertThat(put.run().output()).hasToString("{\"ETag\":\"e\"}");
        assertThat(get.run().output().path("Body").asText()).isEqualTo("text");
    }

    @Test
    void NONE_checks_nothing_of_one_mock_or_of_a_harness() {
        StateMachineHarness one = harness("getObject", "{\"Kye\": 1}");
        one.mock("Object").withFieldValidation(FieldValidation.NONE).returns("{\"Any\": 1}");
        StateMachineHarness all = harness(
                "getObject", "{\"Kye\": 1}", HarnessOptions.defaults().withFieldValidation(FieldValidation.NONE));
        all.mock("Object").returns("{\"Any\": 1}");

        assertThat(one.run().output()).isEqualTo(all.run().output()).hasToString("{\"Any\":1}");
    }

    @Test
    void PRESENT_looks_at_what_is_there() {
        StateMachineHarness harness = harness(
                "getObject",
                "{\"Bucket\": \"b\"}",
                HarnessOptions.defaults().withFieldValidation(FieldValidation.PRESENT));
        harness.mock("Object").returns("{}").thenReturns("{\"Any\": 1}");

        assertThat(harness.run().output()).hasToString("{}");
        assertThatThrownBy(harness::run).hasMessageContaining("checked: PRESENT, ");
    }

    @Test
    void a_required_field_is_asked_for_at_STRICT_alone() {
        String request = "{\"Bucket\": \"b\"}";
        StateMachineHarness strict = harness("getObject", request);
        strict.mock("Object").returns("{}");
        StateMachineHarness present = harness("getObject", request);
        present.mock("Object").withFieldValidation(FieldValidation.PRESENT).returns("{}");

        assertThatThrownBy(strict::run).hasMessageContaining("lacks a field that aws-sdk:s3:getObject asks for");
        assertThat(present.run().output()).hasToString("{}");
    }

    // ---- as objects --------------------------------------------------------------------------------------------

    @Test
    void a_response_of_the_SDK_is_seen_as_the_state_sees_it() {
        StateMachineHarness harness = harness("listObjectsV2", "{\"Bucket\": \"b\"}");
        harness.mock("Object")
                .returns(ListObjectsV2Response.builder()
                        .keyCount(1)
                        .isTruncated(false)
                        .contents(S3Object.builder()
                                .key("a")
                                .size(12L)
                                .lastModified(Instant.parse("2024-05-01T12:00:00Z"))
                                .storageClass("GLACIER")
                                .build())
                        .build());

        assertThat(harness.run().output())
                .hasToString(
                        "{\"IsTruncated\":false,\"Contents\":[{\"Key\":\"a\",\"LastModified\":\"2024-05-01T12:00:00Z\","
                                + "\"Size\":12,\"StorageClass\":\"GLACIER\"}],\"KeyCount\":1}");
    }

    @Test
    void a_response_with_its_bytes_has_them_as_the_text_of_its_body() {
        StateMachineHarness harness = harness("getObject", KEY);
        harness.mock("Object")
                .returns(ResponseBytes.fromByteArray(
                        GetObjectResponse.builder().contentLength(4L).build(),
                        "text".getBytes(StandardCharsets.UTF_8)));

        assertThat(harness.run().output()).hasToString("{\"ContentLength\":4,\"Body\":\"text\"}");
    }

    @Test
    void a_call_is_read_as_a_request_of_the_SDK() {
        StateMachineHarness harness = harness(
                "putObject",
                "{\"Bucket\": \"b\", \"Key\": \"k\", \"Metadata\": {\"a\": \"1\"}, \"ContentLength\": 4,"
                        + " \"StorageClass\": \"GLACIER\", \"Expires\": \"2024-05-01T12:00:00Z\", \"Body\": \"text\"}");
        harness.mock("Object")
                .answers(PutObjectRequest.class, request -> Map.of("ETag", request.key() + request.contentLength()));

        Execution execution = harness.run();

        assertThat(execution.output()).hasToString("{\"ETag\":\"k4\"}");
        PutObjectRequest request = execution.calls().get(0).parametersAs(PutObjectRequest.class);
        assertThat(request.metadata()).containsExactly(Map.entry("a", "1"));
        assertThat(request.storageClass()).isEqualTo(StorageClass.GLACIER);
        assertThat(request.expires()).isEqualTo("2024-05-01T12:00:00Z");
    }

    @Test
    void a_condition_may_ask_a_request_of_the_SDK() {
        StateMachineHarness harness = harness("getObject", KEY);
        harness.mock("Object").returns("{\"ETag\": \"other\"}");
        harness.mock("Object")
                .matching(
                        GetObjectRequest.class,
                        "key k",
                        request -> request.key().equals("k"))
                .returns("{\"ETag\": \"k\"}");

        assertThat(harness.run().output()).isNotNull();
        assertThat(harness.calls().answeredBy("Object").size()).isEqualTo(1);
        assertThat(harness.mocks().unusedMocks()).isNotNull();
    }

    @Test
    void an_exception_of_the_SDK_is_the_error_that_Step_Functions_reports() {
        StateMachineHarness harness = harness("getObject", KEY);
        NoSuchKeyException missing = NoSuchKeyException.builder()
                .message("The specified key does not exist.")
                .build();
        harness.mock("Object").fails(missing);
        StateMachineHarness thrown = harness("getObject", KEY);
        thrown.mock("Object").answers(call -> {
            throw missing;
        });

        assertThat(harness.run().error()).isEqualTo(thrown.run().error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(harness.executions().get(0).cause()).startsWith("The specified key does not exist.");
        assertThatThrownBy(() -> harness.mock("Object").fails(new IllegalStateException("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an exception of a service of the AWS SDK for Java 2");
    }

    @Test
    void objects_of_the_SDK_may_stand_within_others() {
        assertThat(JsonBorder.given(
                        Map.of("x", GetObjectResponse.builder().eTag("e").build()), "mocked response"))
                .hasToString("{\"x\":{\"ETag\":\"e\"}}");
    }
}
