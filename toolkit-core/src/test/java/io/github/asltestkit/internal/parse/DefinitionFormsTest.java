package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.definition.StateMachineSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people keep their definitions, and the ways in which they write them. */
class DefinitionFormsTest {
    private static final DefinitionOptions DEFAULTS = DefinitionOptions.defaults();
    private static final String MACHINE =
            "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${n}, \"End\": true}}}";

    private static JsonNode json(LoadedDefinition loaded) {
        assertThat(loaded.diagnostics()).isEmpty();
        return Objects.requireNonNull(loaded.definition()).json();
    }

    private static LoadedDefinition load(String name, String text) {
        return DefinitionLoader.load(name, text, DEFAULTS);
    }

    private static DefinitionOptions files(Map<String, String> files) {
        return DEFAULTS.withFiles(files::get);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StartAt: A\nStates: {A: {Type: Succeed}}\n",
                "---\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n...\n",
                "\uFEFFStartAt: A\r\nStates:\r\n  A:\r\n    Type: Succeed\r\n",
                "# a comment\nStartAt: 'A'\nStates:\n  \"A\": {'Type': \"Succeed\"} # another\n",
                "x-base: &base {Type: Succeed}\nStartAt: A\nStates: {A: *base}\n",
                "x-base: &base {Type: Succeed}\nStartAt: A\nStates: {A: {<<: *base}}\n",
                "x: &a {Type: Succeed}\ny: &b {Comment: c, Type: Fail}\nStartAt: A\nStates: {A: {<<: [*a, *b]}}\n",
                "\uFEFF{\"StartAt\": \"A\",\r\n\t\"States\": {\"A\": {\"Type\": \"Succeed\"}}}\r\n",
                "\n\n  {\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}  \n",
            })
    void a_definition_in_YAML_or_JSON_is_read_however_it_is_written(String text) {
        for (String name : List.of("m", "m.yaml", "m.asl.yml")) {
            LoadedDefinition loaded = load(name, text);

            assertThat(Objects.requireNonNull(loaded.definition()).states().states())
                    .as(text)
                    .containsOnlyKeys("A");
            assertThat(loaded.diagnostics())
                    .allSatisfy(d -> assertThat(d.message()).startsWith("Field '"));
        }
    }

    @Test
    void states_may_be_called_as_YAML_1_1_writes_booleans_and_dates_stay_text() {
        JsonNode json = json(load("m.yaml", """
                StartAt: Yes
                States:
                  Yes: {Type: Pass, Result: {at: 2024-01-01, no: No, yes: true, octal: 010, e: 1e3, n: ~}, Next: On}
                  On: {Type: Wait, Timestamp: 2024-01-01T00:00:00Z, Next: 12}
                  12: {Type: Succeed}
                """));

        assertThat(json.at("/States/Yes/Result"))
                .hasToString("{\"at\":\"2024-01-01\",\"no\":\"No\",\"yes\":true,\"octal\":10,\"e\":1E+3,\"n\":null}");
    }

    @Test
    void several_documents_in_a_file_and_tabs_that_indent_are_problems_with_a_place() {
        assertThat(load("m.yaml", "StartAt: A\nStates: {A: {Type: Succeed}}\n---\nStartAt: B\n")
                        .diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.location().line()).isEqualTo(3));
        assertThat(load("m.yaml", "StartAt: A\nStates:\n\tA: {Type: Succeed}\n").diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.location().line()).isEqualTo(3));
    }

    @Test
    void short_tags_are_called_wherever_they_stand() {
        JsonNode json = json(load("t.yaml", """
                Parameters:
                  Stage: {Type: String, Default: dev}
                  Sizes: {Type: CommaDelimitedList, Default: "1, 2"}
                Conditions:
                  IsDev: !Equals [!Ref Stage, dev]
                  Not: !Not [!Condition IsDev]
                  Both: !And [!Condition IsDev, !Not [!Condition Not]]
                  Any: !Or [!Condition Not, !Equals [a, a]]
                Mappings: {Map: {dev: {Seconds: 4}}}
                Resources:
                  Fn: {Type: AWS::Serverless::Function}
                  Q: {Type: AWS::SQS::Queue}
                  M:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      StateMachineName: !Sub "m-${Stage}"
                      Definition:
                        Comment: !Join ['-', [a, !Ref AWS::Region]]
                        StartAt: A
                        States:
                          A:
                            Type: Task
                            Resource: !GetAtt Fn.Arn
                            TimeoutSeconds: !FindInMap [Map, !Ref Stage, Seconds]
                            Parameters:
                              long: {Fn::GetAtt: [Q, Arn]}
                              url: !Ref Q
                              name: !GetAtt Q.QueueName
                              list: !Split [',', 'a,b']
                              second: !Select [1, !Ref Sizes]
                              when: !If [Both, !If [Any, 'y', 'n'], !Ref AWS::NoValue]
                              gone: !If [Not, 'y', !Ref AWS::NoValue]
                              sub: !Sub ['${x}/${Stage}/${!kept}/${Fn.Arn}', {x: !Ref Stage}]
                              import: !ImportValue other-stack-topic
                              b64: !Base64 hello
                            End: true
                """));

        assertThat(json.path("Comment").asText()).isEqualTo("a-us-east-1");
        assertThat(json.at("/States/A/Resource").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:Fn");
        assertThat(json.at("/States/A/TimeoutSeconds").asInt()).isEqualTo(4);
        assertThat(json.at("/States/A/Parameters"))
                .hasToString("{\"long\":\"arn:aws:sqs:us-east-1:123456789012:Q\","
                        + "\"url\":\"https://sqs.us-east-1.amazonaws.com/123456789012/Q\",\"name\":\"Q\",\"list\":[\"a\",\"b\"],"
                        + "\"second\":\"2\",\"when\":\"y\",\"sub\":\"dev/dev/${kept}/arn:aws:lambda:us-east-1:123456789012:function:Fn\","
                        + "\"import\":\"${other-stack-topic}\",\"b64\":\"aGVsbG8=\"}");
    }

    @Test
    void tracing_logging_type_and_name_come_along_with_those_of_the_globals() {
        LoadedDefinition sam = load("t.yaml", """
                Globals: {StateMachine: {Tracing: {Enabled: true}}}
                Resources:
                  Logs: {Type: AWS::Logs::LogGroup}
                  M:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Name: orders
                      Type: EXPRESS
                      Logging:
                        Level: ERROR
                        IncludeExecutionData: true
                        Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !GetAtt Logs.Arn}}]
                      Definition: {StartAt: A, States: {A: {Type: Succeed}}}
                """);

        assertThat(sam.name()).isEqualTo("orders");
        assertThat(sam.express()).isTrue();
        assertThat(sam.settings())
                .isEqualTo(new StateMachineSettings(
                        true,
                        new StateMachineSettings.Logging(
                                "ERROR", true, List.of("arn:aws:logs:us-east-1:123456789012:Logs"))));
        assertThat(load("main.tf", """
                resource "aws_sfn_state_machine" "m" {
                  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
                  logging_configuration {
                    level                  = "ALL"
                    include_execution_data = true
                  }
                  tracing_configuration { enabled = true }
                }
                """).settings())
                .isEqualTo(new StateMachineSettings(true, new StateMachineSettings.Logging("ALL", true, List.of())));
    }

    @Test
    void the_CDK_s_ids_are_found_without_their_hash_and_its_assets_beside_the_template() {
        String template = """
                {"Resources": {
                  "Orders0D2E7A91": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
                    "DefinitionS3Location": {"Bucket": {"Fn::Sub": "cdk-${AWS::AccountId}"}, "Key": "abc.json"},
                    "DefinitionSubstitutions": {"n": "5"}}},
                  "Other0D2E7A91": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{}"}}}}
                """;
        DefinitionOptions options = files(Map.of("asset.abc.json", MACHINE)).withLogicalId("Orders");

        LoadedDefinition loaded = DefinitionLoader.load("cdk.template.json", template, options);

        assertThat(loaded.logicalId()).isEqualTo("Orders0D2E7A91");
        assertThat(json(loaded).at("/States/A/Seconds").isInt()).isTrue();
    }

    @Test
    void a_placeholder_without_quotes_becomes_what_its_text_is_in_JSON() {
        DefinitionOptions five = DEFAULTS.withSubstitution("n", "5");

        assertThat(json(DefinitionLoader.load("m.asl.json", MACHINE, five))
                        .at("/States/A/Seconds")
                        .isInt())
                .isTrue();
        assertThat(DefinitionLoader.load("m.asl.json", MACHINE.replace("${n}", "\"${n}\""), five)
                        .isRefused())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = local.definition\n}\nlocals {\n  definition = <<EOF\n"
                        + "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}\nEOF\n}\n",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = jsonencode(local.definition)\n}\nlocals {\n  definition = { StartAt = \"A\", States = { A = { Type = \"Succeed\" } } }\n}\n",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = \"${file(\"${path.module}/m.json\")}\"\n}\n",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = file(\"m.json\")\n}\n",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = jsonencode(yamldecode(file(\"${path.module}/m.yaml\")))\n}\n",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = data.local_file.m.content\n}\ndata \"local_file\" \"m\" {\n  filename = \"${path.module}/m.json\"\n}\n",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = \"${data.template_file.m.rendered}\"\n}\ndata \"template_file\" \"m\" {\n  template = file(\"m.json\")\n}\n",
                "module \"m\" {\n  source = \"terraform-aws-modules/step-functions/aws\"\n  definition = templatefile(\"${path.module}/m.json\", {})\n}\n",
                "resource \"awscc_stepfunctions_state_machine\" \"m\" {\n  definition_string = jsonencode({ StartAt = \"A\", States = { A = { Type = \"Succeed\" } } })\n}\n",
            })
    void Terraform_says_in_many_ways_where_a_definition_is(String terraform) {
        DefinitionOptions options = files(Map.of(
                "m.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
                "m.yaml", "StartAt: A\nStates: {A: {Type: Succeed}}"));

        assertThat(json(DefinitionLoader.load("main.tf", terraform, options))
                        .at("/States/A/Type")
                        .asText())
                .isEqualTo("Succeed");
    }

    @Test
    void Terraform_s_variables_locals_and_resources_have_the_values_that_are_known() {
        JsonNode json = json(DefinitionLoader.load("main.tf", """
                variable "n" { default = 7 }
                variable "unknown" {}
                locals {
                  queue = aws_sqs_queue.orders.url
                }
                resource "aws_sfn_state_machine" "m" {
                  definition = templatefile("${path.module}/m.json", { n = var.n, fn = module.resize.lambda_function_arn, queue = local.queue, x = var.unknown })
                }
                """, files(Map.of("m.json", """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${fn}", "TimeoutSeconds": ${n}, "End": true,
                 "Parameters": {"queue": "${queue}", "x": "${x}", "kept": "$${y}"}}}}
                """))));

        assertThat(json.at("/States/A/Resource").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:resize");
        assertThat(json.at("/States/A/TimeoutSeconds").asInt()).isEqualTo(7);
        assertThat(json.at("/States/A/Parameters"))
                .hasToString(
                        "{\"queue\":\"https://sqs.us-east-1.amazonaws.com/123456789012/orders\",\"x\":\"${var.unknown}\","
                                + "\"kept\":\"${y}\"}");
    }

    @Test
    void a_Serverless_file_may_spread_over_others_and_use_variables() {
        String serverless = """
                service: shop
                custom: {stage: "${opt:stage, 'dev'}", wait: 9, retry: {MaxAttempts: 2, ErrorEquals: [States.ALL]}}
                functions:
                  charge: {handler: a.b}
                stepFunctions:
                  stateMachines:
                    order: ${file(machines.yml):order}
                    inline:
                      name: ${self:service}-${self:custom.stage}
                      definition:
                        StartAt: A
                        States:
                          A:
                            Type: Task
                            Resource: {Fn::GetAtt: [charge, Arn]}
                            TimeoutSeconds: ${self:custom.wait}
                            Retry: ["${self:custom.retry}"]
                            Next: B
                          B: ${file(states.yml):b}
                """;
        DefinitionOptions options = files(
                Map.of(
                        "machines.yml", "order: {name: order, definition: {StartAt: X, States: {X: {Type: Succeed}}}}",
                        "states.yml",
                                "b: {Type: Task, Resource: 'arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:f', End: true}"));

        LoadedDefinition inline = DefinitionLoader.load("serverless.yml", serverless, options.withLogicalId("inline"));
        assertThat(inline.name()).isEqualTo("shop-dev");
        assertThat(json(inline).at("/States/A"))
                .hasToString("{\"Type\":\"Task\","
                        + "\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:charge\",\"TimeoutSeconds\":9,"
                        + "\"Retry\":[{\"MaxAttempts\":2,\"ErrorEquals\":[\"States.ALL\"]}],\"Next\":\"B\"}");
        assertThat(json(inline).at("/States/B/Resource").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:f");
        LoadedDefinition order = DefinitionLoader.load("serverless.yml", serverless, options.withLogicalId("order"));
        assertThat(json(order).path("StartAt").asText()).isEqualTo("X");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "eu-central-1; eu-central-1",
                "\"${opt:region, 'eu-central-1'}\"; eu-central-1",
                "\"${opt:region, self:custom.region}\"; eu-west-1",
                "\"${file(region.yml):name}\"; ap-south-1",
            })
    void the_region_of_a_Serverless_file_is_in_its_variables_and_ARNs(String written, String region) {
        LoadedDefinition loaded = DefinitionLoader.load(
                "serverless.yml", """
                service: shop
                provider: {name: aws, region: %s}
                custom: {region: eu-west-1}
                functions: {charge: {handler: a.b}}
                stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Task, End: true,
                  Resource: {Fn::GetAtt: [charge, Arn]}, Parameters: {a: "${aws:region}", b: "#{AWS::Region}",
                  c: "${self:provider.region}", d: "${opt:region, self:provider.region}", e: {Ref: AWS::Region}}}}}}}}
                """.formatted(written), files(Map.of("region.yml", "name: ap-south-1")));

        assertThat(loaded.region()).isEqualTo(region);
        assertThat(json(loaded).at("/States/A/Resource").asText())
                .isEqualTo("arn:aws:lambda:" + region + ":123456789012:function:charge");
        assertThat(json(loaded).at("/States/A/Parameters").properties())
                .hasSize(5)
                .allSatisfy(field -> assertThat(field.getValue().asText()).isEqualTo(region));
    }

    @ParameterizedTest
    @CsvSource({"cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void ARNs_of_a_Serverless_file_have_the_partition_of_its_region(String region, String partition) {
        LoadedDefinition loaded =
                DefinitionLoader.load("serverless.yml", """
                provider: {region: %s}
                functions: {charge: {handler: a.b}}
                stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Task, End: true,
                  Resource: {Fn::GetAtt: [charge, Arn]}}}}}}}
                """.formatted(region), DefinitionOptions.defaults());

        assertThat(json(loaded).at("/States/A/Resource").asText())
                .isEqualTo("arn:" + partition + ":lambda:" + region + ":123456789012:function:charge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{region: '${env:REGION}'}", "{region: '${self:provider.region}'}", "{region: local}"})
    void a_Serverless_file_that_names_no_known_region_has_none(String provider) {
        LoadedDefinition loaded =
                DefinitionLoader.load("serverless.yml", """
                provider: %s
                stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Pass, End: true,
                  Result: "${aws:region}"}}}}}}
                """.formatted(provider), DefinitionOptions.defaults());

        assertThat(loaded.region()).isNull();
        assertThat(json(loaded).at("/States/A/Result").asText()).isEqualTo("us-east-1");
    }

    @Test
    void variables_and_files_that_name_themselves_end() {
        for (String value : List.of("${self:custom.a}", "${file(s.yml)}", "${self:custom.b, ${self:custom.a}}")) {
            LoadedDefinition loaded = DefinitionLoader.load(
                    "s.yml",
                    "custom: {a: '" + value
                            + "', b: 1}\nservice: x\nstepFunctions: {stateMachines: {m: {definition: {StartAt: A,"
                            + " States: {A: {Type: Fail, Cause: '${self:custom.a}'}}}}}}",
                    files(Map.of("s.yml", "a: ${file(s.yml)}")));
            assertThat(loaded.definition()).isNotNull();
        }
    }
}
