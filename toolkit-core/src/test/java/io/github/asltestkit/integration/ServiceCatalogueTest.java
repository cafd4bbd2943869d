package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCatalogueTest {
    private final ServiceCatalogue catalogue = ServiceCatalogue.load();

    @Test
    void services_support_the_patterns_of_awss_table() {
        assertThat(withSuffix("")).containsExactlyInAnyOrderElementsOf(catalogue.services());
        assertThat(withSuffix(".sync"))
                .containsExactlyInAnyOrder(
                        "athena",
                        "batch",
                        "bedrock",
                        "codebuild",
                        "ecs",
                        "eks",
                        "elasticmapreduce",
                        "emr-containers",
                        "emr-serverless",
                        "glue",
                        "databrew",
                        "mediaconvert",
                        "sagemaker",
                        "states");
        assertThat(withSuffix(".waitForTaskToken"))
                .containsExactlyInAnyOrder(
                        "apigateway", "bedrock", "ecs", "eks", "events", "lambda", "sns", "sqs", "states");
        assertThat(withSuffix(".sync:2")).containsExactly("states");
    }

    private Set<String> withSuffix(String suffix) {
        Set<String> found = new TreeSet<>();
        for (String service : catalogue.services()) {
            for (String action : catalogue.actions(service)) {
                if (catalogue.suffixes(service, action).contains(suffix)) {
                    found.add(service);
                }
            }
        }
        return found;
    }

    @Test
    void every_action_runs_in_every_partition_and_express_has_request_response_alone() {
        List<String> wrong = new ArrayList<>();
        for (String service : catalogue.services()) {
            for (String action : catalogue.actions(service)) {
                for (String suffix : catalogue.suffixes(service, action)) {
                    TaskResource resource =
                            TaskResource.parse("arn:aws-cn:states:::" + service + ":" + action + suffix);
                    if (!catalogue.supports(resource, false)
                            || catalogue.supports(resource, true) != suffix.isEmpty()
                            || !resource.api().equals(action)) {
                        wrong.add(resource.arn());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void sdk_integrations_follow_a_rule() {
        assertThat(catalogue.suffixes("aws-sdk:s3", "getObject")).containsExactly("", ".waitForTaskToken");
        assertThat(catalogue.errorPrefix("aws-sdk:s3")).isEqualTo("S3");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:states:::dynamodb:query, false",
        "arn:aws:states:::sqs:sendMessage.sync, false",
        "arn:aws:states:::ecs:runTask.sync:2, false",
        "arn:aws:states:::aws-sdk:ecs:runTask.sync, false",
        "arn:${AWS::Partition}:states:::sqs:sendMessage.sync, false",
        "arn:${AWS::Partition}:states:::sqs:sendMessage.waitForTaskToken, true",
        "arn:aws-us-gov:states:::ecs:runTask.sync, true",
        "arn:aws-cn:states:::aws-sdk:s3:getObject, true",
        "arn:aws:states:::${Service}:${Action}, true",
        "${ChargeFunctionArn}, true",
        "arn:aws:lambda:eu-west-1:123456789012:function:charge, true"
    })
    void a_resource_is_judged_by_its_service_and_pattern_whatever_else_is_open(String arn, boolean supported) {
        assertThat(catalogue.supports(TaskResource.parse(arn), false)).isEqualTo(supported);
    }

    @ParameterizedTest
    @CsvSource({
        "aws-sdk:dynamodb, DynamoDb",
        "aws-sdk:secretsmanager, SecretsManager",
        "aws-sdk:cognitoidentityprovider, CognitoIdentityProvider",
        "aws-sdk:acmpca, AcmPca",
        "aws-sdk:sfn, Sfn",
        "aws-sdk:cloudwatchlogs, CloudWatchLogs",
        "aws-sdk:brandnew, Brandnew",
        "dynamodb, DynamoDB",
        "sqs, SQS",
        "ecs, ECS",
        "elasticmapreduce, EMR",
        "eks, EKS"
    })
    void an_error_begins_with_its_services_prefix(String service, String prefix) {
        assertThat(catalogue.errorPrefix(service)).isEqualTo(prefix);
    }

    @Test
    void over_two_hundred_services_of_the_SDK_are_known_by_name() {
        assertThat(catalogue.sdkServices()).hasSizeGreaterThan(440).contains("s3", "dynamodb", "sfn");
    }

    @ParameterizedTest
    @CsvSource({
        "states, startExecution, StopExecution",
        "batch, submitJob, TerminateJob",
        "ecs, runTask, StopTask",
        "codebuild, startBuild, StopBuild",
        "glue, startJobRun, BatchStopJobRun",
        "athena, startQueryExecution, StopQueryExecution",
        "databrew, startJobRun, StopJobRun",
        "emr-containers, startJobRun, CancelJobRun",
        "emr-serverless, startJobRun, CancelJobRun",
        "emr-serverless, startApplication, StopApplication",
        "emr-serverless, createApplication, DeleteApplication",
        "mediaconvert, createJob, CancelJob",
        "sagemaker, createTrainingJob, StopTrainingJob",
        "sagemaker, createTransformJob, StopTransformJob",
        "eks, createCluster, ",
        "elasticmapreduce, addStep, CancelSteps",
        "elasticmapreduce, createCluster, ",
        "sqs, sendMessage, "
    })
    void a_job_is_cancelled_by_its_services_api(String service, String action, String api) {
        assertThat(catalogue.cancelApi(service, action)).isEqualTo(api);
    }

    @Test
    void every_action_has_its_shapes_and_says_what_each_fact_rests_on() {
        List<String> wrong = new ArrayList<>();
        for (String service : catalogue.services()) {
            for (String action : catalogue.actions(service)) {
                String name = service + ":" + action;
                List<String> facts = new ArrayList<>(List.of("errorPrefix", "request", "response"));
                wrong.addAll(faults(name + " request", catalogue.requestShape(service, action)));
                wrong.addAll(faults(name + " response", catalogue.responseShape(service, action)));
                for (String suffix : catalogue.suffixes(service, action)) {
                    JsonNode job = catalogue.jobShape(service, action + suffix);
                    if (suffix.startsWith(".sync")) {
                        wrong.addAll(faults(name + suffix, job));
                        facts.addAll(List.of("job", "cancel"));
                        if (catalogue.pollApi(service, action) != null) {
                            facts.add("poll");
                        }
                    } else if (job != null) {
                        wrong.add(name + suffix + " runs no job");
                    }
                    TaskResource resource = TaskResource.parse("arn:aws:states:::" + name + suffix);
                    if (catalogue.addition(resource) != null) {
                        facts.add("adds");
                    }
                    if (catalogue.failureRule(resource) != null) {
                        facts.add("fails");
                    }
                }
                for (String fact : facts) {
                    String evidence = catalogue.evidence(service, action, fact);
                    if (evidence == null || !EVIDENCE.contains(evidence)) {
                        wrong.add(name + " " + fact + " rests on " + evidence);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static final Set<String> EVIDENCE =
            Set.of("recording", "documentation", "policy", "api-model", "samples", "unverified");

    private static List<String> faults(String where, @Nullable JsonNode shape) {
        if (shape == null || !shape.isObject()) {
            return List.of(where + " is no shape: " + shape);
        }
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : shape.properties()) {
            JsonNode type = field.getValue();
            while (type.isArray() && type.size() == 1) {
                type = type.get(0);
            }
            boolean known = type.isObject()
                    ? faults(where, type).isEmpty()
                    : Set.of("string", "number", "boolean", "object", "any").contains(type.asText());
            if (!known || !field.getKey().matches("\\*|[A-Za-z0-9]+!?")) {
                faults.add(where + " has " + field);
            }
        }
        return faults;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqs       | sendMessage.waitForTaskToken | QueueUrl! MessageBody!",
                "lambda    | invoke                       | FunctionName!",
                "ecs       | runTask.sync                 | TaskDefinition!",
                "dynamodb  | getItem                      | TableName! Key!",
                "eks       | runJob.sync                  | ClusterName! CertificateAuthority! Endpoint! Job!",
                "sagemaker | createTransformJob.sync      | TransformJobName! ModelName! TransformInput! TransformOutput! TransformResources!"
            })
    void a_request_has_parameters_that_are_asked_for(String service, String action, String required) {
        JsonNode shape = Objects.requireNonNull(catalogue.requestShape(service, action.replaceAll("\\..*", "")));

        assertThat(shape.fieldNames())
                .toIterable()
                .filteredOn(name -> name.endsWith("!"))
                .containsExactlyInAnyOrder(required.split(" "));
    }

    @Test
    void a_job_is_described_otherwise_than_its_submission() {
        assertThat(catalogue.responseShape("batch", "submitJob"))
                .hasToString("{\"JobArn\":\"string\",\"JobName\":\"string\",\"JobId\":\"string\"}");
        assertThat(catalogue.jobShape("batch", "submitJob.sync").path("Status").asText())
                .isEqualTo("string");
        assertThat(catalogue
                        .jobShape("states", "startExecution.sync")
                        .path("Output")
                        .asText())
                .isEqualTo("string");
        assertThat(catalogue
                        .jobShape("states", "startExecution.sync:2")
                        .path("Output")
                        .asText())
                .isEqualTo("any");
        assertThat(catalogue.jobShape("states", "startExecution.waitForTaskToken"))
                .isNull();
        assertThat(catalogue.requestShape("aws-sdk:s3", "getObject")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws-us-gov:states:::aws-sdk:sfn:startExecution.waitForTaskToken, SERVICE, aws-sdk:sfn, startExecution",
        "arn:${AWS::Partition}:states:::sqs:sendMessage, SERVICE, sqs, sendMessage",
        "arn:aws:states:::states:startExecution.sync:2, SERVICE, states, startExecution",
        "arn:aws:states:eu-west-1:123456789012:activity:Approve, ACTIVITY, '',"
                + " arn:aws:states:eu-west-1:123456789012:activity:Approve",
        "arn:aws:lambda:eu-west-1:123456789012:function:charge:live, LAMBDA_FUNCTION, '',"
                + " arn:aws:lambda:eu-west-1:123456789012:function:charge:live"
    })
    void a_resource_is_taken_apart(String arn, TaskResource.Kind kind, String service, String api) {
        TaskResource resource = TaskResource.parse(arn);

        assertThat(resource.kind()).isEqualTo(kind);
        assertThat(resource.service()).isEqualTo(service);
        assertThat(resource.api()).isEqualTo(api);
    }
}
