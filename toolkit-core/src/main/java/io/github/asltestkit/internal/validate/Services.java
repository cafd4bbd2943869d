package io.github.asltestkit.internal.validate;

import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;

/** The integrations that there are, by the catalogue. */
final class Services {
    private static final ServiceCatalogue CATALOGUE = ServiceCatalogue.load();

    private Services() {}

    /** Whether there is such an action, called in such a way. */
    static boolean supports(String service, String action, IntegrationPattern pattern) {
        return CATALOGUE.supports(service, action, pattern);
    }
}
