package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What expressions of a Terraform file are known to be: defaults of variables, locals, and names and ARNs of resources that
 * carry the resource's name, as those of CloudFormation do.
 */
final class TerraformValues {
    private static final Pattern VARIABLE = Pattern.compile("var\\.([\\w-]+)");
    private static final Pattern LOCAL = Pattern.compile("local\\.([\\w-]+)");
    private static final Pattern DATA = Pattern.compile(
            "data\\.(aws_caller_identity|aws_region|aws_partition)\\.[\\w-]+\\.(account_id|name|id|region|partition)");
    private static final Pattern RESOURCE =
            Pattern.compile("(?:data\\.)?(aws_\\w+)\\.([\\w-]+)(?:\\[[^\\]]*])?\\.(\\w+)");
    private static final Pattern MODULE =
            Pattern.compile("module\\.([\\w-]+)(?:\\[[^\\]]*])?\\.lambda_function_(arn|name)");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("aws_lambda_function", "AWS::Lambda::Function"),
            Map.entry("aws_lambda_alias", "AWS::Lambda::Alias"),
            Map.entry("aws_sqs_queue", "AWS::SQS::Queue"),
            Map.entry("aws_sns_topic", "AWS::SNS::Topic"),
            Map.entry("aws_dynamodb_table", "AWS::DynamoDB::Table"),
            Map.entry("aws_sfn_state_machine", "AWS::StepFunctions::StateMachine"),
            Map.entry("aws_sfn_activity", "AWS::StepFunctions::Activity"),
            Map.entry("aws_s3_bucket", "AWS::S3::Bucket"),
            Map.entry("aws_iam_role", "AWS::IAM::Role"),
            Map.entry("aws_cloudwatch_event_bus", "AWS::Events::EventBus"),
            Map.entry("aws_cloudwatch_event_connection", "AWS::Events::Connection"),
            Map.entry("aws_ecs_cluster", "AWS::ECS::Cluster"),
            Map.entry("aws_ecs_task_definition", "AWS::ECS::TaskDefinition"),
            Map.entry("aws_batch_job_queue", "AWS::Batch::JobQueue"),
            Map.entry("aws_batch_job_definition", "AWS::Batch::JobDefinition"));

    /** Resources whose {@code id} is what CloudFormation's Ref gives. */
    private static final Pattern ID_IS_REF = Pattern.compile("aws_sqs_queue|aws_sns_topic|aws_sfn_\\w+");

    private final BiFunction<String, String, @Nullable JsonNode> attribute;

    /**
     * @param attribute the value of an attribute: {@code default} of a {@code variable} by its name, or a local by its own;
     *     null where there is none
     */
    TerraformValues(BiFunction<String, String, @Nullable JsonNode> attribute) {
        this.attribute = attribute;
    }

    /** The values of the placeholders in some trees, as far as they are known. */
    Map<String, JsonNode> of(Iterable<JsonNode> trees) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        trees.forEach(tree -> collect(tree, known));
        return known;
    }

    private void collect(JsonNode tree, Map<String, JsonNode> known) {
        if (tree.isTextual()) {
            String text = tree.textValue();
            for (int start = text.indexOf("${"); start >= 0; ) {
                int end = Placeholders.end(text, start);
                String name =
                        text.substring(start + 2, Math.max(start + 2, end - 1)).trim();
                if (!known.containsKey(name)) {
                    JsonNode value = value(name);
                    if (value != null) {
                        known.put(name, value);
                        collect(value, known);
                    }
                }
                start = text.indexOf("${", end);
            }
        }
        tree.forEach(child -> collect(child, known));
    }

    private @Nullable JsonNode value(String expression) {
        Matcher variable = VARIABLE.matcher(expression);
        if (variable.matches()) {
            return attribute.apply("variable", variable.group(1));
        }
        Matcher local = LOCAL.matcher(expression);
        if (local.matches()) {
            return attribute.apply("locals", local.group(1));
        }
        Matcher data = DATA.matcher(expression);
        if (data.matches()) {
            return TextNode.valueOf(
                    switch (data.group(1)) {
                        case "aws_caller_identity" -> PhysicalNames.ACCOUNT;
                        case "aws_region" -> PhysicalNames.REGION;
                        default -> "aws";
                    });
        }
        Matcher module = MODULE.matcher(expression);
        if (module.matches()) {
            return resource("aws_lambda_function", module.group(1), module.group(2));
        }
        Matcher resource = RESOURCE.matcher(expression);
        return resource.matches() ? resource(resource.group(1), resource.group(2), resource.group(3)) : null;
    }

    private static @Nullable JsonNode resource(String type, String name, String attribute) {
        String cloudFormation = TYPES.get(type);
        if (cloudFormation == null) {
            return null;
        }
        JsonNode like = JsonNodeFactory.instance.objectNode().put("Type", cloudFormation);
        return switch (attribute) {
            case "arn", "qualified_arn", "invoke_arn" -> TextNode.valueOf(PhysicalNames.attribute(name, "Arn", like));
            case "url" -> TextNode.valueOf(PhysicalNames.ref(name, like));
            case "id" -> TextNode.valueOf(ID_IS_REF.matcher(type).matches() ? PhysicalNames.ref(name, like) : name);
            case "name", "function_name", "bucket", "family" -> TextNode.valueOf(name);
            default -> null;
        };
    }
}
