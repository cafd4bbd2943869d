package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.spec.Partitions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a resource of a template is called once it exists: by the name that the template gives it, else by its logical id, so
 * that a mock can name {@code MyFunction}.
 *
 * @param logicalId the resource's name in the template
 * @param type CloudFormation's type, such as {@code AWS::SQS::Queue}
 * @param region where it is deployed
 * @param property the text of one of CloudFormation's properties; null if it is absent or not known
 */
record PhysicalNames(String logicalId, String type, String region, Function<String, @Nullable String> property) {
    /** The region if nobody names one. */
    static final String REGION = "us-east-1";

    static final String ACCOUNT = "123456789012";

    /**
     * What is known of a type of resource.
     *
     * @param arn the part of an ARN between the partition and the name
     * @param name the property that names the resource
     * @param refIsArn whether {@code Ref} gives the ARN
     */
    private record Kind(String arn, String name, boolean refIsArn) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("AWS::Lambda::Function", new Kind("lambda:R:A:function:", "FunctionName", false)),
            Map.entry("AWS::Lambda::Alias", new Kind("lambda:R:A:function:", "Name", true)),
            Map.entry("AWS::Lambda::Version", new Kind("lambda:R:A:function:", "", true)),
            Map.entry("AWS::Serverless::Function", new Kind("lambda:R:A:function:", "FunctionName", false)),
            Map.entry(
                    "AWS::StepFunctions::StateMachine", new Kind("states:R:A:stateMachine:", "StateMachineName", true)),
            Map.entry("AWS::Serverless::StateMachine", new Kind("states:R:A:stateMachine:", "Name", true)),
            Map.entry("AWS::StepFunctions::StateMachineAlias", new Kind("states:R:A:stateMachine:", "Name", true)),
            Map.entry("AWS::StepFunctions::StateMachineVersion", new Kind("states:R:A:stateMachine:", "", true)),
            Map.entry("AWS::StepFunctions::Activity", new Kind("states:R:A:activity:", "Name", true)),
            Map.entry("AWS::SQS::Queue", new Kind("sqs:R:A:", "QueueName", false)),
            Map.entry("AWS::SNS::Topic", new Kind("sns:R:A:", "TopicName", true)),
            Map.entry("AWS::DynamoDB::Table", new Kind("dynamodb:R:A:table/", "TableName", false)),
            Map.entry("AWS::DynamoDB::GlobalTable", new Kind("dynamodb:R:A:table/", "TableName", false)),
            Map.entry("AWS::Serverless::SimpleTable", new Kind("dynamodb:R:A:table/", "TableName", false)),
            Map.entry("AWS::S3::Bucket", new Kind("s3:::", "BucketName", false)),
            Map.entry("AWS::IAM::Role", new Kind("iam::A:role/", "RoleName", false)),
            Map.entry("AWS::Events::EventBus", new Kind("events:R:A:event-bus/", "Name", false)),
            Map.entry("AWS::Events::Connection", new Kind("events:R:A:connection/", "Name", false)),
            Map.entry("AWS::ECS::Cluster", new Kind("ecs:R:A:cluster/", "ClusterName", false)),
            Map.entry("AWS::ECS::TaskDefinition", new Kind("ecs:R:A:task-definition/", "Family", true)),
            Map.entry("AWS::Batch::JobQueue", new Kind("batch:R:A:job-queue/", "JobQueueName", true)),
            Map.entry("AWS::Batch::JobDefinition", new Kind("batch:R:A:job-definition/", "JobDefinitionName", true)),
            Map.entry("AWS::Kinesis::Stream", new Kind("kinesis:R:A:stream/", "Name", false)),
            Map.entry("AWS::Glue::Job", new Kind("glue:R:A:job/", "Name", false)),
            Map.entry("AWS::Glue::Crawler", new Kind("glue:R:A:crawler/", "Name", false)),
            Map.entry("AWS::CodeBuild::Project", new Kind("codebuild:R:A:project/", "Name", false)),
            Map.entry("AWS::SecretsManager::Secret", new Kind("secretsmanager:R:A:secret:", "Name", true)),
            Map.entry("AWS::SSM::Parameter", new Kind("ssm:R:A:parameter/", "Name", false)),
            Map.entry("AWS::KMS::Alias", new Kind("kms:R:A:", "AliasName", false)));

    /** What the names of the region's hosts end with. */
    static String urlSuffix(String region) {
        return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }

    private Kind kind() {
        String[] words = type.split("::");
        String service = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "cloudformation";
        return KINDS.getOrDefault(type, new Kind(service + ":R:A:", "", false));
    }

    /** The properties that may name the resource: of types that are not listed those that most types have. */
    private List<String> nameProperties() {
        Kind kind = KINDS.get(type);
        if (kind != null) {
            return kind.name().isEmpty() ? List.of() : List.of(kind.name());
        }
        return List.of("Name", type.substring(type.lastIndexOf(':') + 1) + "Name");
    }

    /** The name. */
    String name() {
        String given = null;
        for (String property : nameProperties()) {
            given = given == null ? property().apply(property) : given;
        }
        return given == null || given.isEmpty() || given.contains("${") ? logicalId : given;
    }

    /** What {@code Ref} gives. */
    String ref() {
        if (type.equals("AWS::SQS::Queue")) {
            return "https://sqs." + region + "." + urlSuffix(region) + "/" + ACCOUNT + "/" + name();
        }
        return kind().refIsArn() ? arn() : name();
    }

    /** What {@code Fn::GetAtt} gives. */
    String attribute(String attribute) {
        if (attribute.equals("QueueUrl") || attribute.equals("AliasArn") || attribute.equals("FunctionArn")) {
            return ref();
        }
        if (attribute.endsWith("Arn") || attribute.isEmpty()) {
            return arn();
        }
        return attribute.endsWith("Name") || attribute.equals("Id") ? name() : logicalId + "." + attribute;
    }

    /** The ARN; that of an alias or a version is the ARN of what it is of, and its own name. */
    String arn() {
        String prefix = "arn:" + Partitions.of(region) + ":"
                + kind().arn().replace(":R:", ":" + region + ":").replace(":A:", ":" + ACCOUNT + ":");
        return switch (type) {
            case "AWS::Lambda::Alias" -> qualified(prefix, "FunctionName", name());
            case "AWS::Lambda::Version" -> qualified(prefix, "FunctionName", "1");
            case "AWS::StepFunctions::StateMachineVersion" -> qualified(prefix, "StateMachineArn", "1");
            case "AWS::StepFunctions::StateMachineAlias" -> qualified(prefix, "StateMachineName", name());
            case "AWS::ECS::TaskDefinition", "AWS::Batch::JobDefinition" -> prefix + name();
            default -> prefix + name();
        };
    }

    private String qualified(String prefix, String ofWhat, String qualifier) {
        String of = property.apply(ofWhat);
        if (of == null || of.isEmpty() || of.contains("${")) {
            return prefix + logicalId;
        }
        return (of.startsWith("arn:") ? of : prefix + of) + ":" + qualifier;
    }
}
