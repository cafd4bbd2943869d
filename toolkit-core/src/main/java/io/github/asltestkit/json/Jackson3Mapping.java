package io.github.asltestkit.json;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.internal.model.Jackson3;
import org.apiguardian.api.API;
import tools.jackson.databind.ObjectMapper;

/** The mapping of a mapper of Jackson 3; needs {@code tools.jackson.core:jackson-databind}, which nothing else here does. */
@API(status = MAINTAINED, since = "0.1")
public final class Jackson3Mapping {

    private Jackson3Mapping() {}

    /**
     * The mapping of a mapper of Jackson 3, with its modules and settings.
     *
     * @param mapper is copied, and taught to write trees of Jackson 2 and objects of the AWS SDK
     */
    public static JsonMapping of(ObjectMapper mapper) {
        return Jackson3.mapping(mapper);
    }
}
