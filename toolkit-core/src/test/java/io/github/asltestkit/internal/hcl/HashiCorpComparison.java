package io.github.asltestkit.internal.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds the reader against HashiCorp's own parser, the npm package {@code @cdktf/hcl2json}: which files it accepts, their
 * blocks, their arguments, and every value that is the same without evaluating. Not part of {@code mvn verify}; run by
 * {@code mvn -Phashicorp -pl toolkit-core test}. Skips itself if there is no node or no npm.
 */
class HashiCorpComparison {
    private static final String PACKAGE = "@cdktf/hcl2json@0.21.0";
    private static final int GENERATED = 3_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROGRAM = """
            const { parse } = require('@cdktf/hcl2json');
            const fs = require('fs');
            (async () => {
              const results = [];
              for (const text of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))) {
                try { results.push(await parse('main.tf', text)); }
                catch (refused) { results.push('refused: ' + String(refused).slice(0, 200)); }
              }
              fs.writeFileSync(process.argv[3], JSON.stringify(results));
            })();
            """;

    @Test
    void files_and_generated_expressions_are_read_as_HashiCorp_reads_them() throws Exception {
        Path folder = Path.of("target", "hcl2json").toAbsolutePath();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        assumeTrue(runs(folder, "node", "--version"), "skipped: there is no node");
        assumeTrue(
                Files.isDirectory(folder.resolve("node_modules"))
                        || runs(folder, "npm", "install", "--no-audit", "--no-fund", PACKAGE),
                "skipped: npm cannot install " + PACKAGE);
        List<String> texts = new ArrayList<>(files());
        int read = texts.size();
        Random random = new Random(20);
        for (int i = 0; i < GENERATED; i++) {
            texts.add("x = " + expression(random, 4) + "\n");
        }

        List<String> differences = new ArrayList<>();
        JsonNode theirs = theirs(folder, texts);
        int refused = 0;
        for (int i = 0; i < texts.size(); i++) {
            refused += theirs.path(i).isTextual() ? 1 : 0;
            String difference = difference(texts.get(i), theirs.path(i));
            if (difference != null) {
                differences.add(difference + "\n"
                        + texts.get(i).substring(0, Math.min(200, texts.get(i).length())));
            }
        }
        System.out.println(read + " files and " + GENERATED + " expressions, " + refused + " refused by both or one, "
                + differences.size() + " read otherwise");
        assertThat(differences).isEmpty();
    }

