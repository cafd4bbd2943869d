package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths that the recordings' transformers use: keys, and {@code ..} for any depth; {@code [*]} and indices. */
final class PlacePath {
    private static final Pattern STEP =
            Pattern.compile("(\\.\\.|\\.)?(?:\\[?['\"]([^'\"]+)['\"]\\]?|\\[(\\*|\\d+)\\]|([^.\\[]+))");

    private record Step(boolean anyDepth, String key) {}

    private final List<Step> steps;

    private PlacePath(List<Step> steps) {
        this.steps = steps;
    }

    static PlacePath parse(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path.startsWith("$") ? path.substring(1) : "." + path);
        while (matcher.find()) {
            String key = matcher.group(2) != null
                    ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            steps.add(new Step("..".equals(matcher.group(1)), key));
        }
        return new PlacePath(steps);
    }

    /** The tree with every value at this path replaced by a text. */
    JsonNode replace(JsonNode tree, String replacement) {
        return replace(tree, 0, replacement);
    }

    private JsonNode replace(JsonNode node, int at, String replacement) {
        Step step = steps.get(at);
        if (node.isObject()) {
            ObjectNode copy = ConformanceCase.JSON.createObjectNode();
            for (var field : node.properties()) {
                copy.set(field.getKey(), below(field.getValue(), field.getKey(), step, at, replacement));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = ConformanceCase.JSON.createArrayNode();
            for (int i = 0; i < node.size(); i++) {
                copy.add(below(node.get(i), String.valueOf(i), step, at, replacement));
            }
            return copy;
        }
        return node;
    }

    private JsonNode below(JsonNode value, String key, Step step, int at, String replacement) {
        JsonNode result = value;
        if (step.key().equals(key) || step.key().equals("*")) {
            result = at + 1 == steps.size() ? TextNode.valueOf(replacement) : replace(result, at + 1, replacement);
        }
        return step.anyDepth() ? replace(result, at, replacement) : result;
    }
}
