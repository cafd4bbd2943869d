package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.DefinitionOptions.RelatedFiles;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** State machines in Terraform: files, folders, plans, states and templates. */
class TerraformTest {
    private static final DefinitionOptions DEFAULTS = DefinitionOptions.defaults();
    private static final String MACHINE = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:";

    private static Definition definition(LoadedDefinition loaded) {
        assertThat(loaded.diagnostics()).isEmpty();
        return Objects.requireNonNull(loaded.definition());
    }

    private static JsonNode json(String terraform) {
        return definition(DefinitionLoader.load("main.tf", terraform, DEFAULTS)).json();
    }

    /** A folder of files, which can be listed. */
    private static DefinitionOptions folder(Map<String, String> files) {
        return DEFAULTS.withFiles(new RelatedFiles() {
            @Override
            public @Nullable String read(String path) {
                return files.get(path);
            }

            @Override
            public List<String> list(String folder) {
                return files.keySet().stream()
                        .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                        .map(name -> name.substring(folder.length()))
                        .toList();
            }
        });
    }

    /** A machine of one Pass state with this result. */
    private static String machine(String result) {
        return """
                resource "aws_sfn_state_machine" "m" {
                  definition = jsonencode({
                    StartAt = "A"
                    States  = { A = { Type = "Pass", End = true, Result = %s } }
                  })
                }
                """.formatted(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state_machine_definition = jsonencode(local.machine)",
                "step_function_definition = templatefile(\"m.json.tftpl\", { type = \"Succeed\" })",
                "anything = jsonencode(yamldecode(templatefile(\"${path.module}/m.yaml\", { type = \"Succeed\" })))",
                "definition = <<-EOT\n    {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"${local.type}\"}}}\n  EOT",
                "definition = merge(local.machine, {})",
                "definition = var.small ? jsonencode(local.machine) : \"\"",
                "definition = jsonencode({ StartAt = \"A\", States = { for n in [\"A\"] : n => { Type = local.types[n] } } })",
            })
    void an_argument_of_a_module_is_a_state_machine_by_what_it_is(String argument) {
        String main = "module \"orders\" {\n  source = \"git::https://example.com/anything.git\"\n  " + argument
                + "\n  name = \"orders-${local.stage}\"\n  type = var.type\n}\n";
        DefinitionOptions options = folder(Map.of(
                "locals.tf",
                "locals {\n  stage = \"dev\"\n  type = \"Succeed\"\n  types = { A = local.type }\n"
                        + "  machine = { StartAt = \"A\", States = { A = { Type = \"Succeed\" } } }\n}\n",
                "variables.tf",
                "variable \"small\" { default = true }\nvariable \"type\" { default = \"STANDARD\" }\n",
                "terraform.tfvars",
                "type = \"EXPRESS\"\n",
                "m.json.tftpl",
                MACHINE.replace("Succeed", "${type}"),
                "m.yaml",
                "StartAt: A\nStates:\n  A:\n    Type: ${type}\n"));

        LoadedDefinition loaded = DefinitionLoader.load("main.tf", main, options);

        assertThat(definition(loaded).json().at("/States/A/Type").asText()).isEqualTo("Succeed");
        assertThat(loaded.logicalId()).isEqualTo("orders");
        assertThat(loaded.name()).isEqualTo("orders-dev");
        assertThat(loaded.express()).isTrue();
    }

    @Test
    void an_expression_that_only_Terraform_knows_is_a_placeholder_with_its_whole_text() {
        String file = machine("""
                {
                      one   = aws_cognito_user_pool.users["a}"].endpoint
                      two   = "x-${upper("${var.stage}-{}")}-y"
                      three = cidrsubnet(var.base,   8, 1)
                    }""");

        assertThat(json(file).at("/States/A/Result"))
                .hasToString(
                        "{\"one\":\"${aws_cognito_user_pool.users[\\\"a}\\\"].endpoint}\","
                                + "\"two\":\"x-${upper(\\\"${var.stage}-{}\\\")}-y\",\"three\":\"${cidrsubnet(var.base, 8, 1)}\"}");

        LoadedDefinition given = DefinitionLoader.load(
                "main.tf",
                file,
                DEFAULTS.withSubstitution("aws_cognito_user_pool.users[\"a}\"].endpoint", "e")
                        .withSubstitution("var.stage", "dev")
                        .withSubstitution("cidrsubnet(var.base, 8, 1)", 7));
        assertThat(definition(given).json().at("/States/A/Result"))
                .hasToString("{\"one\":\"e\",\"two\":\"x-DEV-{}-y\",\"three\":7}");
    }

