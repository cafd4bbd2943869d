package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            {"StartAt": "A", "QueryLanguage": "JSONata", "States": {
              "A": {"Type": "Pass", "Assign": {"v": "{% $states.input.a %}"}, "Next": "B"},
              "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": "{% $v + 1 %}",
                "Arguments": {"x": "{% $map([1..3], function($i){ $i * $v })[0] ~> $string %}"}, "Output": "{% {'a': /b/i} %}", "End": true}}}
            """, """
            service: s
            custom: {a: "${self:service}-${opt:stage, 'dev'}", b: [1, {c: d}]}
            stepFunctions:
              stateMachines:
                m: {definition: {StartAt: A, States: {A: "${self:custom.x, ${file(a.yml):b.c}}"}}}
            """, """
            locals {
              d = { StartAt = "A", States = { A = { Type = "Succeed" } } }
            }
            resource "aws_sfn_state_machine" "m" {
              definition = "${jsonencode(local.d)}"
              logging_configuration { level = "ALL" }
            }
            module "sfn" {
              source     = "terraform-aws-modules/step-functions/aws"
              definition = templatefile("${path.module}/x.json", { a = var.b, c = local.d })
            }
            """, """
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a.$": "States.Format('{} \\'x', $.b[?(@.c == 1)]..d)",
              "e.$": "$$.Execution.Id", "f.$": "States.ArrayGetItem(States.Array(1, $.a[0:2]), 0)"}, "ResultPath": "$.r", "End": true}}}
            """, """
            resource "aws_sfn_state_machine" "m" {
              definition = <<-EOF
                {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${var.n}, "End": true}}}
              EOF
            }
            """);

    private static final int DEPTH = 10_000;
    private static final int REPEATED = 100_000;

    private static final String MACHINE =
            "{\"StartAt\": \"A\", \"QueryLanguage\": \"%s\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true, %s}}}";

    private static final String PIECES = "{}[]\"':,!&*<>|-#\\\n\t $0159.eEtfnuAB/()=%~\u00e9\ud83d\ude00\u0000";

    @Test
    void whatever_the_text_there_are_only_diagnostics() {
        Random random = new Random(SEED);
        int cases = Integer.getInteger("fuzz.cases", 10_000);
        for (int i = 0; i < cases; i++) {
            String text =
                    random.nextInt(50) == 0 ? bytes(random) : mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            String name = List.of("m.json", "m.yaml", "main.tf", "m").get(random.nextInt(4));
            check("case " + i + " of seed " + SEED, name, text);
        }
    }

    /** A piece of a text, twenty thousand times: deep for a regular expression that is read recursively, and long. */
    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void whichever_piece_of_a_text_is_repeated_there_are_only_diagnostics() {
        Random random = new Random(SEED);
        int cases = Integer.getInteger("fuzz.cases", 10_000) / 100;
        for (int i = 0; i < cases; i++) {
            String seed = SEEDS.get(random.nextInt(SEEDS.size()));
            int from = random.nextInt(seed.length());
            int to = Math.min(seed.length(), from + 1 + random.nextInt(random.nextBoolean() ? 3 : 40));
            String text = seed.substring(0, from)
                    + seed.substring(from, to).repeat(REPEATED / (to - from))
                    + seed.substring(to);
            String name = List.of("m.json", "m.yaml", "main.tf", "m").get(random.nextInt(4));
            check("repeated " + i + " of seed " + SEED, name, text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Resource\": \"arn:aws:states:::lambda:invoke%1$s\", \"Type\": \"Task\"|:",
                "\"Type\": \"Task\", \"Resource\": \"%1$s\"|{",
                "\"Type\": \"Pass\", \"Comment\": \"asl-testkit: ignore A%1$s\"|, A",
                "\"Type\": \"Pass\", \"InputPath\": \"$.a[1%1$s]\"|, 1",
                "\"Type\": \"Pass\", \"Result\": {\"a\": \"$%1$s\"}|.a"
            })
    void a_long_text_in_a_field_is_read_in_one_go(String fields) {
        String field = fields.substring(0, Math.max(0, fields.lastIndexOf('|')));
        String repeated = fields.substring(fields.lastIndexOf('|') + 1);
        for (String language : List.of("JSONPath", "JSONata")) {
            check(
                    fields,
                    "m.asl.json",
                    MACHINE.replace("\"Type\": \"Pass\", ", "")
                            .formatted(language, field.formatted(repeated.repeat(REPEATED / repeated.length()))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file(\"",
                "file(\"m.json",
                "templatefile(\"",
                "templatefile(\"a\",",
                "\"${file(\"",
                "jsonencode("
            })
    void a_terraform_file_may_end_anywhere(String definition) {
        check(definition, "main.tf", "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = " + definition);
    }

    /** A machine that is ready to run, or all its problems. */
    private static void check(String what, String name, String text) {
        try {
            StateMachine.parse(name, text);
        } catch (InvalidDefinitionException refused) {
            assertThat(refused.diagnostics())
                    .as("%s, %s:%n%s", what, name, text)
                    .isNotEmpty();
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError(what + ", " + name + ":\n" + text, thrown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "{a: ",
                "- ",
                "? ",
                "!Sub [",
                "&a [",
                "{\"And\":[",
                "(",
                "<<: {",
                "${",
                "%{",
                "/*"
            })
    void ten_thousand_levels_are_a_problem_and_no_stack_overflow(String opening) {
        for (String name : List.of("m.json", "m.yaml", "main.tf", "m")) {
            check("nested", name, opening.repeat(DEPTH));
        }
        check(
                "nested",
                "main.tf",
                "resource \"aws_sfn_state_machine\" \"m\" {\n definition = jsonencode(" + opening.repeat(DEPTH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JSONata  | (                        | 1   | )",
                "JSONata  | [                        | 1   | ]",
                "JSONata  | -                        | 1   | ''",
                "JSONata  | $f := function($x){      | 1   | }",
                "JSONata  | a.(b[                    | 1   | ])",
                "JSONata  | $sum(                    | 1   | )",
                "JSONata  | 1 + (                    | 1   | )",
                "JSONPath | States.Array(            | $.a | )",
                "JSONPath | $.a[?(@.b[               | 1   | ])]",
                "JSONPath | $.a[                     | 1   | ]",
                "JSONPath | $.a                      | .b  | .c",
                "JSONPath | $..                      | a   | [*]",
            })
    void ten_thousand_levels_of_an_expression_are_a_problem_and_no_stack_overflow(
            String language, String opening, String inner, String closing) {
        String nested = opening.repeat(DEPTH) + inner + closing.repeat(DEPTH);
        String value = language.equals("JSONata") ? "{% " + nested + " %}" : nested;
        String fields = language.equals("JSONata") ? "\"Output\": \"%s\"" : "\"Parameters\": {\"a.$\": \"%s\"}";

        check("nested", "m.asl.json", MACHINE.formatted(language, fields.formatted(value)));
        check("nested", "m.asl.json", MACHINE.formatted("JSONPath", "\"InputPath\": \"" + nested + "\""));
        check("nested", "m.asl.json", MACHINE.formatted("JSONPath", "\"ResultPath\": \"" + nested + "\""));
    }

    @Test
    void states_within_states_are_a_problem_where_they_are_too_deep() {
        String open =
                "{\"StartAt\": \"A%1$d\", \"States\": {\"A%1$d\": {\"Type\": \"Parallel\", \"End\": true, \"Branches\": [";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < DEPTH; i++) {
            text.append(open.formatted(i));
        }
        check("nested", "m.asl.json", text + "]}}}".repeat(DEPTH));
        int deepest = 199;
        StringBuilder allowed = new StringBuilder();
        for (int i = 0; i < deepest; i++) {
            allowed.append(open.formatted(i));
        }
        allowed.append("{\"StartAt\": \"Z\", \"States\": {\"Z\": {\"Type\": \"Succeed\"}}}");
        check("nested", "m.asl.json", allowed + "]}}}".repeat(deepest));
    }

    @Test
    void a_row_of_ten_thousand_states_is_read() {
        StringBuilder text = new StringBuilder("{\"StartAt\": \"A0\", \"States\": {");
        for (int i = 0; i < DEPTH; i++) {
            text.append("\"A%d\": {\"Type\": \"Pass\", \"Assign\": {\"v%d\": 1}, \"Next\": \"A%d\"},"
                    .formatted(i, i % 50, i + 1));
        }
        text.append(
                "\"A%d\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"A0\"}], \"Default\": \"Z\"}, \"Z\": {\"Type\": \"Succeed\"}}}"
                        .formatted(DEPTH));

        assertThat(StateMachine.parse("long.asl.json", text.toString()).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("LOOP_WITHOUT_WAIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Aliases of aliases.
                "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]\nStartAt: *f",
                "a: &a {x: *a}",
                "a: &a {<<: *a}",
                "&a [*a]",
                "<<: [&a {b: 1}, *a, *c]"
            })
    void aliases_that_grow_or_contain_themselves_are_a_problem(String yaml) {
        check("aliases", "m.yaml", yaml);
    }

    @Test
    void conditions_that_ask_one_another_are_asked_once() {
        StringBuilder template = new StringBuilder("Conditions:\n");
        for (int i = 0; i < 60; i++) {
            template.append("  C%d: !And [Condition: C%d, Condition: C%2$d]\n".formatted(i, i + 1));
        }
        template.append(
                "  C60: !Equals [a, a]\n  Self: !Not [Condition: Self]\nResources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n"
                        + "    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A: {Type: Pass, End: true, Result: !If [C0, 1, 2], Comment: !If [Self, a, b]}\n");

        assertThat(StateMachine.parse("t.yaml", template.toString())
                        .definition()
                        .json()
                        .at("/States/A/Result")
                        .asInt())
                .isEqualTo(1);
    }

    /** Twenty levels of variables, each of which names the one below ten times. */
    @ParameterizedTest
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @ValueSource(strings = {"\"%s\"", "[%s]"})
    void variables_of_a_Serverless_file_do_not_multiply_without_bound(String value) {
        StringBuilder custom = new StringBuilder("service: s\ncustom:\n  v0: [a, b]\n");
        for (int i = 1; i <= 20; i++) {
            String named = "${self:custom.v" + (i - 1) + "}";
            String ten = value.startsWith("[") ? ("'" + named + "', ").repeat(10) : named.repeat(10);
            custom.append("  v")
                    .append(i)
                    .append(": ")
                    .append(value.formatted(ten))
                    .append('\n');
        }
        check(
                "multiplies",
                "serverless.yml",
                custom
                        + "stepFunctions:\n  stateMachines:\n    m:\n      definition:\n        StartAt: A\n        States:\n"
                        + "          A: {Type: Pass, End: true, Result: '${self:custom.v20}'}\n");
    }

    @Test
    void values_that_hold_placeholders_do_not_grow_without_bound() {
        String value = "${a}".repeat(20_000);

        check(
                "grows",
                "t.json",
                "{\"Resources\": {\"M\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\": {"
                        + "\"DefinitionSubstitutions\": {\"a\": \"" + value
                        + "\"}, \"Definition\": {\"StartAt\": \"A\", \"States\": {\"A\":"
                        + " {\"Type\": \"Pass\", \"End\": true, \"Result\": \"" + value + "\"}}}}}}}");
    }

    /** Bytes of any kind, as a file may hold them. */
    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
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
