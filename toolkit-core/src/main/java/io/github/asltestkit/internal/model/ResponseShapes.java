package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.model.ApiShape.Anything;
import io.github.asltestkit.internal.model.ApiShape.Dictionary;
import io.github.asltestkit.internal.model.ApiShape.Length;
import io.github.asltestkit.internal.model.ApiShape.Numeric;
import io.github.asltestkit.internal.model.ApiShape.Sequence;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ApiShape.Text;
import io.github.asltestkit.internal.model.ApiShape.Truth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shape of what a Task's call gives, and of what it sends. An optimized integration that answers in a way of its own is
 * described by the catalogue, all others by their API models; where there is no model, the catalogue has the fields of the
 * optimized ones.
 */
public final class ResponseShapes {
    /** What TestState does not check. */
    private static final Set<String> UNCHECKED = Set.of("http", "apigateway", "eks:call", "eks:runJob");

    private final ServiceCatalogue catalogue;
    private final ApiModels models;

    /**
     * @param catalogue what a state sees of the optimized services
     * @param models where the shapes of the APIs are
     */
    public ResponseShapes(ServiceCatalogue catalogue, ApiModels models) {
        this.catalogue = catalogue;
        this.models = models;
    }

    /** The shape of the response of a Request Response call; null where none is known, or where anybody answers. */
    public @Nullable Structure of(TaskResource resource) {
        if (resource.kind() != TaskResource.Kind.SERVICE || resource.pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            return null;
        }
        JsonNode shape = catalogue.responseShape(resource.service(), resource.api());
        boolean own = shape != null && !catalogue.answersAsItsApi(resource.service(), resource.api());
        String service = catalogue.apiService(resource.service());
        Structure modelled = own || service == null ? null : models.response(service, resource.api());
        return modelled != null || shape == null ? modelled : structure(shape);
    }

    /**
     * The shape that TestState holds a mocked result against: the response's, or for Run a Job that of the API which tells how
     * the job is getting on. Null where none is known, where a worker answers, and where AWS checks nothing: HTTP Tasks, API
     * Gateway, and the calls and jobs of EKS.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">Mock validation modes</a>
     */
    public @Nullable Structure mocked(TaskResource resource) {
        if (resource.kind() != TaskResource.Kind.SERVICE
                || UNCHECKED.contains(resource.service())
                || UNCHECKED.contains(resource.service() + ":" + resource.api())) {
            return null;
        }
        return resource.pattern() == IntegrationPattern.RUN_A_JOB ? polled(resource) : of(resource);
    }

    private @Nullable Structure polled(TaskResource resource) {
        JsonNode shape = catalogue.pollShape(resource.service(), resource.api());
        if (shape != null) {
            return resource.action().endsWith(":2") ? parsed(structure(shape)) : structure(shape);
        }
        String service = catalogue.apiService(resource.service());
        String api = catalogue.pollApi(resource.service(), resource.api());
        return service == null || api == null
                ? null
                : models.response(service, Character.toLowerCase(api.charAt(0)) + api.substring(1));
    }

    /** With {@code .sync:2} the texts that hold JSON are handed on as what they hold. */
    private static Structure parsed(Structure shape) {
        Map<String, Supplier<ApiShape>> members = new LinkedHashMap<>(shape.members());
        members.put("Input", Anything::new);
        members.put("Output", Anything::new);
        return new Structure(members, shape.required());
    }

    /** The shape of a request, whatever the pattern; null where none is known. */
    public @Nullable Structure request(TaskResource resource) {
        String service = resource.kind() == TaskResource.Kind.SERVICE ? catalogue.apiService(resource.service()) : null;
        return service == null ? null : models.request(service, resource.api());
    }

    /** Whether the API's model itself is there, which says more than the catalogue does. */
    public boolean isModelled(TaskResource resource) {
        return request(resource) != null;
    }

    /** The catalogue's notation: an object is a structure, an array a list, and a {@code !} says required. */
    private static Structure structure(JsonNode notation) {
        Map<String, Supplier<ApiShape>> members = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> member : notation.properties()) {
            boolean needed = member.getKey().endsWith("!");
            String name = needed ? member.getKey().substring(0, member.getKey().length() - 1) : member.getKey();
            members.put(name, () -> shape(member.getValue()));
            if (needed) {
                required.add(name);
            }
        }
        return new Structure(members, required);
    }

    private static ApiShape shape(JsonNode notation) {
        if (notation.isObject()) {
            return structure(notation);
        }
        if (notation.isArray()) {
            return new Sequence(() -> shape(notation.path(0)), Length.ANY);
        }
        return switch (notation.asText()) {
            case "string" -> Text.ANY;
            case "number" -> Numeric.ANY;
            case "boolean" -> new Truth();
            case "object" -> new Dictionary(Anything::new, Length.ANY);
            case "any" -> new Anything();
            default -> throw new IllegalStateException("The catalogue has a shape that is none: " + notation);
        };
    }
}
