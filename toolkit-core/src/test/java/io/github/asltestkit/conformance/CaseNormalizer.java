package io.github.asltestkit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts an answer of ours through what a recording went through, in the same order: text that is JSON is parsed one level
 * deep, values are replaced by their places, timestamps, then regular expressions over the whole text, made-up names, and
 * last account, region and partition. Numbered placeholders need nothing: the comparer takes them for wildcards.
 */
final class CaseNormalizer {
    private static final Pattern ISO_8601 = Pattern.compile(
            "(?:[1-9]\\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
                    + "|(?:[1-9]\\d(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)"
                    + "T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-][01]\\d:?([0-5]\\d)?)");

    /** The role's name is made up anew for every recording; ours is always the same. */
    private static final String ROLE = "arn:aws:iam::111111111111:role/";

    private static final String OUR_ROLE = "(?:test-sfn-role-[a-z0-9]+|asl-testkit)";

    /** A place where a value is replaced by a text. */
    private record Place(PlacePath path, String replacement) {}

    private record Replacement(Pattern regex, String replacement) {}

    private final List<Place> places = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private final List<String[]> substitutions = new ArrayList<>();

    /** A test's own code: all of those recorded turn every output into JSON, whatever it is. */
    private boolean parsesOutputs;

    CaseNormalizer(ConformanceCase conformanceCase) {
        for (JsonNode transformer : conformanceCase.transformers()) {
            String replacement = transformer.path("replacement").asText();
            boolean reference = transformer.path("reference").asBoolean();
            switch (transformer.path("kind").asText()) {
                case "jsonpath" -> {
                    if (!reference) {
                        places.add(new Place(
                                PlacePath.parse(transformer.path("path").asText()), replacement));
                    }
                }
                case "keyvalue" -> {
                    if (!reference && transformer.has("key")) {
                        places.add(new Place(
                                PlacePath.parse("$.." + transformer.path("key").asText()), replacement));
                    }
                }
                case "regex" -> {
                    String regex = transformer.path("regex").asText();
                    boolean role = regex.startsWith(ROLE);
                    replacements.add(new Replacement(Pattern.compile(role ? ROLE + OUR_ROLE : regex), replacement));
                }
                case "generic" -> parsesOutputs = true;
                default -> {
                    // The others only number values, or sort the events of branches: both are the comparer's.
                }
            }
        }
        for (JsonNode pair : conformanceCase.substitutions()) {
            substitutions.add(new String[] {pair.path(0).asText(), pair.path(1).asText()});
        }
    }

    /** A history in the shape of GetExecutionHistory's {@code events}. */
    JsonNode history(JsonNode events) {
        ObjectNode answer = ConformanceCase.JSON.createObjectNode();
        answer.putObject("get_execution_history").set("events", parseTexts(events));
        return normalize(answer).path("get_execution_history").path("events");
    }

    /** An answer of the API, in its JSON. */
    JsonNode answer(JsonNode answer) {
        ObjectNode wrapped = ConformanceCase.JSON.createObjectNode();
        wrapped.set("answer", parseTexts(answer));
        return normalize(wrapped).path("answer");
    }

    /** A payload, such as an output: itself where it is an object, else parsed as well. */
    JsonNode payload(JsonNode payload) {
        // Some transformers name the place at which the output stands in the history.
        ObjectNode answer = ConformanceCase.JSON.createObjectNode();
        answer.putObject("get_execution_history")
                .putArray("events")
                .addObject()
                .putObject("executionSucceededEventDetails")
                .set("output", payload);
        return normalize(answer).at("/get_execution_history/events/0/executionSucceededEventDetails/output");
    }

    /** A text of the API, such as a cause. */
    JsonNode text(String text) {
        return payload(parsed(TextNode.valueOf(text)));
    }

    private JsonNode normalize(ObjectNode answer) {
        JsonNode tree = replaceTimestamps(answer);
        for (Place place : places) {
            tree = place.path().replace(tree, place.replacement());
        }
        String text = ISO_8601.matcher(PythonJson.dumps(tree)).replaceAll("date");
        for (Replacement replacement : replacements) {
            text = replacement.regex().matcher(text).replaceAll(Matcher.quoteReplacement(replacement.replacement()));
        }
        for (String[] pair : substitutions) {
            text = text.replace(pair[0], pair[1]);
        }
        return canonical(text);
    }

    /** A recording, spelled as we spell it: the placeholders of region and partition replaced by ours. */
    static JsonNode canonical(JsonNode recorded) {
        return canonical(PythonJson.dumps(recorded));
    }

    private static JsonNode canonical(String text) {
        return parse(text.replace("<partition>", "aws").replace("<region>", "us-east-1"))
                .orElseThrow(() -> new IllegalStateException("A transformer left no JSON: " + text));
    }

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(ConformanceCase.JSON.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private JsonNode parseTexts(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = ConformanceCase.JSON.createObjectNode();
            for (var field : node.properties()) {
                JsonNode value = field.getValue();
                boolean any = parsesOutputs && field.getKey().equals("output");
                if (value.isTextual()) {
                    copy.set(field.getKey(), any ? parse(value.textValue()).orElse(value) : parsed(value));
                } else {
                    copy.set(field.getKey(), parseTexts(value));
                }
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = ConformanceCase.JSON.createArrayNode();
            node.forEach(item -> copy.add(parseTexts(item)));
            return copy;
        }
        return node;
    }

    private static JsonNode parsed(JsonNode text) {
        return text.textValue().startsWith("{") ? parse(text.textValue()).orElse(text) : text;
    }

    private static JsonNode replaceTimestamps(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = ConformanceCase.JSON.createObjectNode();
            for (var field : node.properties()) {
                JsonNode value = field.getValue();
                boolean replaced = isTimestamp(field.getKey())
                        && value.isValueNode()
                        && !ISO_8601.matcher(value.asText()).lookingAt();
                copy.set(field.getKey(), replaced ? TextNode.valueOf("timestamp") : replaceTimestamps(value));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = ConformanceCase.JSON.createArrayNode();
            node.forEach(item -> copy.add(replaceTimestamps(item)));
            return copy;
        }
        return node;
    }

    static boolean isTimestamp(String key) {
        return key.toLowerCase(Locale.ROOT).contains("timestamp")
                || key.equals("creationTime")
                || key.equals("ingestionTime");
    }
}
