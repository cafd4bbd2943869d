package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import org.jspecify.annotations.Nullable;

/** What is known from elsewhere than the definition. */
public interface Knowledge {
    /** Knows nothing: any input, any result. */
    Knowledge NONE = new Knowledge() {};

    /** The shape of an execution's input. */
    default Shape input() {
        return Shapes.unknown(new Origin.Input(java.util.List.of()));
    }

    /**
     * The shape of what a Task's call gives, before ResultSelector.
     *
     * @param parameters what the definition writes as Parameters or Arguments; null where it has none
     * @return null where it is not known
     */
    default @Nullable Shape result(State.Task task, @Nullable JsonNode parameters) {
        return null;
    }
}
