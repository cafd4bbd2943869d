package io.github.asltestkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values for placeholders, such as they have when a definition is deployed. */
final class Placeholding {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    /** A placeholder that a Resource begins with. */
    private static final Pattern RESOURCE = Pattern.compile("\\bResource\"?\\s*:\\s*[\"']?\\$\\{([^}]+)}");

    private static final Pattern WANTED = Pattern.compile("\\$\\{([^}]+)} has no value");

    private static final Map<String, String> KNOWN = Map.of(
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "123456789012");

    private Placeholding() {}

    /** A value for each placeholder: a function's ARN where a Resource begins with it. */
    static Map<String, JsonNode> values(String text) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Matcher resource = RESOURCE.matcher(text);
        while (resource.find()) {
            if (!KNOWN.containsKey(resource.group(1).trim())) {
                values.put(
                        resource.group(1).trim(), TextNode.valueOf("arn:aws:lambda:us-east-1:123456789012:function:f"));
            }
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1).trim();
            values.putIfAbsent(name, TextNode.valueOf(KNOWN.getOrDefault(name, "value")));
        }
        wrongTypes(text, values);
        return values;
    }

    /** A number where a field of numbers has the placeholder. */
    private static void wrongTypes(String text, Map<String, JsonNode> values) {
        Matcher number = Pattern.compile(
                        "\\b(?:\\w*Seconds|Max\\w+|BackoffRate|Tolerated\\w+|Numeric\\w+)\"?\\s*:\\s*[\"']?"
                                + "\\$\\{([^}]+)}")
                .matcher(text);
        while (number.find()) {
            values.put(number.group(1).trim(), IntNode.valueOf(1));
        }
    }

    /** Values of the types that are asked for. */
    static Map<String, JsonNode> wanted(List<Diagnostic> diagnostics) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            Matcher wanted = WANTED.matcher(diagnostic.message());
            if (diagnostic.code().equals("UNRESOLVED_PLACEHOLDER") && wanted.find()) {
                values.put(wanted.group(1).trim(), ofType(diagnostic.message()));
            }
        }
        return values;
    }

    private static JsonNode ofType(String message) {
        if (message.contains("[INTEGER]") || message.contains("[NUMBER]")) {
            return IntNode.valueOf(1);
        }
        if (message.contains("[BOOLEAN]")) {
            return BooleanNode.TRUE;
        }
        if (message.contains("[OBJECT]")) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (message.contains("[ARRAY]")) {
            return JsonNodeFactory.instance.arrayNode();
        }
        return TextNode.valueOf(message.contains("timestamp") ? "2024-01-01T00:00:00Z" : "$");
    }
}
