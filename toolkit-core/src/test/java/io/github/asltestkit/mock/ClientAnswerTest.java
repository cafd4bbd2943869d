package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.traits.LocationTrait;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** Clients of the AWS SDK as answers. */
class ClientAnswerTest {

    private static StateMachineHarness harness(String resource, String arguments) {
        return StateMachineHarness.create(StateMachine.parse("call.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::%s", "Arguments": %s}}}""".formatted(resource, arguments)));
    }

    /** Keeps objects, as a bucket does. */
    static final class Objects implements S3Client {
        final Map<String, String> texts = new TreeMap<>();

        @Override
        public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
            String text = texts.get(request.key());
            if (text == null) {
                throw NoSuchKeyException.builder()
                        .message("The specified key does not exist.")
                        .build();
            }
            return ResponseBytes.fromByteArray(
                    GetObjectResponse.builder().contentType("text/plain").build(),
                    text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
            try (var stream = body.contentStreamProvider().newStream()) {
                texts.put(request.key(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return PutObjectResponse.builder().eTag("\"1\"").build();
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }

    @Test
    void an_operation_that_streams_gives_its_content() {
        Objects objects = new Objects();
        objects.texts.put("k", "hello");
        StateMachineHarness harness = harness("aws-sdk:s3:getObject", "{\"Bucket\": \"b\", \"Key\": \"k\"}");
        harness.mock("Call").answersBy(objects);

        assertThat(harness.run().output()).hasToString("{\"ContentType\":\"text/plain\",\"Body\":\"hello\"}");
    }

    @Test
    void an_exception_of_the_service_is_the_error_that_step_functions_reports() {
        StateMachineHarness harness = harness("aws-sdk:s3:getObject", "{\"Bucket\": \"b\", \"Key\": \"none\"}");
        harness.mock("Call").answersBy(new Objects());

        assertThat(harness.run().error()).isEqualTo("S3.NoSuchKeyException");
    }

    /** As recorded: the body is JSON, text with its quotes. */
    @Test
    void a_body_is_sent_as_JSON() {
        Objects objects = new Objects();
        StateMachineHarness harness =
                harness("aws-sdk:s3:putObject", "{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": \"text\"}");
        harness.mock("Call").answersBy(objects);

        assertThat(harness.run().output()).hasToString("{\"ETag\":\"\\\"1\\\"\"}");
        assertThat(objects.texts).containsEntry("k", "\"text\"");
    }

    @Test
    void a_job_is_submitted_by_its_client_and_ended_by_the_test() {
        StateMachineHarness harness = harness(
                "states:startExecution.sync:2",
                "{\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:other\"}");
        SfnClient client = new SfnClient() {
            @Override
            public StartExecutionResponse startExecution(StartExecutionRequest request) {
                return StartExecutionResponse.builder()
                        .executionArn(request.stateMachineArn().replace("stateMachine", "execution") + ":1")
                        .build();
            }

            @Override
            public String serviceName() {
                return "states";
            }

            @Override
            public void close() {}
        };
        harness.mock("Call").withFieldValidation(FieldValidation.NONE).answersBy(client);

        Execution execution = harness.start("{}");
        harness.jobs().get(0).succeed("{\"Status\": \"SUCCEEDED\"}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.history().toJson()).contains("execution:other:1");
    }

    @Test
    void an_operation_that_the_client_does_not_have_fails_the_test() {
        StateMachineHarness harness =
                harness("aws-sdk:sqs:sendMessage", "{\"QueueUrl\": \"q\", \"MessageBody\": \"m\"}");
        harness.mock("Call").answersBy(new Objects());

        assertThatThrownBy(harness::run)
                .isInstanceOf(MockException.class)
                .hasMessageContaining("S3Client has no operation sendMessage");
    }

    @Test
    void what_is_no_client_that_answers_at_once_is_refused() {
        StateMachineHarness harness = harness("aws-sdk:s3:getObject", "{\"Bucket\": \"b\", \"Key\": \"k\"}");
        Object async = Proxy.newProxyInstance(
                S3AsyncClient.class.getClassLoader(),
                new Class<?>[] {S3AsyncClient.class},
                (proxy, method, arguments) -> null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.mock("Call").answersBy(async))
                .withMessageStartingWith("S3AsyncClient is an asynchronous client.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.mocks().mock("Call").answersBy("client"))
                .withMessage("java.lang.String is not a client of the AWS SDK for Java 2, such as DynamoDbClient.");
    }

    /** The response of Lambda's API, as far as it matters here. */
    record InvokeResponse(String functionError, String payload) implements SdkPojo {
        @Override
        public List<SdkField<?>> sdkFields() {
            return List.of(
                    field("FunctionError", pojo -> ((InvokeResponse) pojo).functionError()),
                    field("Payload", pojo -> ((InvokeResponse) pojo).payload()));
        }

        private static SdkField<String> field(String name, java.util.function.Function<Object, String> getter) {
            return SdkField.<String>builder(MarshallingType.STRING)
                    .memberName(name)
                    .getter(getter)
                    .traits(LocationTrait.builder()
                            .location(MarshallLocation.PAYLOAD)
                            .locationName(name)
                            .build())
                    .build();
        }
    }

    @Test
    void a_function_error_fails_the_optimized_integration_of_lambda_alone() {
        String report = "{\"errorType\":\"Card.Declined\",\"errorMessage\":\"no funds\"}";
        StateMachineHarness optimized = harness("lambda:invoke", "{\"FunctionName\": \"charge\"}");
        optimized.mock("Call").returns(new InvokeResponse("Unhandled", report));
        StateMachineHarness sdk = harness("aws-sdk:lambda:invoke", "{\"FunctionName\": \"charge\"}");
        sdk.mock("Call").returns(new InvokeResponse("Unhandled", report));

        Execution failed = optimized.run();
        assertThat(failed.error()).isEqualTo("Card.Declined");
        assertThat(failed.cause()).isEqualTo(report);
        assertThat(sdk.run().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
}
