package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CloudFormation, SAM, the CDK and the Serverless Framework say of names, assets, loops and timeouts. */
class TemplateNamesTest {
    private static final DefinitionOptions DEFAULTS = DefinitionOptions.defaults();
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:";

    private static JsonNode json(LoadedDefinition loaded) {
        assertThat(loaded.diagnostics()).isEmpty();
        return Objects.requireNonNull(loaded.definition()).json();
    }

    private static JsonNode result(String resources, String result, DefinitionOptions options) {
        String template = resources.indent(2).replaceFirst("^ {2}---\n", "") + """
                  M:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition:
                        StartAt: A
                        States:
                          A:
                            Type: Pass
                            End: true
                            Result:
                """.indent(0) + result.indent(16);
        return json(DefinitionLoader.load("t.yaml", "Resources:\n" + template, options.withLogicalId("M")))
                .at("/States/A/Result");
    }

    @Test
    void names_that_the_template_gives_are_used_in_references() {
        JsonNode result = result("""
                Child: {Type: AWS::StepFunctions::StateMachine, Properties: {StateMachineName: the-child, DefinitionString: "{}"}}
                SamChild: {Type: AWS::Serverless::StateMachine, Properties: {Name: !Sub "sam-${AWS::Region}", DefinitionUri: x}}
                F: {Type: AWS::Lambda::Function, Properties: {FunctionName: charge}}
                Live: {Type: AWS::Lambda::Alias, Properties: {Name: live, FunctionName: !Ref F, FunctionVersion: !GetAtt V.Version}}
                V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref F}}
                S: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: prod}}
                Q: {Type: AWS::SQS::Queue, Properties: {QueueName: orders}}
                T: {Type: AWS::DynamoDB::Table, Properties: {TableName: table}}
                B: {Type: AWS::S3::Bucket, Properties: {BucketName: bucket}}
                N: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Unknown}}
                """, """
                child: !Ref Child
                childName: !GetAtt Child.Name
                sam: !Ref SamChild
                function: !GetAtt F.Arn
                alias: !Ref Live
                version: !Ref V
                published: !Ref S.Alias
                queue: !Ref Q
                queueArn: !GetAtt Q.Arn
                table: !Ref T
                bucket: !Sub "arn:aws:s3:::${B}"
                topic: !Ref N
                """, DEFAULTS);

        assertThat(result)
                .hasToString("{\"child\":\"arn:aws:states:us-east-1:123456789012:stateMachine:the-child\","
                        + "\"childName\":\"the-child\","
                        + "\"sam\":\"arn:aws:states:us-east-1:123456789012:stateMachine:sam-us-east-1\","
                        + "\"function\":\"" + FUNCTION + "charge\",\"alias\":\"" + FUNCTION + "charge:live\","
                        + "\"version\":\"" + FUNCTION + "charge:1\",\"published\":\"" + FUNCTION + "S:prod\","
                        + "\"queue\":\"https://sqs.us-east-1.amazonaws.com/123456789012/orders\","
                        + "\"queueArn\":\"arn:aws:sqs:us-east-1:123456789012:orders\",\"table\":\"table\","
                        + "\"bucket\":\"arn:aws:s3:::bucket\",\"topic\":\"arn:aws:sns:us-east-1:123456789012:N\"}");
    }

    @Test
    void what_the_Parameter_Store_holds_is_a_placeholder_and_not_the_parameter_s_name() {
        String template = """
                Parameters:
                  Fn: {Type: "AWS::SSM::Parameter::Value<String>", Default: /shop/fn}
                Resources:
                  M:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      DefinitionString: !Sub |
                        {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Fn}", "End": true,
                          "Parameters": {"a": "{{resolve:ssm:/shop/a}}", "b": "x"}}}}
                """;

        assertThat(json(DefinitionLoader.load("t.yaml", template, DEFAULTS)).at("/States/A"))
                .hasToString("{\"Type\":\"Task\",\"Resource\":\"${Fn}\",\"End\":true,"
                        + "\"Parameters\":{\"a\":\"${resolve:ssm:/shop/a}\",\"b\":\"x\"}}");
        assertThat(json(DefinitionLoader.load(
                                "t.yaml",
                                template,
                                DEFAULTS.withSubstitution("resolve:ssm:/shop/a", "1")
                                        .withSubstitution("Fn", FUNCTION + "f")))
                        .at("/States/A"))
                .hasToString("{\"Type\":\"Task\",\"Resource\":\"" + FUNCTION + "f\",\"End\":true,"
                        + "\"Parameters\":{\"a\":\"1\",\"b\":\"x\"}}");
    }

