package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.hcl.Body;
import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.HclParser;
import io.github.asltestkit.internal.hcl.Source;
import io.github.asltestkit.internal.hcl.Span;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file {@code .tf.json}: the same blocks, and each string is a template.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration syntax</a>
 */
final class TerraformJson {
    /** How many labels the blocks of a type have. */
    private static final Map<String, Integer> LABELS = Map.of(
            "resource",
            2,
            "data",
            2,
            "module",
            1,
            "variable",
            1,
            "output",
            1,
            "provider",
            1,
            "locals",
            0,
            "terraform",
            0);

    private final Source source;
    private final PlacedJson json;

    private TerraformJson(Source source, PlacedJson json) {
        this.source = source;
        this.json = json;
    }

    static Body read(Source source) {
        List<Diagnostic> problems = new ArrayList<>();
        LineIndex lines = new LineIndex(source.text());
        PlacedJson json = JsonReader.read(source.file(), MappedText.identity(source.text()), lines, problems);
        if (json == null) {
            Diagnostic problem = problems.get(0);
            int at = lines.offset(new PlacedJson.Place(
                    problem.location().line(), problem.location().column()));
            throw new HclException(problem.message(), new Span(source, at, at));
        }
        return new TerraformJson(source, json).body();
    }

    private Body body() {
        List<Block> blocks = new ArrayList<>();
        json.json().properties().forEach(field -> {
            String pointer = "/" + Pointers.segment(field.getKey());
            blocks(field.getKey(), List.of(), field.getValue(), pointer, blocks);
        });
        return new Body(Map.of(), blocks);
    }

    private void blocks(String type, List<String> labels, JsonNode node, String pointer, List<Block> blocks) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                blocks(type, labels, node.path(i), pointer + "/" + i, blocks);
            }
            return;
        }
        if (labels.size() == LABELS.getOrDefault(type, 0)) {
            blocks.add(new Block(type, labels, body(node, pointer), span(pointer)));
            return;
        }
        node.properties().forEach(field -> {
            List<String> more = new ArrayList<>(labels);
            more.add(field.getKey());
            blocks(type, more, field.getValue(), pointer + "/" + Pointers.segment(field.getKey()), blocks);
        });
    }

    /** An argument that is an object, or a list of one, may be a block as well; only the provider knows. */
    private Body body(JsonNode node, String pointer) {
        Map<String, Expression> attributes = new LinkedHashMap<>();
        List<Block> nested = new ArrayList<>();
        node.properties().forEach(field -> {
            String below = pointer + "/" + Pointers.segment(field.getKey());
            JsonNode value = field.getValue();
            attributes.put(field.getKey(), expression(value, below));
            boolean listOfOne = value.isArray() && value.size() == 1;
            JsonNode single = listOfOne ? value.path(0) : value;
            if (single.isObject()) {
                Body inner = body(single, listOfOne ? below + "/0" : below);
                nested.add(new Block(field.getKey(), List.of(), inner, span(below)));
            }
        });
        return new Body(attributes, nested);
    }

    private Span span(String pointer) {
        int at = json.offset(pointer);
        return new Span(source, at, at);
    }

    private Expression expression(JsonNode node, String pointer) {
        Span at = span(pointer);
        if (node.isTextual()) {
            return string(node.textValue(), at);
        }
        if (node.isArray()) {
            List<Expression> elements = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                elements.add(expression(node.path(i), pointer + "/" + i));
            }
            return new Expression.Tuple(elements, at);
        }
        if (node.isObject()) {
            List<Expression.Item> items = new ArrayList<>();
            node.properties().forEach(field -> {
                String below = pointer + "/" + Pointers.segment(field.getKey());
                items.add(
                        new Expression.Item(string(field.getKey(), span(below)), expression(field.getValue(), below)));
            });
            return new Expression.Mapping(items, at);
        }
        return new Expression.Literal(node, at);
    }

    private Expression string(String text, Span at) {
        MappedText mapped = MappedText.ofScalar(text, source.text(), at.start());
        return HclParser.string(new Source(source.file(), text, mapped::original));
    }
}
