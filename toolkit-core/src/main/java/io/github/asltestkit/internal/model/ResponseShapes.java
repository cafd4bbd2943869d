package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.model.ApiShape.Anything;
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
 * The shape of what a Task's call gives: as the catalogue has it, else as the service's API model does; and of what it sends.
 */
public final class ResponseShapes {
    private final ServiceCatalogue catalogue;
    private final ApiModels models;

    /**
     * @param catalogue whose shapes come first, for they are what a state sees
     * @param models where the shapes of the other services are
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
        if (shape != null) {
            return structure(shape);
        }
        String service = catalogue.apiService(resource.service());
        return service == null ? null : models.response(service, resource.api());
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
            members.put(member.getKey(), () -> shape(member.getValue()));
            if (member.getValue().asText().endsWith("!")) {
                required.add(member.getKey());
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
        return switch (notation.asText().replace("!", "")) {
            case "string" -> Text.ANY;
            case "number" -> Numeric.ANY;
            case "boolean" -> new Truth();
            case "any" -> new Anything();
            default -> throw new IllegalStateException("The catalogue has a shape that is none: " + notation);
        };
    }
}