    @Test
    void loops_lengths_and_included_files_are_what_they_stand_for() {
        String template = """
                Transform: AWS::LanguageExtensions
                Parameters: {Names: {Type: CommaDelimitedList, Default: "A,B"}}
                Resources:
                  'Fn::ForEach::Machines':
                    - Name
                    - !Ref Names
                    - 'Machine${Name}':
                        Type: AWS::StepFunctions::StateMachine
                        Properties:
                          StateMachineName: !Sub "orders-${Name}"
                          Definition:
                            StartAt: !Ref Name
                            States:
                              'Fn::ForEach::States':
                                - State
                                - [!Ref Name]
                                - '${State}':
                                    Type: Pass
                                    Result: {n: {"Fn::Length": !Ref Names}, more: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: s3://b/more.yaml}}}}
                                    End: true
                """;
        DefinitionOptions options =
                DEFAULTS.withFiles(path -> path.equals("more.yaml") ? "x: !Ref AWS::Region\n" : null);

        assertThat(DefinitionLoader.logicalIds("t.yaml", template)).containsExactly("MachineA", "MachineB");
        LoadedDefinition b = DefinitionLoader.load("t.yaml", template, options.withLogicalId("MachineB"));
        assertThat(b.name()).isEqualTo("orders-B");
        assertThat(json(b).path("States"))
                .hasToString(
                        "{\"B\":{\"Type\":\"Pass\",\"Result\":{\"n\":2,\"more\":{\"x\":\"us-east-1\"}},\"End\":true}}");
    }

    @Test
    void files_that_the_CDK_writes_are_found_wherever_a_synthesizer_puts_them() {
        String hash = "7b59032bd6fa646d14133f8ee3bfbe011875b9709b22efcd06f2d247f788755e";
        String definition = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
        String staged = "{\"Resources\": {\"M\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\":"
                + " {\"DefinitionS3Location\": {\"Bucket\": \"b\", \"Key\": \"" + hash + ".json\"}}}}}";
        String legacy = "{\"Resources\": {\"M\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\":"
                + " {\"DefinitionS3Location\": {\"Bucket\": {\"Ref\": \"AssetParameters" + hash
                + "S3Bucket47FAF988\"}, \"Key\": {\"Fn::Select\": [0, {\"Fn::Split\": [\"||\", {\"Ref\": \"AssetParameters"
                + hash + "S3VersionKey\"}]}]}}}}}}";
        String manifest =
                "{\"files\": {\"" + hash + "\": {\"source\": {\"path\": \"../elsewhere.json\"}, \"destinations\":"
                        + " {\"d\": {\"objectKey\": \"" + hash + ".json\"}}}}}";

        for (var files : List.of(
                Map.of("Stack.assets.json", manifest, "../elsewhere.json", definition),
                Map.of("../asset." + hash + ".json", definition),
                Map.of("asset." + hash + ".json", definition))) {
            DefinitionOptions options = DEFAULTS.withFiles(files::get);
            assertThat(json(DefinitionLoader.load("out/Stack.template.json", staged, options))
                            .path("StartAt")
                            .asText())
                    .isEqualTo("A");
            if (!files.containsKey("Stack.assets.json")) {
                assertThat(json(DefinitionLoader.load("out/Stack.template.json", legacy, options))
                                .path("StartAt")
                                .asText())
                        .isEqualTo("A");
            }
        }
    }

    @Test
    void a_list_that_the_CDK_writes_through_its_custom_resource_is_that_list() {
        String template = """
                {"Parameters": {"Subnets": {"Type": "List<String>", "Default": "a,b"}}, "Resources": {
                  "Text": {"Type": "Custom::AWSCDKCfnJsonStringify", "Properties": {"Value": {"Ref": "Subnets"}}},
                  "M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["", [
                    "{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\",\\"End\\":true,\\"Result\\":",
                    {"Fn::GetAtt": ["Text", "Value"]}, "}}}"]]}}}}}
                """;

        assertThat(json(DefinitionLoader.load("t.template.json", template, DEFAULTS))
                        .at("/States/A/Result"))
                .hasToString("[\"a\",\"b\"]");
    }

