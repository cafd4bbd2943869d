package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * What a resource of a template would be called once it exists: stable names and ARNs that carry the logical id, so that
 * a mock can name {@code MyFunction}.
 */
final class PhysicalNames {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "123456789012";

    /** The part of an ARN between service and logical id. */
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry("AWS::Lambda::Function", "lambda:R:A:function:"),
            Map.entry("AWS::Lambda::Alias", "lambda:R:A:function:"),
            Map.entry("AWS::Lambda::Version", "lambda:R:A:function:"),
            Map.entry("AWS::Serverless::Function", "lambda:R:A:function:"),
            Map.entry("AWS::StepFunctions::StateMachine", "states:R:A:stateMachine:"),
            Map.entry("AWS::Serverless::StateMachine", "states:R:A:stateMachine:"),
            Map.entry("AWS::StepFunctions::Activity", "states:R:A:activity:"),
            Map.entry("AWS::SQS::Queue", "sqs:R:A:"),
            Map.entry("AWS::SNS::Topic", "sns:R:A:"),
            Map.entry("AWS::DynamoDB::Table", "dynamodb:R:A:table/"),
            Map.entry("AWS::Serverless::SimpleTable", "dynamodb:R:A:table/"),
            Map.entry("AWS::S3::Bucket", "s3:::"),
            Map.entry("AWS::IAM::Role", "iam::A:role/"),
            Map.entry("AWS::Events::EventBus", "events:R:A:event-bus/"),
            Map.entry("AWS::Events::Connection", "events:R:A:connection/"),
            Map.entry("AWS::ECS::Cluster", "ecs:R:A:cluster/"),
            Map.entry("AWS::ECS::TaskDefinition", "ecs:R:A:task-definition/"),
            Map.entry("AWS::Batch::JobQueue", "batch:R:A:job-queue/"),
            Map.entry("AWS::Batch::JobDefinition", "batch:R:A:job-definition/"));

    private PhysicalNames() {}

    /** What {@code Ref} gives for a resource. */
    static String ref(String logicalId, JsonNode resource) {
        return switch (resource.path("Type").asText()) {
            case "AWS::SQS::Queue" -> "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + logicalId;
            case "AWS::SNS::Topic",
                    "AWS::StepFunctions::StateMachine",
                    "AWS::Serverless::StateMachine",
                    "AWS::StepFunctions::Activity",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::Version",
                    "AWS::ECS::TaskDefinition",
                    "AWS::Batch::JobQueue",
                    "AWS::Batch::JobDefinition" -> arn(logicalId, resource);
            default -> logicalId;
        };
    }

    /** What {@code Fn::GetAtt} gives. */
    static String attribute(String logicalId, String attribute, JsonNode resource) {
        if (attribute.endsWith("Arn") || attribute.isEmpty()) {
            return arn(logicalId, resource);
        }
        return attribute.endsWith("Name") || attribute.equals("Id") ? logicalId : logicalId + "." + attribute;
    }

    private static String arn(String logicalId, JsonNode resource) {
        String type = resource.path("Type").asText();
        String[] words = type.split("::");
        String service = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "cloudformation";
        String middle = ARNS.getOrDefault(type, service + ":R:A:");
        return "arn:aws:" + middle.replace(":R:", ":" + REGION + ":").replace(":A:", ":" + ACCOUNT + ":") + logicalId;
    }
}
