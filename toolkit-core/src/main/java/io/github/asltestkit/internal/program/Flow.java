package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import java.util.Map;

/** The way of the data through a state, in one of the two query languages. */
public sealed interface Flow permits JsonPathFlow, JsonataFlow {

    QueryLanguage language();

    /**
     * What the state works on, before its template: JSONPath applies {@code InputPath}; JSONata takes the input.
     *
     * @param scope its {@code input} is the state's raw input
     */
    JsonNode effectiveInput(StateScope scope);

    /**
     * What the state hands to its task, branches or result: {@code Parameters} or {@code Arguments}, else the effective
     * input.
     */
    JsonNode arguments(StateScope scope, JsonNode effectiveInput);

    /**
     * The end of a state that produced a result (Task, Parallel, Map, Pass): {@code ResultSelector}, {@code Assign},
     * {@code ResultPath} and {@code OutputPath}, or {@code Assign} and {@code Output}.
     */
    Completion completeWithResult(StateScope scope, JsonNode result);

    /** The end of a state that passes its input on (Wait, Choice, Succeed). */
    Completion complete(StateScope scope, JsonNode effectiveInput);

    /**
     * What a state hands on.
     *
     * @param output its output
     * @param assigned the variables it assigns, by name
     */
    record Completion(JsonNode output, Map<String, JsonNode> assigned) {}
}
