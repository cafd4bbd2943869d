package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The integrations that there are, by the catalogue. */
final class Services {
    private static final String SDK = "aws-sdk:";
    private static final ServiceCatalogue CATALOGUE = ServiceCatalogue.load();
    private static final Set<String> SDK_SERVICES =
            Collections.unmodifiableSet(new LinkedHashSet<>(CATALOGUE.sdkServices()));

    private Services() {}

    /** Whether a Standard workflow can call a resource. */
    static boolean supports(TaskResource resource) {
        return CATALOGUE.supports(resource, false);
    }

    /** Whether a resource is an AWS SDK integration. */
    static boolean isSdk(TaskResource resource) {
        return resource.kind() == TaskResource.Kind.SERVICE
                && resource.service().startsWith(SDK);
    }

    /** The name of the service of an AWS SDK integration if the SDK has no such service; null for all else. */
    static @Nullable String unknownSdkService(TaskResource resource) {
        if (!isSdk(resource)) {
            return null;
        }
        String name = resource.service().substring(SDK.length());
        return Findings.isOpen(name) || SDK_SERVICES.contains(name) ? null : name;
    }

    /** The services of the AWS SDK, as an ARN spells them, always in the same order. */
    static Set<String> sdkServices() {
        return SDK_SERVICES;
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
