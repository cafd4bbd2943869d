package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.HclParser;
import io.github.asltestkit.internal.hcl.Scope;
import io.github.asltestkit.internal.hcl.Source;
import io.github.asltestkit.internal.hcl.Span;
import io.github.asltestkit.internal.hcl.Value;
import io.github.asltestkit.internal.hcl.Value.Fields;
import io.github.asltestkit.internal.hcl.Value.Namespace;
import io.github.asltestkit.internal.hcl.Value.Text;
import io.github.asltestkit.internal.spec.Partitions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of resources, data sources and modules, as far as files say them or names can be made up. */
final class TerraformResources {

    /** A resource that CloudFormation has as well: its type there, and Terraform's name of the argument that names it. */
    private record Kind(String cloudFormation, String name) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("aws_lambda_function", new Kind("AWS::Lambda::Function", "function_name")),
            Map.entry("aws_lambda_alias", new Kind("AWS::Lambda::Alias", "name")),
            Map.entry("aws_sqs_queue", new Kind("AWS::SQS::Queue", "name")),
            Map.entry("aws_sns_topic", new Kind("AWS::SNS::Topic", "name")),
            Map.entry("aws_dynamodb_table", new Kind("AWS::DynamoDB::Table", "name")),
            Map.entry("aws_sfn_state_machine", new Kind("AWS::StepFunctions::StateMachine", "name")),
            Map.entry("aws_sfn_activity", new Kind("AWS::StepFunctions::Activity", "name")),
            Map.entry("aws_s3_bucket", new Kind("AWS::S3::Bucket", "bucket")),
            Map.entry("aws_iam_role", new Kind("AWS::IAM::Role", "name")),
            Map.entry("aws_cloudwatch_event_bus", new Kind("AWS::Events::EventBus", "name")),
            Map.entry("aws_cloudwatch_event_connection", new Kind("AWS::Events::Connection", "name")),
            Map.entry("aws_ecs_cluster", new Kind("AWS::ECS::Cluster", "name")),
            Map.entry("aws_ecs_task_definition", new Kind("AWS::ECS::TaskDefinition", "family")),
            Map.entry("aws_batch_job_queue", new Kind("AWS::Batch::JobQueue", "name")),
            Map.entry("aws_batch_job_definition", new Kind("AWS::Batch::JobDefinition", "name")),
            Map.entry("aws_kinesis_stream", new Kind("AWS::Kinesis::Stream", "name")),
            Map.entry("aws_glue_job", new Kind("AWS::Glue::Job", "name")),
            Map.entry("aws_codebuild_project", new Kind("AWS::CodeBuild::Project", "name")));

    /** Types whose {@code id} is what CloudFormation's Ref gives. */
    private static final Set<String> ID_IS_REF = Set.of(
            "aws_sqs_queue", "aws_sns_topic", "aws_sfn_state_machine", "aws_sfn_activity", "aws_batch_job_queue");

    /**
     * What modules in the registry call the attributes of what they make.
     *
     * @param name the argument that names it
     */
    private record Output(String type, String attribute, String name) {}

    private static final Map<String, Output> OUTPUTS = Map.ofEntries(
            Map.entry("lambda_function_arn", new Output("aws_lambda_function", "arn", "function_name")),
            Map.entry("lambda_function_qualified_arn", new Output("aws_lambda_function", "arn", "function_name")),
            Map.entry("lambda_function_name", new Output("aws_lambda_function", "function_name", "function_name")),
            Map.entry("queue_arn", new Output("aws_sqs_queue", "arn", "name")),
            Map.entry("queue_url", new Output("aws_sqs_queue", "url", "name")),
            Map.entry("queue_id", new Output("aws_sqs_queue", "url", "name")),
            Map.entry("queue_name", new Output("aws_sqs_queue", "name", "name")),
            Map.entry("topic_arn", new Output("aws_sns_topic", "arn", "name")),
            Map.entry("topic_name", new Output("aws_sns_topic", "name", "name")),
            Map.entry("dynamodb_table_arn", new Output("aws_dynamodb_table", "arn", "name")),
            Map.entry("dynamodb_table_id", new Output("aws_dynamodb_table", "name", "name")),
            Map.entry("state_machine_arn", new Output("aws_sfn_state_machine", "arn", "name")),
            Map.entry("s3_bucket_arn", new Output("aws_s3_bucket", "arn", "bucket")),
            Map.entry("s3_bucket_id", new Output("aws_s3_bucket", "bucket", "bucket")));

    private final TerraformModule module;
    private final TerraformFiles files;

    TerraformResources(TerraformModule module, TerraformFiles files) {
        this.module = module;
        this.files = files;
    }

    @Nullable
    Value resource(String type, String label, Span at) {
        return instance(type, label, files.block("resource", type, label), at);
    }

    private @Nullable Value instance(String type, String label, @Nullable Block block, Span at) {
        return block == null && !KINDS.containsKey(type) ? null : new Instance(type, label, block, module, at);
    }

    @Nullable
    Value data(String type, String label, Span at) {
        return switch (type) {
            case "aws_caller_identity" ->
                constants(at, "account_id", PhysicalNames.ACCOUNT, "id", PhysicalNames.ACCOUNT);
            case "aws_region" ->
                new TerraformModule.Names(
                        name -> Set.of("name", "id", "region").contains(name)
                                ? text(region(type, files.block("data", type, label)), at)
                                : null,
                        at);
            case "aws_partition" -> {
                String region = region(type, files.block("data", type, label));
                yield constants(at, "partition", Partitions.of(region), "dns_suffix", PhysicalNames.urlSuffix(region));
            }
            default -> {
                Block block = files.block("data", type, label);
                yield switch (type) {
                    case "local_file" -> new TerraformModule.Names(name -> localFile(block, name, at), at);
                    case "template_file" -> new TerraformModule.Names(name -> templateFile(block, name), at);
                    default -> instance(type, label, block, at);
                };
            }
        };
    }

    private String region(String type, @Nullable Block block) {
        return Objects.requireNonNullElse(module.regions().ofResource(type, block), PhysicalNames.REGION);
    }

    private static Value constants(Span at, String name, String value, String other, String otherValue) {
        return new TerraformModule.Names(
                attribute -> attribute.equals(name)
                        ? text(value, at)
                        : attribute.equals(other) ? text(otherValue, at) : null,
                at);
    }

    private static Value text(String text, Span at) {
        return Value.of(TextNode.valueOf(text), at);
    }

    private @Nullable Value argument(@Nullable Block block, String name, Scope scope) {
        Expression expression = block == null ? null : block.body().attribute(name);
        return expression == null ? null : module.evaluate(expression, scope);
    }

    private @Nullable Value localFile(@Nullable Block block, String attribute, Span at) {
        String path = TerraformModule.text(argument(block, "filename", module));
        if (path == null || !attribute.startsWith("content")) {
            return null;
        }
        String plain = path.replaceFirst("^(?:\\./+)+", "");
        String content = module.file(plain);
        if (content == null) {
            throw HclException.missingFile(plain, at);
        }
        Span whole = new Span(Source.of(plain, content), 0, content.length());
        return TerraformDefinition.verbatim(whole);
    }

    /** A template whose text is an argument; its own variables are in {@code vars}. */
    private @Nullable Value templateFile(@Nullable Block block, String attribute) {
        Value argument = attribute.equals("rendered") ? argument(block, "template", module) : null;
        if (!(argument instanceof Text template) || template.partial()) {
            return argument instanceof Value.Unknown ? argument : null;
        }
        Value variables = argument(block, "vars", module);
        Source source = TerraformDefinition.source(template);
        return module.evaluate(HclParser.template(source), (name, at) -> field(variables, name));
    }

    private static @Nullable Value field(@Nullable Value of, String name) {
        Value.Entry entry = of instanceof Fields fields ? fields.entries().get(name) : null;
        return entry == null ? null : entry.value();
    }

    @Nullable
    Value module(String label, @Nullable Block block, @Nullable TerraformModule child, Span at) {
        return new ModuleCall(label, block, child, at);
    }

    /** A module that is called; with {@code count} or {@code for_each} one of its instances. */
    private final class ModuleCall implements Namespace {
        private final String label;
        private final @Nullable Block block;
        private final @Nullable TerraformModule child;
        private final Span at;

        ModuleCall(String label, @Nullable Block block, @Nullable TerraformModule child, Span at) {
            this.label = label;
            this.block = block;
            this.child = child;
            this.at = at;
        }

        @Override
        public Span at() {
            return at;
        }

        @Override
        public @Nullable Value attribute(String name, Span place) {
            Value output = child == null ? null : child.output(name);
            if (output != null && !(output instanceof Value.Unknown)) {
                return output;
            }
            Output known = OUTPUTS.get(name);
            return known == null
                    ? null
                    : new Instance(known.type(), label, block, module, at, known.name())
                            .attribute(known.attribute(), place);
        }

        @Override
        public @Nullable Value index(Value index, Span place) {
            return this;
        }
    }

    /** A resource or data source; with {@code count} or {@code for_each} one of its instances. */
    private final class Instance implements Namespace {
        private final String type;
        private final String label;
        private final @Nullable Block block;
        private final Scope scope;
        private final Span at;
        private final String nameArgument;

        Instance(String type, String label, @Nullable Block block, Scope scope, Span at) {
            this(
                    type,
                    label,
                    block,
                    scope,
                    at,
                    KINDS.containsKey(type)
                            ? KINDS.getOrDefault(type, new Kind("", "")).name()
                            : "name");
        }

        Instance(String type, String label, @Nullable Block block, Scope scope, Span at, String nameArgument) {
            this.type = type;
            this.label = label;
            this.block = block;
            this.scope = scope;
            this.at = at;
            this.nameArgument = nameArgument;
        }

        @Override
        public Span at() {
            return at;
        }

        @Override
        public @Nullable Value index(Value index, Span place) {
            String key = TerraformModule.text(index);
            boolean number =
                    index instanceof Value.Scalar scalar && scalar.json().isInt();
            if (key == null && !number) {
                return null;
            }
            Map<String, Value> names = new HashMap<>();
            if (key != null) {
                names.put("each", new TerraformModule.Names(name -> each(name, index, key), place));
            } else {
                names.put("count", new TerraformModule.Names(name -> name.equals("index") ? index : null, place));
            }
            boolean first = number
                    && index instanceof Value.Scalar scalar
                    && scalar.json().intValue() == 0;
            String suffix = first
                    ? ""
                    : "-" + (key == null ? ((Value.Scalar) index).json().asText() : key);
            return new Instance(type, label + suffix, block, module.with(names), place, nameArgument);
        }

        private @Nullable Value each(String name, Value index, String key) {
            if (name.equals("key")) {
                return index;
            }
            Value all = argument(block, "for_each", module);
            Value value = field(all, key);
            return value != null ? value : all instanceof Value.Sequence ? index : null;
        }

        @Override
        public @Nullable Value attribute(String name, Span place) {
            Kind kind = KINDS.get(type);
            if (kind != null) {
                PhysicalNames names = new PhysicalNames(label, kind.cloudFormation(), regionOf(), this::property);
                String made = switch (name) {
                    case "arn", "qualified_arn", "invoke_arn" -> names.arn();
                    case "url" -> names.ref();
                    case "id" -> ID_IS_REF.contains(type) ? names.ref() : names.name();
                    default -> name.equals(kind.name()) || name.equals("name") ? names.name() : null;
                };
                if (made != null) {
                    return text(made, place);
                }
            }
            Value argument = module.once(type + "." + label + "." + name, () -> argument(block, name, scope));
            return argument instanceof Value.Unknown ? null : argument;
        }

        private String regionOf() {
            return block != null && block.type().equals("module")
                    ? Objects.requireNonNullElse(module.regions().inModule(block, "aws"), PhysicalNames.REGION)
                    : region(type, block);
        }

        /** What CloudFormation would call a property. */
        private @Nullable String property(String name) {
            String argument = switch (name) {
                case "FunctionName" -> "function_name";
                default -> nameArgument;
            };
            return TerraformModule.text(
                    module.once(type + "." + label + "." + argument, () -> argument(block, argument, scope)));
        }
    }
}