    @Test
    void a_definition_in_S3_is_read_as_JSON_and_then_as_YAML_whatever_its_name_is() {
        String template = """
                Resources:
                  M:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: m.json
                      DefinitionSubstitutions: {Fn: !Ref F, Wait: 8}
                  F: {Type: AWS::Lambda::Alias}
                """;
        for (String text : List.of(
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Wait}, \"End\": true,},}}",
                "StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: ${Wait}\n    End: true\n",
                "StartAt: A\nStates: {A: {Type: Wait, Seconds: ${Wait}, End: true}}\n")) {
            JsonNode json = json(DefinitionLoader.load("t.yaml", template, DEFAULTS.withFiles(path -> text)));
            assertThat(json.at("/States/A/Seconds").intValue()).isEqualTo(8);
        }
        assertThat(DefinitionLoader.load("t.yaml", template, DEFAULTS.withFiles(path -> "{\"StartAt\": \"A\" \"x\"}"))
                        .diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().place()).isEqualTo("m.json:1:17"));
    }

    @Test
    void a_placeholder_in_quotes_stays_text_whatever_its_value_is() {
        for (String seconds : List.of("\"${S}\"", "'${S}'")) {
            LoadedDefinition loaded = DefinitionLoader.load(
                    "m.yaml",
                    "StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: " + seconds + "\n    End: true\n",
                    DEFAULTS.withSubstitution("S", 8));

            assertThat(loaded.isRefused()).isTrue();
            assertThat(loaded.diagnostics().stream().map(Diagnostic::message))
                    .containsExactly(
                            "Expected value of type [INTEGER]",
                            "${S} is in quotes: its value 8 becomes the text \"8\", as on AWS");
        }
        LoadedDefinition text = DefinitionLoader.load(
                "m.json",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Result\": {\"a\": \"${N}\", \"b\": \"n${N}\"}, \"End\": true}}}",
                DEFAULTS.withSubstitution("N", 3));
        assertThat(Objects.requireNonNull(text.definition()).json().at("/States/A/Result"))
                .hasToString("{\"a\":\"3\",\"b\":\"n3\"}");
        assertThat(text.diagnostics()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("QUOTED_PLACEHOLDER");
            assertThat(warning.location().place()).isEqualTo("m.json:1:68");
        });
    }

    @Test
    void places_after_a_value_are_those_of_the_file_as_it_is_written() {
        String json = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"${T}\", \"Nxt\": \"B\"}}}";
        String yaml = "StartAt: A\nStates:\n  A: {Comment: \"${T}${T}\", Type: Succeed, Nxt: B}\n";

        assertThat(DefinitionLoader.load("m.json", json, DEFAULTS.withSubstitution("T", "Succeed"))
                        .diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().column()).isEqualTo(json.indexOf("\"Nxt\"") + 1));
        assertThat(DefinitionLoader.load("m.yaml", yaml, DEFAULTS.withSubstitution("T", "a long text\\n"))
                        .diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().column()).isEqualTo(43));
    }

    @Test
    void a_placeholder_without_quotes_in_YAML_is_a_placeholder() {
        LoadedDefinition loaded = DefinitionLoader.load("m.yaml", """
                StartAt: A
                States:
                  A:
                    Type: Task
                    Resource: ${FnArn}
                    TimeoutSeconds: ${Timeout}
                    Parameters: {a: "${x}"}
                    Next: B
                  B:
                    Type: Wait
                    Seconds: ${Seconds}
                    End: true
                """, DEFAULTS);

        assertThat(Objects.requireNonNull(loaded.definition())
                        .json()
                        .at("/States/A/Resource")
                        .asText())
                .isEqualTo("${FnArn}");
        assertThat(loaded.diagnostics().stream().map(problem -> problem.severity() + " " + problem.message()))
                .containsExactly(
                        "WARNING ${Timeout} has no value: tests run without TimeoutSeconds",
                        "ERROR ${Seconds} has no value, and a value of type [INTEGER] is needed here");
    }

    @Test
    void a_Task_of_the_Serverless_Framework_gets_the_timeout_of_its_function_if_the_file_says_so() {
        String file = """
                service: shop
                provider: {timeout: 20}
                functions:
                  charge: {handler: a.b, timeout: 30, name: charge-card}
                  ship-it: {handler: a.b}
                stepFunctions:
                  stateMachines:
                    order:
                      configureTaskTimeouts: true
                      kmsKeyArns: ["arn:aws:kms:us-east-1:123456789012:key/k"]
                      definition:
                        StartAt: A
                        States:
                          A: {Type: Task, Resource: {Fn::GetAtt: [charge, Arn]}, Next: B}
                          B:
                            Type: Parallel
                            Branches:
                              - StartAt: C
                                States:
                                  C: {Type: Task, Resource: "arn:aws:states:::lambda:invoke", Parameters: {FunctionName: {Ref: ShipDashitLambdaFunction}}, End: true}
                            Next: D
                          D:
                            Type: Map
                            ItemProcessor:
                              StartAt: E
                              States:
                                E: {Type: Task, Resource: {Fn::GetAtt: [charge, Arn]}, TimeoutSeconds: 5, End: true}
                            Next: F
                          F: {Type: Task, Resource: "arn:aws:states:::sns:publish", Parameters: {TopicArn: t, Message: m}, End: true}
                """;

        JsonNode json = json(DefinitionLoader.load("serverless.yml", file, DEFAULTS));

        assertThat(json.at("/States/A/TimeoutSeconds").intValue()).isEqualTo(30);
        assertThat(json.at("/States/A/Resource").asText()).isEqualTo(FUNCTION + "charge-card");
        assertThat(json.at("/States/B/Branches/0/States/C/TimeoutSeconds").intValue())
                .isEqualTo(20);
        assertThat(json.at("/States/D/ItemProcessor/States/E/TimeoutSeconds").intValue())
                .isEqualTo(5);
        assertThat(json.at("/States/F").has("TimeoutSeconds")).isFalse();
        String without = file.replace("provider: {timeout: 20}", "provider: {name: aws}");
        assertThat(json(DefinitionLoader.load("serverless.yml", without, DEFAULTS))
                        .at("/States/B/Branches/0/States/C/TimeoutSeconds")
                        .intValue())
                .isEqualTo(6);
    }

    @Test
    void variables_that_each_name_another_twice_end_soon_and_say_so() {
        StringBuilder custom = new StringBuilder("  a0: [x, x]\n");
        for (int i = 1; i < 28; i++) {
            custom.append("  a%d: [\"${self:custom.a%d}\", \"${self:custom.a%d}\"]\n".formatted(i, i - 1, i - 1));
        }
        String file = "service: x\ncustom:\n" + custom
                + "stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Pass, End: true,"
                + " Result: \"${self:custom.a27}\"}}}}}}\n";

        assertThat(DefinitionLoader.load("serverless.yml", file, DEFAULTS).diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("The variables of the file make more values or more text than any file needs"));
        String text = file.replace("[x, x]", "'0123456789'")
                .replaceAll("\\[\"(\\$\\{self:custom.a\\d+})\", \"(\\$\\{self:custom.a\\d+})\"]", "'$1$2'");
        assertThat(DefinitionLoader.load("serverless.yml", text, DEFAULTS).isRefused())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // what provider.stage says; the stage; ${opt:stage, 'qa'}
                "prod; prod; qa",
                "\"${opt:stage, 'prod'}\"; prod; qa",
                "\"${opt:stage, self:custom.stage}\"; test; qa",
                "\"${env:STAGE}\"; dev; qa",
                "\"${self:provider.stage}\"; dev; qa",
            })
    void the_stage_of_a_Serverless_file_is_that_of_its_provider(String written, String stage, String option) {
        JsonNode result = json(DefinitionLoader.load("serverless.yml", """
                custom: {stage: test}
                provider: {stage: %s}
                params: {default: {table: t, n: 1}, test: {table: of-test}}
                stages: {prod: {params: {n: 4}}}
                stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Pass, End: true, Result: {
                  a: "${sls:stage}", b: "${opt:stage}", c: "x-${opt:stage, 'qa'}", d: "${opt:stage, sls:stage, 'x'}",
                  e: "${param:table}", f: "${param:none, 'f'}"}}}}}}}
                """.formatted(written), DEFAULTS))
                .at("/States/A/Result");

        assertThat(result)
                .hasToString("{\"a\":\"%s\",\"b\":\"%s\",\"c\":\"x-%s\",\"d\":\"%s\",\"e\":\"%s\",\"f\":\"f\"}"
                        .formatted(stage, stage, option, stage, stage.equals("test") ? "of-test" : "t"));
    }

    @Test
    void a_value_of_the_test_comes_before_any_default_of_a_Serverless_file() {
        LoadedDefinition loaded = DefinitionLoader.load(
                "serverless.yml",
                """
                custom: "${file(custom.yml)}"
                provider: {stage: "${opt:stage, 'dev'}", region: "${self:custom.regions.${sls:stage}}"}
                stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Pass, End: true, Result: {
                  a: "${opt:stage, 'qa'}", b: "${env:TABLE, 'orders'}", c: "${self:custom.regions.prod}", d: "${aws:region}",
                  e: "${ssm:/shop/key}"}}}}}}}
                """,
                DEFAULTS.withFiles(Map.of("custom.yml", "regions: {dev: us-west-2, prod: eu-west-3}")::get)
                        .withSubstitution("opt:stage", "prod")
                        .withSubstitution("env:TABLE", "orders-prod"));

        assertThat(loaded.region()).isEqualTo("eu-west-3");
        assertThat(json(loaded).at("/States/A/Result"))
                .hasToString("{\"a\":\"prod\",\"b\":\"orders-prod\",\"c\":\"eu-west-3\",\"d\":\"eu-west-3\","
                        + "\"e\":\"${ssm:/shop/key}\"}");
    }

    @Test
    void a_stack_of_the_CDK_is_in_the_region_of_its_environment() {
        String template = "{\"Resources\": {\"M\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\":"
                + " {\"DefinitionString\": {\"Fn::Join\": [\"\", [\"{\\\"StartAt\\\":\\\"A\\\",\\\"States\\\":{\\\"A\\\":"
                + "{\\\"Type\\\":\\\"Pass\\\",\\\"End\\\":true,\\\"Result\\\":\\\"\", {\"Ref\": \"AWS::Region\"},"
                + " \"\\\"}}}\"]]}}}}}";
        for (String environment : List.of("aws://123456789012/eu-west-1", "aws://unknown-account/unknown-region")) {
            String manifest = "{\"artifacts\": {\"Other\": {\"environment\": \"aws://1/us-west-1\", \"properties\":"
                    + " {\"templateFile\": \"Other.template.json\"}}, \"Stack\": {\"environment\": \"" + environment
                    + "\", \"properties\": {\"templateFile\": \"Stack.template.json\"}}}}";
            LoadedDefinition loaded = DefinitionLoader.load(
                    "cdk.out/Stack.template.json",
                    template,
                    DEFAULTS.withFiles(Map.of("manifest.json", manifest)::get));

            boolean known = environment.endsWith("eu-west-1");
            assertThat(loaded.region()).isEqualTo(known ? "eu-west-1" : null);
            assertThat(json(loaded).at("/States/A/Result").asText()).isEqualTo(known ? "eu-west-1" : "us-east-1");
        }
    }

    @Test
    void a_resource_of_any_type_is_called_by_the_name_that_the_template_gives_it() {
        assertThat(result("""
                W: {Type: AWS::Athena::WorkGroup, Properties: {Name: reports}}
                D: {Type: AWS::SageMaker::Endpoint, Properties: {EndpointName: judge}}
                N: {Type: AWS::EMR::Studio, Properties: {Description: none}}
                """, """
                w: !Ref W
                d: !GetAtt D.EndpointName
                n: !Ref N
                """, DEFAULTS)).hasToString("{\"w\":\"reports\",\"d\":\"judge\",\"n\":\"N\"}");
    }

    @Test
    void a_placeholder_within_brackets_of_YAML_is_a_placeholder_too() {
        String yaml = """
                StartAt: A
                States:
                  A: {Type: Pass, Result: {a: ${A}, b: "${B}", c: [${C}, x-${D}-${E}], d: arn:${P}:x}, Next: ${Next}}
                  B: {Type: Succeed}
                """;
        DefinitionOptions options = DEFAULTS.withSubstitution("Next", "B");

        assertThat(json(DefinitionLoader.load("m.yaml", yaml, options)).at("/States/A/Result"))
                .hasToString("{\"a\":\"${A}\",\"b\":\"${B}\",\"c\":[\"${C}\",\"x-${D}-${E}\"],\"d\":\"arn:${P}:x\"}");
        assertThat(json(DefinitionLoader.load("m.yaml", yaml, options.withSubstitution("C", 3)))
                        .at("/States/A/Result/c/0")
                        .isInt())
                .isTrue();
        LoadedDefinition broken = DefinitionLoader.load("m.yaml", yaml.replace("B: {Type", "B: {Type} {"), options);
        assertThat(broken.diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().line()).isEqualTo(4));
    }
}
