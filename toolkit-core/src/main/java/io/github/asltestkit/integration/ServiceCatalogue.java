package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.internal.io.ClassPath;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the services that a Task may call can do: their actions, the integration patterns of each, what they take and give,
 * their error names, and the API that cancels a job. The optimized integrations are data ({@code catalogue.json}), which
 * says of each fact what it rests on; AWS SDK integrations follow a rule: any service and action but those that AWS lists as
 * unsupported, Request Response or Wait for Callback, never Run a Job.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Integrating optimized
 *     services with Step Functions</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class ServiceCatalogue {
    private static final String RESOURCE = "catalogue.json";
    private static final String SDK_RESOURCE = "sdk-services.json";
    private static final String SDK = "aws-sdk:";
    private static final String COMMON_THROTTLING = "ThrottlingException";
    private static final String GUIDE = "https://docs.aws.amazon.com/step-functions/latest/dg/";

    private final JsonNode services;
    private final Map<String, String> sdkPrefixes;
    private final JsonNode unsupported;

    private ServiceCatalogue(JsonNode services, Map<String, String> sdkPrefixes, JsonNode unsupported) {
        this.services = services;
        this.sdkPrefixes = sdkPrefixes;
        this.unsupported = unsupported;
    }

    /** The catalogue that comes with the toolkit: read once, and shared. */
    public static ServiceCatalogue load() {
        return Shipped.CATALOGUE;
    }

    /** Reads the catalogue when it is first asked for. */
    private static final class Shipped {
        static final ServiceCatalogue CATALOGUE = read();

        private static ServiceCatalogue read() {
            Map<String, String> prefixes = new LinkedHashMap<>();
            JsonNode sdk = ServiceCatalogue.read(SDK_RESOURCE);
            for (String list : List.of("derivedErrorPrefixes", "errorPrefixes")) {
                for (JsonNode prefix : sdk.path(list)) {
                    prefixes.put(prefix.textValue().toLowerCase(Locale.ROOT), prefix.textValue());
                }
            }
            JsonNode services = ServiceCatalogue.read(RESOURCE).path("services");
            return new ServiceCatalogue(services, prefixes, sdk.path("unsupportedActions"));
        }
    }

    private static JsonNode read(String resource) {
        try {
            return new JsonMapper().readTree(ClassPath.own(ServiceCatalogue.class, resource));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(resource + " is not JSON", notJson);
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
     * {@code .waitForTaskToken}; empty for an action that does not exist, or that Step Functions does not support.
     */
    public List<String> suffixes(String service, String api) {
        if (service.startsWith(SDK)) {
            return service.length() > SDK.length() && !api.isEmpty() && !isUnsupported(service, api)
                    ? List.of("", IntegrationPattern.WAIT_FOR_TASK_TOKEN.suffix())
                    : List.of();
        }
        List<String> suffixes = new ArrayList<>();
        for (JsonNode pattern : action(service, api).path("patterns")) {
            suffixes.add(suffix(pattern.textValue()));
        }
        return List.copyOf(suffixes);
    }

    /** Whether Step Functions refuses an action of a service that the service's API has. */
    private boolean isUnsupported(String service, String api) {
        for (JsonNode action : unsupported.path(service.substring(SDK.length()))) {
            if (action.textValue().equals(api)) {
                return true;
            }
        }
        return false;
    }

    private static String suffix(String pattern) {
        return pattern.equals("request-response") ? "" : "." + pattern;
    }

    /**
     * Whether a resource can be called; Express workflows have Request Response alone, and no Activities. If its
     * service or action holds a placeholder {@code ${...}}, nobody can judge, and the answer is yes.
     *
     * @param express whether the state machine is an Express workflow
     */
    public boolean supports(TaskResource resource, boolean express) {
        if (express && resource.pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            return false;
        }
        boolean judged =
                !resource.service().contains("${") && !resource.action().contains("${");
        return !judged
                || resource.kind() != TaskResource.Kind.SERVICE
                || suffixes(resource.service(), resource.api())
                        .contains(resource.action().substring(resource.api().length()));
    }

    /** The services of AWS SDK integrations whose error names are known, as their ARNs spell them after {@code aws-sdk:}. */
    public List<String> sdkServices() {
        return List.copyOf(sdkPrefixes.keySet());
    }

    /**
     * What the service's error names begin with: {@code DynamoDB} for {@code dynamodb}, {@code DynamoDb} for
     * {@code aws-sdk:dynamodb}; null for an unknown optimized service. An AWS SDK integration that AWS's table did not
     * have yet is named by its ARN, with a capital.
     */
    public @Nullable String errorPrefix(String service) {
        if (service.startsWith(SDK) && service.length() > SDK.length()) {
            String name = service.substring(SDK.length());
            return sdkPrefixes.getOrDefault(name, Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        return services.path(service).path("errorPrefix").textValue();
    }

    /** Whether the error names of some optimized service begin with a prefix, such as {@code SQS}. */
    public boolean isErrorPrefix(String prefix) {
        for (JsonNode service : services) {
            if (prefix.equalsIgnoreCase(service.path("errorPrefix").textValue())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The name of the error, without the service's prefix, by which a service refuses what is too much for it:
     * {@code TooManyRequestsException} of Lambda, and {@code ThrottlingException} of a service that has no name of its own.
     *
     * @see <a href="https://docs.aws.amazon.com/awssupport/latest/APIReference/CommonErrors.html">Common errors</a>
     */
    public String throttlingError(String service) {
        String name = service.startsWith(SDK) ? service.substring(SDK.length()) : service;
        return services.path(name).path("throttling").asText(COMMON_THROTTLING);
    }

    /**
     * The shape of an action's parameters: field names to {@code "string"}, {@code "number"}, {@code "boolean"}, {@code
     * "object"}, {@code "any"}, an object or an array of a shape. A name that ends in {@code !} is required.
     *
     * @return the shape, not to be changed; null for an action that is none of an optimized service
     */
    public @Nullable JsonNode requestShape(String service, String api) {
        return action(service, api).get("request");
    }

    /**
     * The shape of an action's response as the state sees it, in the notation of {@link #requestShape}: what Request
     * Response gives, and what the history shows as submitted in the other patterns.
     *
     * @return the shape, not to be changed; null for an action that is none of an optimized service
     */
    public @Nullable JsonNode responseShape(String service, String api) {
        return action(service, api).get("response");
    }

    /**
     * The shape of the job that Run a Job gives when the job is done, in the notation of {@link #requestShape}.
     *
     * @param action the action with its pattern: {@code submitJob.sync}, {@code startExecution.sync:2}
     * @return the shape, not to be changed; null for an action that runs no job
     */
    public @Nullable JsonNode jobShape(String service, String action) {
        int dot = action.indexOf(".sync");
        return dot < 0
                ? null
                : action(service, action.substring(0, dot)).get(action.endsWith(".sync:2") ? "job:2" : "job");
    }

    /** Whether an action of an optimized service gives what the API of the same name gives, no more and no less. */
    public boolean answersAsItsApi(String service, String api) {
        return "api-model".equals(evidence(service, api, "response"));
    }

    /**
     * What Step Functions adds to the parameters of a call.
     *
     * @param parameters merged into those of the definition: an object field by field, an array of one object into each
     *     element, other arrays by appending. What the definition says stays. {@code ${ExecutionArn}} and {@code
     *     ${StateMachineArn}} stand for the caller's
     * @param scheduled whether {@code TaskScheduled} shows it too
     */
    public record Addition(JsonNode parameters, boolean scheduled) {}

    /** What Step Functions adds to the parameters of a call; null where it adds nothing. */
    public @Nullable Addition addition(TaskResource resource) {
        JsonNode adds = ruleOf(resource, "adds");
        return adds == null
                ? null
                : new Addition(adds.path("parameters"), adds.path("scheduled").booleanValue());
    }

    /**
     * Fails a task although its API has answered.
     *
     * @param field the response's field that tells: a number above 0, or an array with elements
     * @param error the error's name; its cause is the response
     */
    public record FailureRule(String field, String error) {
        /** Whether a response is a failure. */
        public boolean matches(JsonNode response) {
            JsonNode value = response.path(field);
            return value.isArray() ? !value.isEmpty() : value.asInt() > 0;
        }
    }

    /** How many seconds a call may last, whatever its TimeoutSeconds says; null where the state alone decides. */
    public @Nullable Long longestSeconds(TaskResource resource) {
        JsonNode longest = action(resource.service(), resource.api()).get("longestSeconds");
        return longest == null ? null : longest.longValue();
    }

    /** What makes a response of a call a failure; null where every response is a success. */
    public @Nullable FailureRule failureRule(TaskResource resource) {
        JsonNode fails = ruleOf(resource, "fails");
        return fails == null
                ? null
                : new FailureRule(
                        fails.path("field").textValue(), fails.path("error").textValue());
    }

    /** A rule of an action that holds in some of its patterns. */
    private @Nullable JsonNode ruleOf(TaskResource resource, String name) {
        JsonNode rule = action(resource.service(), resource.api()).get(name);
        if (rule == null) {
            return null;
        }
        String suffix = resource.action().substring(resource.api().length());
        for (JsonNode pattern : rule.path("patterns")) {
            if (suffix(pattern.textValue()).equals(suffix)) {
                return rule;
            }
        }
        return null;
    }

    /** The page of AWS's guide on an optimized service. */
    String documentation(String service) {
        return GUIDE + services.path(service).path("documentation").textValue() + ".html";
    }

    /**
     * Whether something speaks for a fact of an action beside the likeness of other services.
     *
     * @param fact {@code request}, {@code response}, {@code job}, {@code poll} or {@code cancel}
     */
    public boolean isVerified(String service, String api, String fact) {
        String evidence = evidence(service, api, fact);
        return evidence != null && !evidence.equals("unverified");
    }

    /** What a fact of an action rests on, as {@code catalogue.json} explains at its head; null where there is no such fact. */
    @Nullable
    String evidence(String service, String api, String fact) {
        String own = action(service, api).path("evidence").path(fact).textValue();
        return own != null
                ? own
                : services.path(service).path("evidence").path(fact).textValue();
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

    /**
     * The API by which Step Functions asks how the action's job is getting on, such as {@code DescribeJobs}; null for an action
     * that runs no job, and where it is not known.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">TestState: "the mocked
     *     response is validated against the polling API's schema"</a>
     */
    public @Nullable String pollApi(String service, String api) {
        return action(service, api).path("poll").textValue();
    }

    /**
     * The shape of what that API answers, in the notation of {@link #requestShape}.
     *
     * @return the shape, not to be changed; null where only the API's model has it
     */
    public @Nullable JsonNode pollShape(String service, String api) {
        return action(service, api).get("pollResponse");
    }

    /** The API that cancels the action's job, such as {@code TerminateJob}; null where AWS cancels nothing. */
    public @Nullable String cancelApi(String service, String api) {
        return action(service, api).path("cancel").textValue();
    }

    private JsonNode action(String service, String api) {
        return services.path(service).path("actions").path(api);
    }
}
