package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded request names what AWS made up: executions, Map Runs, revisions, page tokens. Puts ours in their place:
 * executions in the order of starts, of the others the one that the recorded answer speaks of, or else the last.
 */
final class GivenValues {
    private static final Set<String> FIELDS =
            Set.of("executionArn", "mapRunArn", "revisionId", "nextToken", "taskToken");
    private static final String EXECUTION = "executionArn";
    private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][^<>]*:\\d+>");

    /** Longer than any that was given out: sent to be refused. */
    private static final int TOO_LONG = 1024;

    private final Map<String, List<String>> given = new HashMap<>();
    private final Map<String, String> executions = new HashMap<>();
    private final RecordingMatcher matcher;
    private int named;

    GivenValues(RecordingMatcher matcher) {
        this.matcher = matcher;
    }

    /** Remembers what an answer gives out. */
    void answered(JsonNode answer) {
        for (var field : answer.properties()) {
            if (FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                List<String> values = given.computeIfAbsent(field.getKey(), name -> new ArrayList<>());
                if (!values.contains(field.getValue().textValue())) {
                    values.add(field.getValue().textValue());
                }
            }
        }
        answer.forEach(this::answered);
    }

    /** A recorded request with our values. */
    JsonNode named(JsonNode request, JsonNode expected) {
        ObjectNode renamed = request.deepCopy();
        for (var field : request.properties()) {
            List<String> values = given.getOrDefault(field.getKey(), List.of());
            String recorded = field.getValue().asText();
            if (!values.isEmpty() && !values.contains(recorded) && recorded.length() < TOO_LONG) {
                renamed.put(field.getKey(), ours(field.getKey(), recorded, values, expected));
            }
        }
        return renamed;
    }

    private String ours(String field, String recorded, List<String> values, JsonNode expected) {
        if (field.equals(EXECUTION)) {
            if (!executions.containsKey(recorded) && named < values.size()) {
                executions.put(recorded, values.get(named++));
            }
            return executions.getOrDefault(recorded, recorded);
        }
        Matcher placeholder = PLACEHOLDER.matcher(expected.toString());
        while (placeholder.find()) {
            String meaning = matcher.meaning(placeholder.group());
            if (values.contains(meaning)) {
                return meaning;
            }
        }
        return values.get(values.size() - 1);
    }
}
