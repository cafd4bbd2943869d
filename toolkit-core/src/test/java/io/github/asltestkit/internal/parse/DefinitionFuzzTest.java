package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arbitrary, truncated and mutated texts end in diagnostics; {@code -Dfuzz.cases} says how many (ten thousand). */
class DefinitionFuzzTest {
    private static final long SEED = 20_240_101L;

    private static final List<String> SEEDS = List.of("""
            {"StartAt": "A", "QueryLanguage": "JSONPath", "States": {
              "A": {"Type": "Task", "Resource": "${Fn}", "Next": "B", "Retry": [{"ErrorEquals": ["X"], "BackoffRate": 1.5}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B", "ResultPath": null}]},
              "B": {"Type": "Choice", "Choices": [{"Not": {"Variable": "$.a", "NumericLessThan": 1.0}, "Next": "C"}]},
              "C": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "D", "States": {"D": {"Type": "Succeed"}}}}}}
            """, """
            Resources:
              Fn: {Type: AWS::Lambda::Function}
              M:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineName: !Join ['-', [a, !Ref AWS::StackName, !Select [1, !Split [',', 'a,b']]]]
                  DefinitionString: !Sub |
                    {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${n}, "End": true}}}
                  DefinitionSubstitutions: {n: !GetAtt Fn.Arn}
            """, """
            resource "aws_sfn_state_machine" "m" {
              name = "x-${var.y}"
              definition = jsonencode({ StartAt = "A", States = { "A" = { Type = "Pass", Result = [1, f(x)], End = true } } })
            }
            """, """
            stepFunctions:
              stateMachines:
                m: {name: x, definition: {StartAt: &a A, States: {A: {<<: {Type: Pass}, End: true, Comment: *a}}}}
            """, """
            {"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString":
              {"Fn::Join": ["", ["{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"", {"Ref": "T"}, "\\"}}}"]]}}}}}
            """, """
            resource "aws_sfn_state_machine" "m" {
              definition = <<-EOF
                {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${var.n}, "End": true}}}
              EOF
            }
            """);

    private static final String PIECES = "{}[]\"':,!&*<>|-#\\\n\t $0159.eEtfnuAB/()=%~\u00e9\ud83d\ude00\u0000";

    @Test
    void whatever_the_text_there_are_only_diagnostics() {
        Random random = new Random(SEED);
        int cases = Integer.getInteger("fuzz.cases", 10_000);
        for (int i = 0; i < cases; i++) {
            String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            String name = List.of("m.json", "m.yaml", "main.tf", "m").get(random.nextInt(4));
            try {
                LoadedDefinition loaded = DefinitionLoader.load(name, text, DefinitionOptions.defaults());
                assertThat(loaded.definition() != null || !loaded.diagnostics().isEmpty())
                        .isTrue();
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError("case " + i + " of seed " + SEED + ", " + name + ":\n" + text, thrown);
            }
        }
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        if (random.nextInt(4) == 0) {
            text.setLength(random.nextInt(text.length()));
        }
        int changes = random.nextInt(6);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            int other = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
                default -> text.insert(at, text.substring(Math.min(at, other), Math.max(at, other)));
            }
        }
        return text.toString();
    }
}
