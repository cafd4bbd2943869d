package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.internal.json.JsonText;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A scope of constants for tests; JSON texts may be written with single quotes. */
public record TestScope(
        JsonNode input,
        JsonNode context,
        Map<String, JsonNode> variables,
        RandomGenerator random,
        @Nullable JsonNode result)
        implements Scope {

    public static TestScope of(String input) {
        return of(json(input));
    }

    public static TestScope of(JsonNode input) {
        return new TestScope(input, JsonNodeFactory.instance.objectNode(), Map.of(), new Random(42), null);
    }

    public TestScope withContext(String json) {
        return withContext(json(json));
    }

    public TestScope withContext(JsonNode context) {
        return new TestScope(input, context, variables, random, result);
    }

    public TestScope with(String variable, String json) {
        return with(variable, json(json));
    }

    public TestScope with(String variable, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(variables);
        more.put(variable, value);
        return new TestScope(input, context, more, random, result);
    }

    /** @param result null if there is none */
    public TestScope withResult(@Nullable JsonNode result) {
        return new TestScope(input, context, variables, random, result);
    }

    public static JsonNode json(String text) {
        try {
            return JsonText.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable JsonNode variable(String name) {
        return variables.get(name);
    }

    @Override
    public @Nullable JsonNode errorOutput() {
        return null;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }
}
