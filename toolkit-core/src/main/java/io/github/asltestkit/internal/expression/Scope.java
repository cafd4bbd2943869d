package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that an expression can see. Trees are shared and never changed. */
public interface Scope {

    /** JSONPath: what {@code $} means for the field at hand. JSONata: {@code $states.input}. */
    JsonNode input();

    /** The Context object: {@code $$}, {@code $states.context}. Built when first asked for. */
    JsonNode context();

    /** The value of a variable as it was when the state was entered, or null where it has none. */
    @Nullable
    JsonNode variable(String name);

    /** All variables that are visible here. */
    Map<String, JsonNode> variables();

    /** {@code $states.result}, or null where the field at hand has none. */
    @Nullable
    JsonNode result();

    /** {@code $states.errorOutput}, or null outside Catch. */
    @Nullable
    JsonNode errorOutput();

    /** The instant on the virtual clock. */
    Instant now();

    /** The seeded source of chance. */
    RandomGenerator random();
}
