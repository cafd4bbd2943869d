package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Step Functions Local mock file and collects what is wrong with it. */
final class MockConfigReader {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private final String source;
    private final JsonNode root;
    private final List<Diagnostic> problems = new ArrayList<>();

    MockConfigReader(String source, JsonNode root) {
        this.source = source;
        this.root = root;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** State machine, test case, state: mocked response. */
    Map<String, Map<String, Map<String, MockConfigResponse>>> read() {
        Map<String, MockConfigResponse> responses = new LinkedHashMap<>();
        members(root, "", "MockedResponses")
                .forEach((name, response) ->
                        responses.put(name, response(name, response, child("/MockedResponses", name))));
        Map<String, Map<String, Map<String, MockConfigResponse>>> machines = new LinkedHashMap<>();
        members(root, "", "StateMachines").forEach((machine, body) -> {
            String at = child("/StateMachines", machine);
            Map<String, Map<String, MockConfigResponse>> cases = new LinkedHashMap<>();
            members(body, at, "TestCases")
                    .forEach((name, states) ->
                            cases.put(name, testCase(states, child(at + "/TestCases", name), responses)));
            machines.put(machine, MockConfigFile.ordered(cases));
        });
        return MockConfigFile.ordered(machines);
    }

    private Map<String, MockConfigResponse> testCase(
            JsonNode states, String at, Map<String, MockConfigResponse> responses) {
        Map<String, MockConfigResponse> mocked = new LinkedHashMap<>();
        if (!states.isObject()) {
            problem(at, "A test case is an object of state names and names of mocked responses", null);
            return mocked;
        }
        states.properties().forEach(entry -> {
            String pointer = child(at, entry.getKey());
            MockConfigResponse response = entry.getValue().isTextual()
                    ? responses.get(entry.getValue().textValue())
                    : null;
            if (response != null) {
                mocked.put(entry.getKey(), response);
            } else if (entry.getValue().isTextual()) {
                String name = entry.getValue().textValue();
                problem(
                        pointer,
                        "There is no mocked response \"" + name + "\"",
                        DidYouMean.hint(name, responses.keySet()));
            } else {
                problem(pointer, "The value is the name of a mocked response", null);
            }
        });
        return MockConfigFile.ordered(mocked);
    }

    private MockConfigResponse response(String name, JsonNode body, String at) {
        List<MockConfigResponse.Numbered> answers = new ArrayList<>();
        if (!body.isObject() || body.isEmpty()) {
            problem(at, "A mocked response is an object with a key for each call, such as \"0\" or \"1-2\"", null);
        }
        body.properties().forEach(entry -> {
            MockConfigResponse.Numbered answer = numbered(entry.getKey(), entry.getValue(), child(at, entry.getKey()));
            if (answer == null) {
                return;
            }
            for (MockConfigResponse.Numbered other : answers) {
                if (answer.first() <= other.last() && other.first() <= answer.last()) {
                    problem(
                            child(at, entry.getKey()),
                            "\"" + answer.range() + "\" and \"" + other.range() + "\" answer the same call",
                            null);
                }
            }
            answers.add(answer);
        });
        return new MockConfigResponse(name, List.copyOf(answers));
    }

    private MockConfigResponse.@Nullable Numbered numbered(String key, JsonNode body, String at) {
        Matcher numbers = NUMBERS.matcher(key);
        if (!numbers.matches()) {
            problem(at, "\"" + key + "\" is neither the number of a call nor a range of them, such as \"1-2\"", null);
            return null;
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
        if (last < first) {
            problem(at, "The range \"" + key + "\" ends before it begins", null);
            return null;
        }
        if (body.size() != 1 || !(body.has("Return") || body.has("Throw"))) {
            problem(at, "An answer has either Return or Throw, and nothing else", null);
            return null;
        }
        JsonNode returned = body.get("Return");
        if (returned != null) {
            return new MockConfigResponse.Numbered(first, last, returned, null, null);
        }
        JsonNode thrown = body.path("Throw");
        String error = text(thrown, "Error");
        if (error == null) {
            problem(at + "/Throw", "Throw has an Error, which is text, and may have a Cause", null);
            return null;
        }
        return new MockConfigResponse.Numbered(first, last, null, error, text(thrown, "Cause"));
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    private Map<String, JsonNode> members(JsonNode parent, String at, String field) {
        JsonNode object = parent.path(field);
        if (!object.isObject()) {
            problem(at, field + " is missing or is not an object", null);
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    private void problem(String pointer, String message, @Nullable String hint) {
        Location location = new Location(source, 0, 0, pointer);
        problems.add(new Diagnostic(Severity.ERROR, "INVALID_MOCK_CONFIG", message, location, hint));
    }

    private static String child(String pointer, String name) {
        return pointer + "/" + Pointers.segment(name);
    }
}
