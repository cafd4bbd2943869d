package io.github.asltestkit.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the services that a Task may call can do: their actions, the integration patterns of each, their error names, and
 * the API that cancels a job. The optimized integrations are data ({@code catalogue.json}); AWS SDK integrations follow a
 * rule: any service and action, Request Response or Wait for Callback, never Run a Job.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Integrating optimized
 *     services with Step Functions</a>
 */
public final class ServiceCatalogue {
    private static final String RESOURCE = "catalogue.json";
    private static final String SDK = "aws-sdk:";

    private final JsonNode services;

    private ServiceCatalogue(JsonNode services) {
        this.services = services;
    }

    /** The catalogue that comes with the toolkit. */
    public static ServiceCatalogue load() {
        try (InputStream stream = ServiceCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The toolkit's jar has no " + RESOURCE);
            }
            return new ServiceCatalogue(new JsonMapper().readTree(stream).path("services"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }

    /** The optimized services, as their ARNs spell them, in the order of AWS's table. */
    public List<String> services() {
        List<String> names = new ArrayList<>();
        services.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /** The actions of an optimized service, such as {@code sendMessage}; empty for a service that is none. */
    public List<String> actions(String service) {
        List<String> names = new ArrayList<>();
        services.path(service).path("actions").fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /**
     * What an action's suffix may be: {@code ""} for Request Response, {@code .sync}, {@code .sync:2},
     * {@code .waitForTaskToken}; empty for an action that does not exist.
     */
    public List<String> suffixes(String service, String api) {
        if (service.startsWith(SDK)) {
            return service.length() > SDK.length() && !api.isEmpty()
                    ? List.of("", IntegrationPattern.WAIT_FOR_TASK_TOKEN.suffix())
                    : List.of();
        }
        List<String> suffixes = new ArrayList<>();
        for (JsonNode pattern : action(service, api).path("patterns")) {
            String text = pattern.textValue();
            suffixes.add(text.equals("request-response") ? "" : "." + text);
        }
        return List.copyOf(suffixes);
    }

    /** Whether Standard workflows have the action with the pattern; an Activity is no action of a service. */
    public boolean supports(String service, String api, IntegrationPattern pattern) {
        return pattern != IntegrationPattern.ACTIVITY
                && suffixes(service, api).stream().anyMatch(suffix -> suffix.equals(pattern.suffix()));
    }

    /** Whether a resource can be called; Express workflows have Request Response alone, and no Activities. */
    public boolean supports(TaskResource resource, boolean express) {
        if (express && resource.pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            return false;
        }
        return resource.kind() != TaskResource.Kind.SERVICE
                || suffixes(resource.service(), resource.api())
                        .contains(resource.action().substring(resource.api().length()));
    }

    /**
     * Why AWS refuses a resource, in its words; null where it does not. A resource that still holds a placeholder
     * {@code ${...}} in its service or action is not judged.
     *
     * @param express whether the state machine is an Express workflow
     */
    public @Nullable String refusal(TaskResource resource, boolean express) {
        String judged = resource.service() + resource.action();
        if (judged.contains("${") || supports(resource, express)) {
            return null;
        }
        boolean known = supports(resource, false);
        if (express && known) {
            String what = resource.kind() == TaskResource.Kind.SERVICE
                    ? resource.pattern().suffix()
                    : resource.arn();
            return "Express state machine does not support '" + what + "' service integration";
        }
        return "The resource provided " + resource.arn() + " is not recognized. The value is not a valid resource ARN,"
                + " or the resource is not available in this region.";
    }

    /** What the service's error names begin with, such as {@code DynamoDB}; null for an unknown service. */
    public @Nullable String errorPrefix(String service) {
        if (service.startsWith(SDK) && service.length() > SDK.length()) {
            String name = service.substring(SDK.length());
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
        return services.path(service).path("errorPrefix").textValue();
    }

    /**
     * The shape of an action's response as the state sees it: field names to {@code "string"}, {@code "number"},
     * {@code "boolean"}, an object or an array of a shape; a type that ends in {@code !} is required.
     *
     * @return the shape, not to be changed; null where the catalogue does not know it
     */
    public @Nullable JsonNode responseShape(String service, String api) {
        return services.path(service).path("actions").path(api).get("responseShape");
    }

    /**
     * Whose API model describes the responses of a service that answers as its API does, by the service's name in an AWS
     * SDK integration: {@code eventbridge} for {@code events}, {@code kms} for {@code aws-sdk:kms}; null where what a state
     * sees is not the API's own response.
     */
    public @Nullable String apiService(String service) {
        return service.startsWith(SDK)
                ? service.substring(SDK.length())
                : services.path(service).path("apiService").textValue();
    }

    /** The API that cancels the action's job, such as {@code TerminateJob}; null where AWS cancels nothing. */
    public @Nullable String cancelApi(String service, String api) {
        return action(service, api).path("cancel").textValue();
    }

    private JsonNode action(String service, String api) {
        return services.path(service).path("actions").path(api);
    }
}
