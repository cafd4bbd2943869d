package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Location;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state machine definition, field for field.
 *
 * @param comment {@code Comment}; null where the field is absent
 * @param version {@code Version}; null where the field is absent
 * @param queryLanguage the machine's query language; JSONPath where the field is absent
 * @param timeoutSeconds the machine's {@code TimeoutSeconds}: after so many seconds an execution ends as TIMED_OUT; null
 *     where the field is absent
 * @param states {@code StartAt} and {@code States}
 * @param source the tree the model was made of, and where each part of it stands
 */
@API(status = MAINTAINED, since = "0.1")
public record Definition(
        @Nullable String comment,
        @Nullable String version,
        QueryLanguage queryLanguage,
        @Nullable Long timeoutSeconds,
        StateGraph states,
        DefinitionSource source) {

    /** The names of all states, those within Parallel and Map states too, in the order of the definition. */
    public Set<String> stateNames() {
        return states.allStates()
                .map(State::name)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /** The definition as a tree. Not to be changed. */
    public JsonNode json() {
        return source.json();
    }

    /**
     * Where the value at a JSON pointer such as {@code /States/Charge/Next} stands; the nearest place around it that is known
     * where there is no such value.
     */
    public Location locate(String pointer) {
        return source.locate(pointer);
    }
}
