package io.github.asltestkit.internal.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of expressions, by Terraform's documentation of its language and functions. */
class ExpressionTest {
    private static final Map<String, String> FILES = Map.of(
            "m.txt", "plain ${x}",
            "t.tftpl",
                    "%{ for i, n in names ~}\n${i}=${upper(n)};\n%{ endfor ~}\n%{ if on }yes%{ else }no%{ endif }$${kept}%%{kept}",
            "m.json", "{\"a\": [1, {\"b\": true}]}");

    private final Map<String, JsonNode> given = new LinkedHashMap<>();

    private String value(String expression) {
        Body body = HclParser.file(Source.of("main.tf", "x = " + expression + "\n"));
        Expression read = body.attributes().get("x");
        Environment environment = new Environment() {
            @Override
            public @Nullable String file(String path) {
                return FILES.get(path);
            }

            @Override
            public @Nullable JsonNode yaml(String text) {
                return text.equals("a: 1")
                        ? new com.fasterxml.jackson.databind.ObjectMapper()
                                .createObjectNode()
                                .put("a", 1)
                        : null;
            }

            @Override
            public Map<String, JsonNode> given() {
                return given;
            }
        };
        return Values.json(new Evaluator(environment).evaluate(read, (name, at) -> null))
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "-2 + 10 % 4 | 0",
                "7 / 2 | 3.5",
                "1 < 2 && !(2 <= 1) || false | true",
                "1 == 1.0 ? \"same\" : \"other\" | \"same\"",
                "\"a\" != \"b\" | true",
                "{ a = 1, (\"b\") : 2, \"c-${1 + 1}\" = [true, null], for = 3, if = 4, null = 5 } | {\"a\":1,\"b\":2,\"c-2\":[true,null],\"for\":3,\"if\":4,\"null\":5}",
                "{ a = { b = [1, 2] } }.a.b[1] | 2",
                "{ a = { b = [1, 2] } }[\"a\"].b.0 | 1",
                "[{ n = 1 }, { n = 2 }][*].n | [1,2]",
                "[{ n = [1] }, { n = [2] }].*.n | [[1],[2]]",
                "[for n in [1, 2, 3] : n * 2 if n != 2] | [2,6]",
                "{ for k, v in { b = 1, a = 2 } : upper(k) => v } | {\"A\":2,\"B\":1}",
                "{ for s in [\"ab\", \"ac\", \"b\"] : substr(s, 0, 1) => s... } | {\"a\":[\"ab\",\"ac\"],\"b\":[\"b\"]}",
                "[for i, s in [\"x\", \"y\"] : \"${i}${s}\"] | [\"0x\",\"1y\"]",
                "\"\\U0001F600\\u00e9\\n$${x} %%{y}\" | \"\uD83D\uDE00\u00e9\\n${x} %{y}\"",
                "\"a ${~ \"b\" ~} c\" | \"abc\"",
                "\"%{ if 1 > 2 }a%{ else }b%{ endif }\" | \"b\"",
                "\"${5}\" | 5",
                "jsonencode([9007199254740993, 12345678901234567890, 1e21]) | \"[9007199254740993,12345678901234567890,1000000000000000000000]\"",
                "jsonencode({ a = [1, \"x\"] }) | \"{\\\"a\\\":[1,\\\"x\\\"]}\"",
                "jsondecode(\"{\\\"a\\\": [1, 2]}\").a[1] | 2",
                "jsondecode(jsonencode({ a = 1 })).a | 1",
                "jsondecode(file(\"m.json\")).a[1].b | true",
                "yamldecode(\"a: 1\").a | 1",
                "file(\"m.txt\") | \"plain ${x}\"",
                "templatefile(\"t.tftpl\", { names = [\"a\", \"b\"], on = true }) | \"0=A;\\n1=B;\\nyes${kept}%{kept}\"",
                "fileexists(\"./m.txt\") | true",
                "merge({ a = 1, b = 1 }, { b = 2 }) | {\"a\":1,\"b\":2}",
                "merge([{ a = 1 }, { b = 2 }]...) | {\"a\":1,\"b\":2}",
                "format(\"%s-%03d-%.2f%%\", \"a\", 7, 1.5) | \"a-007-1.50%\"",
                "join(\",\", [\"a\", 1, true]) | \"a,1,true\"",
                "split(\",\", \"a,b\") | [\"a\",\"b\"]",
                "replace(\"a.b.c\", \".\", \"-\") | \"a-b-c\"",
                "lower(\"AB\") | \"ab\"",
                "title(\"hello world\") | \"Hello World\"",
                "trimspace(\"  a \") | \"a\"",
                "trimprefix(\"abc\", \"a\") | \"bc\"",
                "trimsuffix(\"abc\", \"c\") | \"ab\"",
                "chomp(\"a\\n\") | \"a\"",
                "lookup({ a = 1 }, \"b\", 2) | 2",
                "coalesce(null, \"\", \"x\") | \"x\"",
                "try({ a = 1 }.b, \"none\") | \"none\"",
                "can({ a = 1 }.b) | false",
                "concat([1], [2, 3]) | [1,2,3]",
                "flatten([[1, [2]], [3]]) | [1,2,3]",
                "element([1, 2], 3) | 2",
                "length(\"abc\") + length([1]) + length({ a = 1 }) | 5",
                "keys({ b = 1, a = 2 }) | [\"a\",\"b\"]",
                "values({ b = 1, a = 2 }) | [2,1]",
                "toset([\"b\", \"a\", \"b\"]) | [\"a\",\"b\"]",
                "tostring(5) | \"5\"",
                "tonumber(\"5\") | 5",
                "tobool(\"true\") | true",
                "contains([1, 2], 2) | true",
                "distinct([1, 1, 2]) | [1,2]",
                "compact([\"a\", \"\", null]) | [\"a\"]",
                "slice([1, 2, 3], 1, 3) | [2,3]",
                "range(3) | [0,1,2]",
                "zipmap([\"a\"], [1]) | {\"a\":1}",
                "max(1, 5, 3) - min(4, 2) | 3",
                "ceil(1.2) + floor(1.8) | 3",
                "base64encode(\"hello\") | \"aGVsbG8=\"",
                "md5(\"a\") | \"0cc175b9c0f1b6a831c399e269772661\"",
                "startswith(\"abc\", \"ab\") | true",
                "one([]) | null",
                "basename(\"a/b.txt\") | \"b.txt\"",
            })
    void an_expression_whose_parts_are_known_has_a_value(String expression, String value) {
        assertThat(value(expression)).isEqualTo(value.replace("\\\\u", "\\u"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "var.x | \"${var.x}\"",
                "var.x.y[0][\"a}\"] | \"${var.x.y[0][\\\"a}\\\"]}\"",
                "upper(\"a-${var.x}\") | \"${upper(\\\"a-${var.x}\\\")}\"",
                "\"a-${var.x}-b\" | \"a-${var.x}-b\"",
                "var.x ? 1 : 2 | \"${var.x ? 1 : 2}\"",
                "[for n in var.x : n] | \"${[for n in var.x : n]}\"",
                "{ a = var.x, b = 1 } | {\"a\":\"${var.x}\",\"b\":1}",
                "merge({ a = var.x }, { b = 1 }) | {\"a\":\"${var.x}\",\"b\":1}",
                "length([var.x, 1]) | 2",
                "lookup({ a = 1 }, var.x,   2) | \"${lookup({ a = 1 }, var.x, 2)}\"",
                "cidrsubnet(\"10.0.0.0/8\", 8, 1) | \"${cidrsubnet(\\\"10.0.0.0/8\\\", 8, 1)}\"",
                "false && var.x | false",
                "jsonencode({ a = var.x }) | \"{\\\"a\\\":\\\"${var.x}\\\"}\"",
            })
    void an_expression_of_which_a_part_is_not_known_is_a_placeholder_with_its_whole_text(
            String expression, String value) {
        assertThat(value(expression)).isEqualTo(value);
    }

    @Test
    void a_value_of_the_user_is_that_of_every_expression_with_the_same_text() {
        given.put("var.x", IntNode.valueOf(3));
        given.put("uuid()", IntNode.valueOf(9));

        assertThat(value("{ a = var.x > 2 ? \"big\" : \"small\", b = \"n${var.x}\", c = uuid() }"))
                .isEqualTo("{\"a\":\"big\",\"b\":\"n3\",\"c\":9}");
        assertThat(value("[for x in [1, 2] : x]")).isEqualTo("[1,2]");
    }

    @Test
    void a_heredoc_keeps_its_lines_and_loses_the_indentation_that_all_have() {
        assertThat(value("<<EOT\n  a\n b\nEOT")).isEqualTo("\"  a\\n b\\n\"");
        assertThat(value("<<-EOT\n    a\n      b ${1 + 1}\n\n    EOT")).isEqualTo("\"a\\n  b 2\\n\\n\"");
        assertThat(value("jsonencode({ a = <<EOT\nx\nEOT\n b = 1 })"))
                .isEqualTo("\"{\\\"a\\\":\\\"x\\\\n\\\",\\\"b\\\":1}\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1 2]",
                "{ a = 1 b = 2 }",
                "\"a",
                "\"\\x\"",
                "1 +",
                "(1",
                "<<EOT\na\n",
                "\"${1\"",
                "\"%{ if true }a\"",
                "\"%{ nothing }\"",
                "/* no end",
                "a.",
                "f(1,,2)",
            })
    void what_Terraform_refuses_is_refused_with_a_place(String expression) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(HclException.class)
                .satisfies(refused -> assertThat(
                                ((HclException) refused).at().source().file())
                        .isEqualTo("main.tf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ a = 1 }.b", "[1][2]", "1 + true", "\"a${[1]}\"", "1 / 0", "file(\"absent\")", "upper()"})
    void what_Terraform_cannot_evaluate_is_refused(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(HclException.class);
    }

    @Test
    void an_expression_that_grows_without_end_is_refused() {
        assertThatThrownBy(() -> value("(".repeat(5000) + "1" + ")".repeat(5000)))
                .isInstanceOf(HclException.class);
        assertThatThrownBy(() -> value("1" + " + 1".repeat(50_000))).isInstanceOf(HclException.class);
        assertThatThrownBy(() -> value("-".repeat(50_000) + "1")).isInstanceOf(HclException.class);
        assertThatThrownBy(() -> value("pow(10, 999) ".repeat(40).strip().replace(" ", " * ")))
                .isInstanceOf(HclException.class);
        String list = "range(1000)";
        assertThatThrownBy(
                        () -> value("[for a in " + list + " : [for b in " + list + " : [for c in " + list + " : c]]]"))
                .isInstanceOf(HclException.class);
    }
}
