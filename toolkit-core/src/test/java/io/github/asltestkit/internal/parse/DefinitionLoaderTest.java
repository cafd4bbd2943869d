package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DefinitionLoaderTest {
    private static final DefinitionOptions DEFAULTS = DefinitionOptions.defaults();

    private static Definition definition(LoadedDefinition loaded) {
        assertThat(loaded.diagnostics()).isEmpty();
        return Objects.requireNonNull(loaded.definition());
    }

    private static String at(LoadedDefinition loaded, String pointer) {
        return definition(loaded).json().at(pointer).asText();
    }

    @Test
    void a_SAM_template_with_a_Definition_has_its_functions_called_and_its_places_kept() {
        String template = """
                Parameters:
                  Wait: {Type: Number, Default: 5}
                Resources:
                  Topic:
                    Type: AWS::SNS::Topic
                  Orders:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Type: EXPRESS
                      Definition:
                        StartAt: Notify
                        States:
                          Notify:
                            Type: Task
                            Resource: !Sub arn:${AWS::Partition}:states:::sns:publish
                            Parameters: {TopicArn: !Ref Topic, Message: hello}
                            Next: Pause
                          Pause: {Type: Wait, Seconds: !Ref Wait, Next: Don}
                          Done: {Type: Succeed}
                """;
        LoadedDefinition loaded = DefinitionLoader.load("template.yaml", template, DEFAULTS);

        assertThat(loaded.name()).isEqualTo("Orders");
        assertThat(loaded.logicalId()).isEqualTo("Orders");
        assertThat(loaded.express()).isTrue();
        assertThat(loaded.diagnostics().stream().map(Diagnostic::message))
                .containsExactly("Missing 'Next' target: Don", "State \"Done\" is not reachable.");
        assertThat(loaded.diagnostics().get(0).location()).hasToString("template.yaml:18:57  /States/Pause/Next");
        JsonNode json = Objects.requireNonNull(loaded.definition()).json();
        assertThat(json.at("/States/Notify/Resource").asText()).isEqualTo("arn:aws:states:::sns:publish");
        assertThat(json.at("/States/Notify/Parameters/TopicArn").asText())
                .isEqualTo("arn:aws:sns:us-east-1:123456789012:Topic");
        assertThat(json.at("/States/Pause/Seconds")).isEqualTo(IntNode.valueOf(5));
    }

    @Test
    void a_CDK_template_keeps_the_places_within_its_joined_string() {
        String template = """
                {"Resources": {
                  "Fn1": {"Type": "AWS::Lambda::Function"},
                  "Machine": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
                    "StateMachineName": "orders",
                    "DefinitionString": {"Fn::Join": ["", [
                      "{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Task\\",\\"End\\":true,\\"Resource\\":\\"",
                      {"Fn::GetAtt": ["Fn1", "Arn"]},
                      "\\",\\"Timeout\\":3}}}"
                    ]]}}}}}
                """;
        LoadedDefinition loaded = DefinitionLoader.load("cdk.template.json", template, DEFAULTS);

        assertThat(loaded.name()).isEqualTo("orders");
        assertThat(Objects.requireNonNull(loaded.definition())
                        .json()
                        .at("/States/A/Resource")
                        .asText())
                .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:Fn1");
        assertThat(loaded.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.message()).isEqualTo("Field 'Timeout' is not supported");
            assertThat(d.location()).hasToString("cdk.template.json:8:11  /States/A/Timeout");
        });
    }

    @Test
    void a_DefinitionString_in_a_literal_block_keeps_its_places() {
        String template = """
                Resources:
                  Machine:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      DefinitionString: !Sub |
                        {
                          "StartAt": "A",
                          "States": {
                            "A": {"Type": "Wait", "Seconds": "${Pause}", "Next": "B"}
                          }
                        }
                """;
        LoadedDefinition loaded = DefinitionLoader.load("t.yaml", template, DEFAULTS);

        assertThat(loaded.diagnostics())
                .extracting(d -> d.location().toString())
                .containsExactly("t.yaml:9:46  /States/A/Seconds", "t.yaml:9:66  /States/A/Next");
    }

    @Test
    void DefinitionUri_reads_the_file_beside_the_template_and_gives_its_placeholders_their_values() {
        String template = """
                Resources:
                  Check: {Type: AWS::Serverless::Function}
                  Machine:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: statemachine/m.asl.json
                      DefinitionSubstitutions:
                        CheckArn: !GetAtt Check.Arn
                        Mode: fast
                """;
        String machine = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${CheckArn}", "End": true,
                  "Parameters": {"mode": "very ${Mode}", "kept": "${Other}"}}}}
                """;
        LoadedDefinition loaded = DefinitionLoader.load(
                "template.yaml",
                template,
                DEFAULTS.withFiles(path -> path.equals("statemachine/m.asl.json") ? machine : null));

        assertThat(at(loaded, "/States/A/Resource")).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:Check");
        assertThat(at(loaded, "/States/A/Parameters/mode")).isEqualTo("very fast");
        assertThat(at(loaded, "/States/A/Parameters/kept")).isEqualTo("${Other}");
        assertThat(definition(loaded).locate("/States/A").place()).isEqualTo("statemachine/m.asl.json:1:34");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem_at_the_place_that_names_it() {
        LoadedDefinition loaded = DefinitionLoader.load(
                "t.yaml",
                "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: m.json}\n",
                DEFAULTS);

        assertThat(loaded.isRefused()).isTrue();
        assertThat(loaded.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.message()).isEqualTo("The file m.json cannot be read");
            assertThat(d.location().place()).isEqualTo("t.yaml:4:33");
        });
    }

    @Test
    void of_several_state_machines_one_is_named_by_its_logical_id() {
        String template = """
                Resources:
                  First: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A, States: {A: {Type: Fail}}}}}
                  Second: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: B, States: {B: {Type: Fail}}}}}
                """;

        assertThat(DefinitionLoader.logicalIds("t.yaml", template)).containsExactly("First", "Second");
        assertThat(DefinitionLoader.load("t.yaml", template, DEFAULTS).diagnostics())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.message()).isEqualTo("The template holds 2 state machines");
                    assertThat(d.hint()).isEqualTo("name one by its logical id: First, Second");
                });
        assertThat(DefinitionLoader.load("t.yaml", template, DEFAULTS.withLogicalId("Secnd"))
                        .diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.hint()).isEqualTo("did you mean \"Second\"?"));
        assertThat(definition(DefinitionLoader.load("t.yaml", template, DEFAULTS.withLogicalId("Second")))
                        .states()
                        .startAt())
                .isEqualTo("B");
    }

    @Test
    void conditions_mappings_and_lists_are_known_from_the_template() {
        String template = """
                Parameters:
                  Stage: {Type: String, Default: prod}
                Mappings:
                  Sizes: {prod: {N: 7}, dev: {N: 1}}
                Conditions:
                  IsProd: !Equals [!Ref Stage, prod]
                Resources:
                  M:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      StateMachineName: !Join ['-', [orders, !Ref Stage]]
                      Definition:
                        StartAt: A
                        States:
                          A:
                            Type: Pass
                            Result:
                              size: !FindInMap [Sizes, !Ref Stage, N]
                              part: !Select [1, !Split ['.', a.b.c]]
                              on: !If [IsProd, 'yes', !Ref AWS::NoValue]
                              off: !If [IsProd, !Ref AWS::NoValue, 'yes']
                            End: true
                """;
        LoadedDefinition loaded = DefinitionLoader.load("t.yaml", template, DEFAULTS);

        assertThat(loaded.name()).isEqualTo("orders-prod");
        assertThat(definition(loaded).json().at("/States/A/Result"))
                .hasToString("{\"size\":7,\"part\":\"b\",\"on\":\"yes\"}");
    }

    @Test
    void the_user_gives_placeholders_and_parameters_values_of_any_type() {
        LoadedDefinition loaded = DefinitionLoader.load(
                "m.asl.json",
                "{\"StartAt\": \"${Pre}-A\", \"States\": {\"${Pre}-A\": {\"Type\": \"Wait\", \"Seconds\": ${n}, \"End\": true}}}",
                DEFAULTS.withSubstitutions(Map.of("n", IntNode.valueOf(3), "Pre", TextNode.valueOf("x"))));

        assertThat(definition(loaded).json().at("/States/x-A/Seconds")).isEqualTo(IntNode.valueOf(3));
        assertThat(definition(loaded).locate("/States/x-A").column()).isEqualTo(48);
        assertThat(loaded.name()).isEqualTo("m");
        assertThat(loaded.logicalId()).isNull();
    }

    @Test
    void a_Serverless_file_holds_definitions_or_names_their_files() {
        String serverless = """
                service: x
                stepFunctions:
                  stateMachines:
                    hello:
                      name: Hello
                      type: EXPRESS
                      definition: ${file(./m.yml)}
                    inline:
                      definition: {StartAt: A, States: {A: {Type: Succeed}}}
                """;
        DefinitionOptions options =
                DEFAULTS.withFiles(path -> path.equals("./m.yml") ? "StartAt: B\nStates: {B: {Type: Fail}}" : null);

        LoadedDefinition hello = DefinitionLoader.load("serverless.yml", serverless, options.withLogicalId("hello"));
        assertThat(hello.name()).isEqualTo("Hello");
        assertThat(hello.express()).isTrue();
        assertThat(definition(hello).states().startAt()).isEqualTo("B");
        LoadedDefinition inline = DefinitionLoader.load("serverless.yml", serverless, options.withLogicalId("inline"));
        assertThat(definition(inline).locate("/States/A").place()).isEqualTo("serverless.yml:9:44");
    }

    @Test
    void Terraform_heredoc_jsonencode_and_templatefile_are_read() {
        String terraform = """
                resource "aws_sfn_state_machine" "heredoc" { # comment }
                  name       = "heredoc-machine"
                  type       = "EXPRESS"
                  definition = <<-EOF
                  {
                    "StartAt": "A",
                    "States": {"A": {"Type": "Map", "MaxConcurrency": ${var.n}, "End": true,
                      "Iterator": {"StartAt": "B", "States": {"B": {"Type": "Task", "Next": "C", "Resource": "${aws_lambda_function.f.arn}"}}}}}
                  }
                  EOF
                }
                resource "aws_sfn_state_machine" "encoded" {
                  definition = jsonencode({
                    StartAt = "A"
                    States = {
                      "A" = { Type = "Task", Resource = aws_lambda_function.f.arn, Next = "B", TimeoutSeconds = 10 }
                      B : { Type : "Succeed" }
                    }
                  })
                }
                resource "aws_sfn_state_machine" "template" {
                  definition = templatefile("${path.module}/m.asl.json", { pause = 7, arn = "x" })
                }
                """;
        DefinitionOptions options = DEFAULTS.withFiles(path -> path.equals("m.asl.json")
                ? "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${pause}, \"End\": true}}}"
                : null);

        assertThat(DefinitionLoader.logicalIds("main.tf", terraform)).containsExactly("heredoc", "encoded", "template");
        LoadedDefinition heredoc = DefinitionLoader.load(
                "main.tf",
                terraform,
                options.withLogicalId("heredoc").withSubstitutions(Map.of("var.n", IntNode.valueOf(4))));
        assertThat(heredoc.name()).isEqualTo("heredoc-machine");
        assertThat(heredoc.express()).isTrue();
        assertThat(heredoc.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.message()).isEqualTo("Missing 'Next' target: C");
            assertThat(d.location().place()).isEqualTo("main.tf:8:77");
        });
        LoadedDefinition encoded = DefinitionLoader.load("main.tf", terraform, options.withLogicalId("encoded"));
        assertThat(at(encoded, "/States/A/Resource")).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:f");
        assertThat(definition(encoded).locate("/States/A/Next").place()).isEqualTo("main.tf:16:75");
        LoadedDefinition template = DefinitionLoader.load("main.tf", terraform, options.withLogicalId("template"));
        assertThat(definition(template).json().at("/States/A/Seconds")).isEqualTo(IntNode.valueOf(7));
    }

    @Test
    void what_is_no_template_and_no_definition_is_a_problem() {
        for (String text :
                List.of("", "hello", "{", "Resources: {}", "[]", "resource \"aws_sfn_state_machine\" \"x\" {")) {
            LoadedDefinition loaded = DefinitionLoader.load("x", text, DEFAULTS);
            assertThat(loaded.isRefused()).as(text).isTrue();
            assertThat(loaded.diagnostics()).as(text).isNotEmpty();
        }
    }
}
