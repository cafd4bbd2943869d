package io.github.asltestkit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response against the model of its service, from model files and from the AWS SDK's classes. */
class ResponseCheckTest {
    private static final ApiModels MODELS =
            ApiModels.onClassPath(Objects.requireNonNull(ResponseCheckTest.class.getClassLoader()));

    private static final ResponseShapes SHAPES = new ResponseShapes(ServiceCatalogue.load(), MODELS);

    private static @Nullable String problem(@Nullable Structure shape, String response, boolean complete) {
        try {
            return new ResponseCheck(complete)
                    .problem(Objects.requireNonNull(shape), new JsonMapper().readTree(response));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    @Test
    void the_api_that_describes_a_job_is_one_of_its_services_model() {
        ServiceCatalogue catalogue = ServiceCatalogue.load();
        List<String> unknown = new ArrayList<>();
        for (String service : catalogue.services()) {
            for (String action : catalogue.actions(service)) {
                String resource = "arn:aws:states:::" + service + ":" + action + ".sync";
                if (catalogue.pollApi(service, action) != null
                        && catalogue.apiService(service) != null
                        && SHAPES.mocked(TaskResource.parse(resource)) == null) {
                    unknown.add(service + ":" + catalogue.pollApi(service, action));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            aws-sdk:kms:encrypt           | {'CiphertextBlob': 1}                       | Field 'CiphertextBlob' must be a string
            aws-sdk:kms:encrypt           | {'CiphertextBlob': ''}                      | Field 'CiphertextBlob' is smaller than the minimum length
            aws-sdk:lambda:getFunction    | {'Configuration': {'MemorySize': 10241}}    | Field 'MemorySize' exceeds the maximum value
            aws-sdk:lambda:getFunction    | {'Configuration': {'MemorySize': 127}}      | Field 'MemorySize' is less than the minimum value
            aws-sdk:lambda:getFunction    | {'Configuration': {'Runtime': 'basic'}}     | Field 'Runtime' is not an expected value
            aws-sdk:lambda:getFunction    | {'Configuration': []}                       | Field 'Configuration' must be an object
            aws-sdk:lambda:getFunction    | {'Tags': {'a': 1}}                          | Field 'Tags' must be a string
            aws-sdk:s3:getObject          | {'ContentLength': '9'}                      | Field 'ContentLength' must be a number
            aws-sdk:s3:getObject          | {'StorageClass': 'Papyrus'}                 | Field 'StorageClass' is not an expected value
            aws-sdk:s3:getObject          | {'DeleteMarker': 'no'}                      | Field 'DeleteMarker' must be a boolean
            aws-sdk:s3:listObjectsV2      | {'Contents': [{'Key': 'a'}, {'Key': 2}]}    | Field 'Key' must be a string
            aws-sdk:s3:listObjectsV2      | {'Contents': [{'ChecksumAlgorithm': ['X']}]}| Field 'ChecksumAlgorithm' is not an expected value
            dynamodb:getItem              | {'Item': {'id': {'S': 1}}}                  | Field 'S' must be a string
            dynamodb:getItem              | {'Item': {'tags': {'L': [{'N': 2}]}}}       | Field 'N' must be a string
            ecs:runTask                   | {'Tasks': {}}                               | Field 'Tasks' must be an array
            """)
    void a_field_that_breaks_its_model_is_told_in_the_words_of_AWS(String resource, String response, String problem) {
        Structure shape = SHAPES.of(TaskResource.parse("arn:aws:states:::" + resource));

        assertThat(problem(shape, response.replace('\'', '"'), false)).isEqualTo(problem);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            aws-sdk:kms:encrypt           | {'CiphertextBlob': 'AQ==', 'More': 1}
            aws-sdk:lambda:getFunction    | {'Configuration': {'MemorySize': 128, 'Runtime': 'java17', 'LastModified': 'now'}}
            aws-sdk:s3:getObject          | {'ContentLength': 9, 'StorageClass': 'GLACIER', 'Body': 'text', 'Metadata': {'a': 'b'}}
            aws-sdk:s3:getObject          | {'ContentLength': null}
            aws-sdk:dynamodb:getItem      | {'Item': {'id': {'S': 'a'}, 'm': {'M': {'x': {'BOOL': true}}}, 'n': {'NULL': true}}}
            aws-sdk:sqs:deleteMessage     | {}
            """)
    void a_response_that_the_service_can_give_is_taken(String resource, String response) {
        Structure shape = SHAPES.of(TaskResource.parse("arn:aws:states:::" + resource));

        assertThat(problem(shape, response.replace('\'', '"'), true)).isNull();
    }

    @Test
    void a_required_field_is_missed_only_when_the_response_has_to_be_complete() {
        Structure shape = SHAPES.of(TaskResource.parse("arn:aws:states:::aws-sdk:sfn:describeExecution"));

        assertThat(problem(shape, "{}", true)).isEqualTo("Required field 'ExecutionArn' is missing");
        assertThat(problem(shape, "{}", false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:states:::aws-sdk:nosuchservice:getThing",
        "arn:aws:states:::aws-sdk:kms:noSuchAction",
        "arn:aws:states:::ecs:runTask.sync",
        "arn:aws:states:::aws-sdk:kms:encrypt.waitForTaskToken",
        "arn:aws:lambda:us-east-1:123456789012:function:f"
    })
    void what_no_model_describes_is_not_checked(String resource) {
        assertThat(SHAPES.of(TaskResource.parse(resource))).isNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ecs:runTask            | {'Tasks': {}}                               | Field 'Tasks' must be an array
            dynamodb:getItem       | {'Item': []}                                | Field 'Item' must be an object
            bedrock:invokeModel    | {'Body': {'any': 1}, 'ContentType': 1}      | Field 'ContentType' must be a string
            lambda:invoke          | {'Payload': 'any', 'StatusCode': '200'}     | Field 'StatusCode' must be a number
            states:startExecution  | {'StartDate': 'now'}                        | Required field 'ExecutionArn' is missing
            """)
    void without_a_model_the_catalogue_knows_what_an_optimized_integration_gives(
            String resource, String response, String problem) throws IOException {
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            ResponseShapes shapes = new ResponseShapes(ServiceCatalogue.load(), ApiModels.onClassPath(nothing));
            Structure shape = shapes.of(TaskResource.parse("arn:aws:states:::" + resource));

            assertThat(problem(shape, response.replace('\'', '"'), true)).isEqualTo(problem);
        }
    }

    @Test
    void the_newest_of_several_model_files_in_a_folder_counts(@TempDir Path folder) throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.writeString(models.resolve("toy-2019-01-01-model.json"), model("string"));
        Files.writeString(models.resolve("toy-2021-01-01-model.json"), model("integer"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Structure shape = ApiModels.onClassPath(loader).response("toybox", "open");

            assertThat(problem(shape, "{\"Lid\": \"ajar\"}", true)).isEqualTo("Field 'Lid' must be a number");
        }
    }

    private static String model(String type) {
        return """
                {"metadata": {"serviceId": "Toy Box"}, "operations": {"Open": {"output": {"shape": "Opened"}}},
                 "shapes": {"Opened": {"type": "structure", "members": {"lid": {"shape": "Lid"}}},
                   "Lid": {"type": "%s"}}}""".formatted(type);
    }
}