    @Test
    void a_placeholder_with_quotes_and_braces_is_whole_within_a_heredoc_too() {
        String file = """
                resource "aws_sfn_state_machine" "m" {
                  definition = <<EOF
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${lookup(var.arns, "a}")}", "End": true,
                  "TimeoutSeconds": ${lookup(var.seconds, "b")}}}}
                EOF
                }
                """;

        LoadedDefinition loaded = DefinitionLoader.load("main.tf", file, DEFAULTS);
        assertThat(loaded.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message())
                    .isEqualTo("${lookup(var.seconds, \"b\")} has no value: tests run without TimeoutSeconds");
            assertThat(problem.location().place()).isEqualTo("main.tf:4:21");
        });
        JsonNode given = definition(DefinitionLoader.load(
                        "main.tf",
                        file,
                        DEFAULTS.withSubstitution("lookup(var.arns, \"a}\")", FUNCTION + "f")
                                .withSubstitution("lookup(var.seconds, \"b\")", 9)))
                .json();
        assertThat(given.at("/States/A/Resource").asText()).isEqualTo(FUNCTION + "f");
        assertThat(given.at("/States/A/TimeoutSeconds").intValue()).isEqualTo(9);
    }

    @Test
    void names_that_the_files_give_are_used_in_ARNs_and_URLs() {
        JsonNode result = json(machine("""
                {
                      function = aws_lambda_function.f.arn
                      alias    = aws_lambda_alias.live.arn
                      queue    = aws_sqs_queue.q.url
                      table    = aws_dynamodb_table.t.name
                      child    = aws_sfn_state_machine.child.arn
                      each     = aws_lambda_function.many["b"].arn
                      unnamed  = aws_sns_topic.topic.arn
                      module   = module.lambda.lambda_function_arn
                      memory   = aws_lambda_function.f.memory_size
                      found    = data.aws_lambda_function.other.arn
                    }""") + """
                resource "aws_lambda_function" "f" {
                  function_name = "charge-${local.stage}"
                  memory_size   = 512
                }
                resource "aws_lambda_alias" "live" {
                  name          = "live"
                  function_name = aws_lambda_function.f.function_name
                }
                resource "aws_lambda_function" "many" {
                  for_each      = toset(["a", "b"])
                  function_name = "many-${each.key}"
                }
                resource "aws_sqs_queue" "q" { name = "orders" }
                resource "aws_sns_topic" "topic" { name = var.unknown }
                resource "aws_dynamodb_table" "t" { name = "table" }
                module "lambda" {
                  source        = "terraform-aws-modules/lambda/aws"
                  function_name = "by-module"
                }
                data "aws_lambda_function" "other" { function_name = "elsewhere" }
                locals { stage = "dev" }
                """).at("/States/A/Result");

        assertThat(result.path("function").asText()).isEqualTo(FUNCTION + "charge-dev");
        assertThat(result.path("alias").asText()).isEqualTo(FUNCTION + "charge-dev:live");
        assertThat(result.path("queue").asText()).isEqualTo("https://sqs.us-east-1.amazonaws.com/123456789012/orders");
        assertThat(result.path("table").asText()).isEqualTo("table");
        assertThat(result.path("child").asText()).endsWith(":stateMachine:child");
        assertThat(result.path("each").asText()).isEqualTo(FUNCTION + "many-b");
        assertThat(result.path("unnamed").asText()).endsWith(":topic");
        assertThat(result.path("module").asText()).isEqualTo(FUNCTION + "by-module");
        assertThat(result.path("memory").intValue()).isEqualTo(512);
        assertThat(result.path("found").asText()).isEqualTo(FUNCTION + "elsewhere");
    }

    @Test
    void a_child_is_called_by_the_name_that_it_is_registered_under() {
        String file = """
                resource "aws_sfn_state_machine" "child" {
                  name       = "the-child"
                  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
                }
                resource "aws_sfn_state_machine" "parent" {
                  definition = jsonencode({ StartAt = "A", States = { A = {
                    Type = "Task", Resource = "arn:aws:states:::states:startExecution.sync:2", End = true
                    Parameters = { StateMachineArn = aws_sfn_state_machine.child.arn }
                  } } })
                }
                """;

        LoadedDefinition child = DefinitionLoader.load("main.tf", file, DEFAULTS.withLogicalId("child"));
        LoadedDefinition parent = DefinitionLoader.load("main.tf", file, DEFAULTS.withLogicalId("parent"));

        assertThat(child.name()).isEqualTo("the-child");
        assertThat(definition(parent)
                        .json()
                        .at("/States/A/Parameters/StateMachineArn")
                        .asText())
                .endsWith(":stateMachine:the-child");
    }

    @Test
    void comments_are_comments() {
        String file = """
                # resource "aws_sfn_state_machine" "gone" { }
                /* module "gone" { definition = jsonencode({ StartAt = "A", States = {} }) } */
                resource "aws_sfn_state_machine" "m" { // the machine
                  type       = "EXPRESS" // cheap
                  definition = jsonencode({ /* of one state */
                    StartAt = "A" // here
                    States  = { A = { Type = "Succeed" } } # that is all
                  }) /* end */
                }
                """;

        assertThat(DefinitionLoader.logicalIds("main.tf", file)).containsExactly("m");
        LoadedDefinition loaded = DefinitionLoader.load("main.tf", file, DEFAULTS);
        assertThat(definition(loaded).states().startAt()).isEqualTo("A");
        assertThat(loaded.express()).isTrue();
    }

    @Test
    void a_type_that_only_Terraform_knows_is_said() {
        String file = machine("1").replace("{\n  definition", "{\n  type = var.t\n  definition");

        LoadedDefinition loaded = DefinitionLoader.load("main.tf", file, DEFAULTS);
        assertThat(loaded.express()).isFalse();
        assertThat(loaded.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.code()).isEqualTo("UNKNOWN_STATE_MACHINE_TYPE");
            assertThat(problem.message())
                    .isEqualTo(
                            "Only Terraform knows the type of the state machine, var.t. The state machine is loaded as STANDARD");
            assertThat(problem.hint()).isEqualTo("give it a value: withSubstitution(\"var.t\", \"EXPRESS\")");
            assertThat(problem.location().place()).isEqualTo("main.tf:2:10");
        });
        assertThat(DefinitionLoader.load("main.tf", file, DEFAULTS.withSubstitution("var.t", "EXPRESS"))
                        .express())
                .isTrue();
        assertThat(DefinitionLoader.load("main.tf", file + "variable \"t\" { default = \"EXPRESS\" }\n", DEFAULTS)
                        .express())
                .isTrue();
    }

    @Test
    void a_definition_that_only_Terraform_knows_is_refused_with_the_way_out() {
        String file = """
                resource "aws_sfn_state_machine" "m" {
                  definition = <<-EOF
                    {"StartAt": "A", "States": {
                      %{ for name in var.names ~}
                      "${name}": {"Type": "Succeed"}
                      %{ endfor ~}
                    }}
                  EOF
                }
                """;

        assertThat(DefinitionLoader.load("main.tf", file, DEFAULTS).diagnostics())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("The definition depends on var.names, which only Terraform knows");
                    assertThat(problem.hint())
                            .isEqualTo("give it a value: withSubstitution(\"var.names\", ...), or load what"
                                    + " \"terraform show -json\" writes of a plan or a state");
                    assertThat(problem.location().place()).isEqualTo("main.tf:4:22");
                });
        assertThat(definition(DefinitionLoader.load(
                                "main.tf", file, DEFAULTS.withSubstitution("var.names", List.of("A"))))
                        .states()
                        .states())
                .containsOnlyKeys("A");
    }

    @Test
    void what_Terraform_refuses_is_refused_at_its_place() {
        assertThat(DefinitionLoader.load("main.tf", machine("1 2"), DEFAULTS).diagnostics())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("INVALID_TERRAFORM");
                    assertThat(problem.message())
                            .isEqualTo("Expected \",\", \"}\" or the end of the line after the value, found \"2\"");
                    assertThat(problem.location().place()).isEqualTo("main.tf:4:61");
                });
        assertThat(DefinitionLoader.load("main.tf", machine("local.a.b") + "locals { a = {} }\n", DEFAULTS)
                        .diagnostics())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("INVALID_TERRAFORM");
                    assertThat(problem.message()).isEqualTo("The object has no attribute \"b\"");
                    assertThat(problem.location().place()).isEqualTo("main.tf:4:59");
                });
    }

    @Test
    void locals_and_modules_that_name_themselves_end() {
        assertThat(json(machine("local.a") + "locals {\n  a = local.b\n  b = local.a\n}\n")
                        .at("/States/A/Result")
                        .asText())
                .isEqualTo("${local.a}");
        assertThat(json(machine("module.m.out")
                                + "module \"m\" { source = \"./\" }\noutput \"out\" { value = module.m.out }\n")
                        .at("/States/A/Result")
                        .asText())
                .isEqualTo("${module.m.out}");
        String twice = "locals {\n  a0 = [1, 2]\n"
                + java.util.stream.IntStream.range(1, 60)
                        .mapToObj(i -> "  a" + i + " = [local.a" + (i - 1) + ", local.a" + (i - 1) + "]\n")
                        .reduce("", String::concat)
                + "}\n";
        assertThat(DefinitionLoader.load("main.tf", machine("local.a59") + twice, DEFAULTS)
                        .diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("500000"));
    }

    @Test
    void a_module_whose_files_are_here_has_its_outputs() {
        DefinitionOptions options = folder(Map.of(
                "modules/f/main.tf", "resource \"aws_lambda_function\" \"f\" { function_name = \"${var.prefix}-f\" }\n",
                "modules/f/outputs.tf", "output \"arn\" { value = aws_lambda_function.f.arn }\n",
                "modules/f/variables.tf", "variable \"prefix\" {}\n"));
        String file = machine("module.f.arn") + "module \"f\" {\n  source = \"./modules/f\"\n  prefix = \"shop\"\n}\n";

        assertThat(definition(DefinitionLoader.load("main.tf", file, options))
                        .json()
                        .at("/States/A/Result")
                        .asText())
                .isEqualTo(FUNCTION + "shop-f");
    }

    @Test
    void the_files_of_a_folder_are_read_together_and_problems_are_told_in_theirs() {
        Map<String, String> files = Map.of(
                "infra/main.tf",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = jsonencode(local.machine)\n}\n",
                "infra/locals.tf",
                "locals {\n  machine = {\n    StartAt = \"A\"\n    States = { A = { Type = \"Succeed\", Nxt = \"B\" } }\n  }\n}\n");

        LoadedDefinition loaded = DefinitionLoader.load("infra", files, DEFAULTS);

        assertThat(loaded.diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().place()).isEqualTo("infra/locals.tf:4:40"));
    }

    @Test
    void a_file_in_JSON_has_the_same_blocks_and_templates_in_its_texts() {
        String file = """
                {
                  "locals": {"stage": "dev"},
                  "resource": {
                    "aws_lambda_function": {"f": {"function_name": "charge-${local.stage}"}},
                    "aws_sfn_state_machine": {"orders": {
                      "name": "orders",
                      "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"${aws_lambda_function.f.arn}\\", \\"Ed\\": true, \\"End\\": true}}}"
                    }}
                  }
                }
                """;

        LoadedDefinition loaded = DefinitionLoader.load("cdk.tf.json", file, DEFAULTS);

        assertThat(Objects.requireNonNull(loaded.definition())
                        .json()
                        .at("/States/A/Resource")
                        .asText())
                .isEqualTo(FUNCTION + "charge-dev");
        assertThat(loaded.name()).isEqualTo("orders");
        assertThat(loaded.diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().place()).isEqualTo("cdk.tf.json:7:132"));
    }

    @Test
    void a_plan_or_a_state_as_terraform_shows_it_holds_definitions_that_are_resolved() {
        String resource = """
                {"address": "module.shop.aws_sfn_state_machine.orders", "mode": "managed", "type": "aws_sfn_state_machine",
                 "name": "orders", "values": {"name": "orders-dev", "type": "EXPRESS",
                   "tracing_configuration": [{"enabled": true}],
                   "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\", \\"X\\": 1}}}"}}
                """;
        String module = "{\"child_modules\": [{\"resources\": [" + resource + "]}]}";
        String state = """
                {"version": 4, "terraform_version": "1.9.0", "resources": [{"mode": "managed", "module": "module.shop",
                 "type": "aws_sfn_state_machine", "name": "orders", "instances": [{"attributes": {"name": "orders-dev",
                   "type": "EXPRESS", "tracing_configuration": [{"enabled": true}],
                   "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\", \\"X\\": 1}}}"}}]}]}
                """;
        for (String text : List.of(
                "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9.0\", \"planned_values\": {\"root_module\": "
                        + module + "}}",
                "{\"format_version\": \"1.0\", \"terraform_version\": \"1.9.0\", \"values\": {\"root_module\": "
                        + module + "}}",
                state)) {
            LoadedDefinition loaded = DefinitionLoader.load("plan.json", text, DEFAULTS);

            assertThat(loaded.logicalId()).isEqualTo("orders");
            assertThat(loaded.name()).isEqualTo("orders-dev");
            assertThat(loaded.express()).isTrue();
            assertThat(loaded.settings().tracing()).isTrue();
            assertThat(loaded.diagnostics()).singleElement().satisfies(problem -> {
                assertThat(problem.message()).isEqualTo("Field 'X' is not supported");
                assertThat(problem.location().line()).isBetween(3, 4);
            });
        }
    }

    @Test
    void a_plan_that_does_not_know_the_definition_yet_says_so() {
        String plan = """
                {"terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_sfn_state_machine.m[0]", "type": "aws_sfn_state_machine", "values": {"name": "m"}},
                  {"address": "aws_sfn_state_machine.m[1]", "type": "aws_sfn_state_machine", "values": {"name": "n"}}]}}}
                """;

        assertThat(DefinitionLoader.logicalIds("plan.json", plan)).containsExactly("m[0]", "m[1]");
        assertThat(DefinitionLoader.load("plan.json", plan, DEFAULTS.withLogicalId("m[1]"))
                        .diagnostics())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message())
                                .isEqualTo(
                                        "The plan does not hold the definition, which is known only after the plan is applied"));
    }

    @Test
    void a_template_file_is_read_without_the_call_that_names_it() {
        String json =
                "{\"StartAt\": \"A\", \"States\": {%{ if later }\"A\": {\"Type\": \"Wait\", \"Seconds\": ${n}, \"End\": true}%{ endif }}}";

        assertThat(DefinitionLoader.load("m.asl.json.tpl", json, DEFAULTS).diagnostics())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).isEqualTo("The template depends on later, which has no value"));
        LoadedDefinition loaded = DefinitionLoader.load(
                "m.asl.json.tpl", json, DEFAULTS.withSubstitution("later", true).withSubstitution("n", 5));
        assertThat(definition(loaded).json().at("/States/A/Seconds").intValue()).isEqualTo(5);
        assertThat(loaded.name()).isEqualTo("m");
    }

    @Test
    void a_text_is_Terraform_by_what_it_is_and_not_by_a_word_in_it() {
        String comment = "# module \"x\" {\n";
        String yaml =
                "StartAt: A\nComment: 'resource \"aws_sfn_state_machine\" \"m\" {'\nStates: {A: {Type: Succeed}}\n";

        assertThat(definition(DefinitionLoader.load("m.yaml", comment + yaml, DEFAULTS))
                        .states()
                        .startAt())
                .isEqualTo("A");
        assertThat(definition(DefinitionLoader.load("text", comment + yaml, DEFAULTS))
                        .states()
                        .startAt())
                .isEqualTo("A");
        assertThat(DefinitionLoader.load(
                                "template.yaml",
                                comment
                                        + "Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A,"
                                        + " States: {A: {Type: Succeed}}}}}}\n",
                                DEFAULTS)
                        .logicalId())
                .isEqualTo("M");
        assertThat(DefinitionLoader.logicalIds("text", "# a comment\n\n" + machine("1")))
                .containsExactly("m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // what is beside the machine's own arguments; in the machine; its region
                "provider \"aws\" { region = \"eu-west-1\" };; eu-west-1",
                "provider \"aws\" { region = var.region };; ap-south-1",
                "provider \"aws\" { region = var.unknown };; ",
                "provider \"aws\" { region = data.aws_region.here.name };; us-east-1",
                "provider \"google\" { region = \"europe-west1\" };; ",
                "provider \"aws\" { region = \"eu-west-1\" }; region = \"us-west-2\"; us-west-2",
                "provider \"aws\" { region = upper() };; ",
            })
    void a_machine_is_in_the_region_of_its_provider(
            String provider, @Nullable String inMachine, @Nullable String region) {
        String main = """
                variable "region" { default = "ap-south-1" }
                data "aws_region" "here" {}
                resource "aws_sns_topic" "t" {}
                resource "aws_sfn_state_machine" "m" {
                  %s
                  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Pass", End = true,
                    Result = [data.aws_region.here.name, aws_sns_topic.t.arn] } } })
                }
                """.formatted(Objects.requireNonNullElse(inMachine, ""));

        for (LoadedDefinition loaded : List.of(
                DefinitionLoader.load("main.tf", main, folder(Map.of("providers.tf", provider))),
                DefinitionLoader.load("infra", Map.of("a.tf", main, "b.tf", provider), DEFAULTS))) {
            String elsewhere = inMachine != null ? "eu-west-1" : Objects.requireNonNullElse(region, "us-east-1");
            assertThat(loaded.region()).isEqualTo(region);
            assertThat(Objects.requireNonNull(loaded.definition()).json().at("/States/A/Result"))
                    .hasToString("[\"" + elsewhere + "\",\"arn:aws:sns:" + elsewhere + ":123456789012:t\"]");
        }
    }

    @Test
    void providers_have_aliases_that_resources_and_modules_name() {
        String main = """
                provider "aws" { region = "cn-north-1" }
                provider "aws" {
                  alias  = "west"
                  region = "us-west-1"
                }
                module "west" {
                  source    = "./child"
                  providers = { aws = aws.west }
                }
                module "here" { source = "./child" }
                module "lambda" {
                  source        = "terraform-aws-modules/lambda/aws"
                  function_name = "charge"
                  providers     = { aws = aws.west }
                }
                resource "aws_sqs_queue" "q" { provider = aws.west }
                data "aws_partition" "p" {}
                resource "aws_sfn_state_machine" "m" {
                  provider   = aws.west
                  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Pass", End = true, Result = [
                    module.west.arn, module.here.arn, module.lambda.lambda_function_arn, aws_sqs_queue.q.arn,
                    data.aws_partition.p.partition ] } } })
                }
                """;
        String child = "resource \"aws_sns_topic\" \"t\" {}\noutput \"arn\" { value = aws_sns_topic.t.arn }\n";

        LoadedDefinition loaded = DefinitionLoader.load("main.tf", main, folder(Map.of("child/main.tf", child)));

        assertThat(loaded.region()).isEqualTo("us-west-1");
        assertThat(definition(loaded).json().at("/States/A/Result"))
                .hasToString("[\"arn:aws:sns:us-west-1:123456789012:t\",\"arn:aws-cn:sns:cn-north-1:123456789012:t\","
                        + "\"arn:aws:lambda:us-west-1:123456789012:function:charge\","
                        + "\"arn:aws:sqs:us-west-1:123456789012:q\",\"aws-cn\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"region\": \"eu-west-1\"'; '{\"constant_value\": \"us-west-2\"}'; eu-west-1",
                "'\"arn\": \"arn:aws:states:eu-west-3:1:stateMachine:m\"'; '{}'; eu-west-3",
                "'\"x\": 1'; '{\"constant_value\": \"us-west-2\"}'; us-west-2",
                "'\"x\": 1'; '{\"references\": [\"var.region\"]}'; ap-south-1",
                "'\"x\": 1'; '{\"references\": [\"local.region\"]}'; ",
            })
    void a_plan_says_the_region_of_a_machine(String values, String provider, @Nullable String region) {
        String plan = """
                {"terraform_version": "1.9.0", "variables": {"region": {"value": "ap-south-1"}},
                 "planned_values": {"root_module": {"resources": [{"address": "aws_sfn_state_machine.m", "mode": "managed",
                   "type": "aws_sfn_state_machine", "name": "m",
                   "values": {%s, "definition": "{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Succeed\\"}}}"}}]}},
                 "configuration": {"provider_config": {"aws": {"name": "aws", "expressions": {"region": %s}}}}}
                """.formatted(values, provider);

        LoadedDefinition loaded = DefinitionLoader.load("plan.json", plan, DEFAULTS);

        assertThat(loaded.region()).isEqualTo(region);
        assertThat(loaded.definition()).isNotNull();
    }
}
