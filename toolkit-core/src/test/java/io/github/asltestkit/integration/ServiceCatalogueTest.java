package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        "sqs, SQS"
    })
    void an_error_begins_with_its_services_prefix(String service, String prefix) {
        assertThat(catalogue.errorPrefix(service)).isEqualTo(prefix);
    }

    @Test
    void over_two_hundred_services_of_the_SDK_are_known_by_name() {
        assertThat(catalogue.sdkServices()).hasSizeGreaterThan(200).contains("s3", "dynamodb", "sfn");
    }

    @ParameterizedTest
    @CsvSource({
        "states, startExecution, StopExecution",
        "batch, submitJob, TerminateJob",
        "ecs, runTask, StopTask",
        "codebuild, startBuild, StopBuild",
        "glue, startJobRun, BatchStopJobRun",
        "elasticmapreduce, addStep, CancelSteps",
        "elasticmapreduce, createCluster, ",
        "sqs, sendMessage, "
    })
    void a_job_is_cancelled_by_its_services_api(String service, String action, String api) {
        assertThat(catalogue.cancelApi(service, action)).isEqualTo(api);
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
