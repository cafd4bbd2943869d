package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user says of inputs and results, and what is known elsewhere of the rest. */
public final class GivenShapes implements Knowledge {
    private final @Nullable JsonNode input;
    private final Map<String, JsonNode> results;
    private final Knowledge otherwise;

    /**
     * @param input the JSON Schema of an execution's input, or null
     * @param results JSON Schemas by the name of a Lambda function or of a state
     * @param otherwise what is known elsewhere
     */
    public GivenShapes(@Nullable JsonNode input, Map<String, JsonNode> results, Knowledge otherwise) {
        this.input = input;
        this.results = Map.copyOf(results);
        this.otherwise = otherwise;
    }

    @Override
    public Shape input() {
        return input == null ? otherwise.input() : SchemaShapes.of(input, new Origin.Input(List.of()));
    }

    @Override
    public @Nullable Shape result(State.Task task, @Nullable JsonNode parameters) {
        Shape known = otherwise.result(task, parameters);
        if (results.isEmpty()) {
            return known;
        }
        TaskResource resource = TaskResource.parse(task.resource());
        Origin origin = new Origin.Result(task.pointer(), List.of());
        boolean invokes = resource.service().equals("lambda") && resource.api().equals("invoke");
        boolean callback = resource.pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        String function = callback ? null : Functions.name(resource, parameters);
        JsonNode schema = results.get(task.name());
        schema = schema == null && function != null ? results.get(function) : schema;
        if (schema == null) {
            return known;
        }
        if (invokes && !callback) {
            return known instanceof ObjectOf response
                    ? PathShapes.with(response, "Payload", Field.always(SchemaShapes.of(schema, origin.at("Payload"))))
                    : known;
        }
        return SchemaShapes.of(schema, origin);
    }
}
