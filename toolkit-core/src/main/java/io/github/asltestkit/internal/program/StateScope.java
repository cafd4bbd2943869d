package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Scope;

/** What the expressions of one visit of a state can see, and who watches its data flow. */
public interface StateScope extends Scope {

    /** The same scope with another meaning of {@code $} (JSONPath) or {@code $states.input} (JSONata). */
    StateScope withInput(JsonNode input);

    /** The same scope with {@code $states.result}. */
    StateScope withResult(JsonNode result);

    /** The same scope with {@code $states.errorOutput}. */
    StateScope withErrorOutput(JsonNode errorOutput);

    /** A step of the data flow was taken: somebody may be inspecting it. */
    void saw(Stage stage, JsonNode value);
}