    private static List<String> files() throws IOException {
        Path corpus = Path.of(System.getProperty("hcl.dir", "../../shared/corpus/embedding"));
        if (!Files.isDirectory(corpus)) {
            System.out.println("no files: there is no folder " + corpus);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tf"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static boolean runs(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static JsonNode theirs(Path folder, List<String> texts) throws Exception {
        Files.writeString(folder.resolve("parse.js"), PROGRAM);
        JSON.writeValue(folder.resolve("in.json").toFile(), texts);
        assertThat(runs(folder, "node", "parse.js", "in.json", "out.json")).isTrue();
        return JSON.readTree(folder.resolve("out.json").toFile());
    }

    private static @Nullable String difference(String text, JsonNode theirs) {
        JsonNode ours;
        try {
            ours = json(HclParser.file(Source.of("main.tf", text)));
        } catch (HclException refused) {
            return theirs.isTextual()
                    ? null
                    : "refused here: " + refused.getMessage() + " at "
                            + refused.at().start();
        }
        if (theirs.isTextual()) {
            // It evaluates constants as well, which is more than reading.
            boolean evaluated = theirs.textValue().contains("convert expression");
            return evaluated ? null : "accepted here, " + theirs.textValue();
        }
        return difference(ours, theirs, "");
    }

    private static @Nullable String difference(JsonNode ours, JsonNode theirs, String pointer) {
        if (ours.isTextual() && ours.textValue().equals("${}")) {
            return theirs.isTextual() ? null : pointer + ": an expression here, there " + theirs;
        }
        // In parentheses, which are not kept here.
        if (theirs.asText().startsWith("${(")) {
            return null;
        }
        if (ours.isObject() && theirs.isObject()) {
            if (ours.size() != theirs.size()) {
                return pointer + ": " + ours + " instead of " + theirs;
            }
            for (var field : theirs.properties()) {
                String name = pointer + "/" + field.getKey();
                String difference = field.getKey().contains("${")
                        ? null
                        : difference(ours.path(field.getKey()), field.getValue(), name);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (ours.isArray() && theirs.isArray() && ours.size() == theirs.size()) {
            for (int i = 0; i < ours.size(); i++) {
                String difference = difference(ours.path(i), theirs.path(i), pointer + "/" + i);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        boolean same = ours.isNumber() && theirs.isNumber()
                ? Math.abs(ours.doubleValue() - theirs.doubleValue()) <= 1e-9 * Math.abs(theirs.doubleValue())
                : ours.equals(theirs);
        return same ? null : pointer + ": " + ours + " instead of " + theirs;
    }

    // ---- as hcl2json writes it -----------------------------------------------------------------------------------

    private static ObjectNode json(Body body) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        body.attributes().forEach((name, value) -> object.set(name, json(value)));
        for (Body.Block block : body.blocks()) {
            ObjectNode parent = object;
            List<String> names = new ArrayList<>(List.of(block.type()));
            names.addAll(block.labels());
            for (String name : names.subList(0, names.size() - 1)) {
                parent = parent.withObjectProperty(name);
            }
            parent.withArrayProperty(names.get(names.size() - 1)).add(json(block.body()));
        }
        return object;
    }

    /** Everything that would have to be evaluated is {@code ${}}. */
    private static JsonNode json(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Template template) {
            StringBuilder text = new StringBuilder();
            for (Expression.Part part : template.parts()) {
                if (!(part instanceof Expression.Words words)) {
                    return TextNode.valueOf("${}");
                }
                text.append(words.text());
            }
            boolean escaped = text.indexOf("${") >= 0 || text.indexOf("%{") >= 0;
            return TextNode.valueOf(escaped ? "${}" : text.toString());
        }
        if (expression instanceof Expression.Tuple tuple) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            tuple.elements().forEach(element -> array.add(json(element)));
            return array;
        }
        if (expression instanceof Expression.Mapping mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Expression.Item item : mapping.items()) {
                JsonNode key = json(item.key());
                object.set(
                        key.asText().equals("${}") ? "${" + item.key().at().name() + "}" : key.asText(),
                        json(item.value()));
            }
            return object;
        }
        return TextNode.valueOf("${}");
    }

    // ---- expressions, some of them wrong -------------------------------------------------------------------------

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return pick(random, "1", "2.5", "\"text\"", "true", "null", "var.name", "local.a.b", "each.key", "a-b");
        }
        String a = expression(random, depth - 1);
        String b = expression(random, depth - 1);
        return switch (random.nextInt(24)) {
            case 0 -> a + pick(random, " + ", "-", " * ", "/", "%", " == ", "!=", " < ", ">=", " && ", "||") + b;
            case 1 -> "(" + a + ")";
            case 2 -> "[" + a + pick(random, ", ", ",\n  ", " ", ",") + b + pick(random, "", ",", "\n") + "]";
            case 3 ->
                "{ a = " + a + pick(random, ", ", "\n", " ", ",\n") + "\"b\" : " + b + pick(random, "", ",", "\n")
                        + " }";
            case 4 -> "{ (" + a + ") = " + b + " }";
            case 5 -> a + " ? " + b + " : " + a;
            case 6 ->
                pick(random, "upper", "merge", "core::try") + "(" + a + ", " + b + pick(random, "", "...", ",", "\n")
                        + ")";
            case 7 -> "[for k, v in " + a + " : " + b + pick(random, "", " if k != 1") + "]";
            case 8 -> "{for v in " + a + " : v => " + b + pick(random, "", "...") + "}";
            case 9 -> "var.list" + pick(random, "[0]", "[*].name", ".*.name", ".0", "[" + a + "]", ".name[*]");
            case 10 -> "\"a${" + a + "}b\"";
            case 11 -> "\"%{ if " + a + " ~}yes%{ else }no%{ endif }\"";
            case 12 -> "\"%{ for v in " + a + " }${v}%{ endfor" + pick(random, " ", " ~") + "}\"";
            case 13 ->
                "\""
                        + pick(
                                random,
                                "\\n",
                                "\\u00e9",
                                "\\U0001F600",
                                "\\\"",
                                "$${x}",
                                "%%{x}",
                                "\\x",
                                "$",
                                "%",
                                "$$",
                                "{",
                                "}",
                                "${")
                        + "\"";
            case 14 -> "<<EOT\n" + pick(random, "  line\n", "{\"a\": \"${" + "var.x}\"}\n", "") + "EOT\n";
            case 15 -> "<<-EOT\n    a\n  ${" + a.replace("\n", " ").replace("<<", "") + "}\n  EOT\n";
            case 16 -> pick(random, "!", "-", "- ", "!!") + a;
            case 17 -> "{ for = " + a + " }";
            case 18 -> "{ if = 1, null = 2, true = 3, in = " + a + " }";
            case 19 -> a + pick(random, " # comment", " // comment", " /* comment */", "/* a\nb */");
            case 20 -> "{" + pick(random, "\n", " ", "") + "}";
            case 21 -> "(" + a + pick(random, "\n+\n", "\n? ", "\n") + b + ")";
            case 22 -> "\"${~ " + a + " ~}\"";
            default ->
                pick(
                        random, "1e3", "0x1", "1.", ".5", "1_000", "a.", "[", "\"", "{a}", "a b", "é", "-", "1 2",
                        "007", "1.5.2", "a.b.c-d");
        };
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
