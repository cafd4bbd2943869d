package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import org.jspecify.annotations.Nullable;

/** The integrations that there are, by the catalogue. */
final class Services {
    private static final ServiceCatalogue CATALOGUE = ServiceCatalogue.load();

    private Services() {}

    /** Whether a Standard workflow can call a resource. */
    static boolean supports(TaskResource resource) {
        return CATALOGUE.supports(resource, false);
    }

    /** The shape of the parameters of an optimized integration, as the catalogue has it; null for all else. */
    static @Nullable JsonNode requestShape(TaskResource resource) {
        return resource.kind() == TaskResource.Kind.SERVICE
                ? CATALOGUE.requestShape(resource.service(), resource.api())
                : null;
    }

    /** What the names of a service's errors begin with; null for an unknown service. */
    static @Nullable String errorPrefix(String service) {
        return CATALOGUE.errorPrefix(service);
    }

    /** Whether the errors of some optimized service begin with a prefix. */
    static boolean isErrorPrefix(String prefix) {
        return CATALOGUE.isErrorPrefix(prefix);
    }
}
