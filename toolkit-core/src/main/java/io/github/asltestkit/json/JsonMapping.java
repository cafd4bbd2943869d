package io.github.asltestkit.json;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.internal.model.Jackson2;
import java.lang.reflect.Type;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of a test become JSON, and JSON becomes objects: inputs, answers of mocks, expected values; and calls and
 * results that a test reads as a type. Without one, the toolkit uses a mapper of Jackson 2 with the modules that are on the
 * class path, instants and dates as ISO 8601 text, and unknown fields ignored.
 *
 * <p>A project sets its own mapper once, with a {@link Provider}.
 */
@API(status = MAINTAINED, since = "0.1")
public interface JsonMapping {

    /**
     * An object as JSON.
     *
     * @param value no text, and no tree
     * @throws IllegalArgumentException if it cannot be written
     */
    JsonNode write(Object value);

    /**
     * JSON as an object.
     *
     * @param tree the JSON; not to be changed
     * @param type the type to read it as
     * @return an object of the type; null for JSON null
     * @throws IllegalArgumentException if it cannot be read as the type
     */
    @Nullable
    Object read(JsonNode tree, Type type);

    /**
     * The mapping of a mapper of Jackson 2, with its modules and settings. For Jackson 3 see {@link Jackson3Mapping}.
     *
     * @param mapper is copied, and taught to write trees of Jackson 3 and objects of the AWS SDK; one that cannot be copied is
     *     used as it is
     */
    static JsonMapping of(ObjectMapper mapper) {
        return Jackson2.mapping(mapper);
    }

    /**
     * Sets the mapping of a project. The toolkit finds it as a {@link java.util.ServiceLoader} does: name the class in
     * {@code src/test/resources/META-INF/services/io.github.asltestkit.json.JsonMapping$Provider}.
     */
    @API(status = MAINTAINED, since = "0.1")
    interface Provider {

        /** The mapping of the project; asked once. */
        JsonMapping mapping();
    }
}
