package io.github.asltestkit.internal.validate;

import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;

/** The integrations that there are, by the catalogue. */
final class Services {
    private static final ServiceCatalogue CATALOGUE = ServiceCatalogue.load();

    private Services() {}

    /** Whether a Standard workflow can call a resource. */
    static boolean supports(TaskResource resource) {
        return CATALOGUE.supports(resource, false);
    }
}
