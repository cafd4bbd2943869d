package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the catalogue says of requests, responses and jobs, against what AWS recorded of them. */
class CatalogueConformanceTest {
    /** What Step Functions adds to the responses of many services. */
    private static final Set<String> ADDED = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

    private final ServiceCatalogue catalogue = ServiceCatalogue.load();

    @Test
    void every_recorded_call_has_the_fields_that_its_shape_has() {
        Path folder = CaseFolder.find();
        assumeTrue(Files.isDirectory(folder), () -> "no recordings in " + folder);
        Set<String> wrong = new TreeSet<>();
        int compared = 0;
        for (ConformanceCase one : ConformanceCase.readAll(folder)) {
            for (JsonNode event : one.history()) {
                compared += compare(event.path("taskScheduledEventDetails"), "parameters", this::request, wrong);
                compared += compare(event.path("taskSubmittedEventDetails"), "output", this::response, wrong);
                compared += compare(event.path("taskSucceededEventDetails"), "output", this::result, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private @Nullable JsonNode request(TaskResource resource) {
        return catalogue.requestShape(resource.service(), resource.api());
    }

    private @Nullable JsonNode response(TaskResource resource) {
        return catalogue.responseShape(resource.service(), resource.api());
    }

    private @Nullable JsonNode result(TaskResource resource) {
        return switch (resource.pattern()) {
            case REQUEST_RESPONSE -> response(resource);
            case RUN_A_JOB -> catalogue.jobShape(resource.service(), resource.action());
            case WAIT_FOR_TASK_TOKEN, ACTIVITY -> null;
        };
    }

    /** How many values were compared: none, or one. */
    private static int compare(
            JsonNode details, String field, Function<TaskResource, @Nullable JsonNode> shapeOf, Set<String> wrong) {
        String call = details.path("resourceType").asText() + ":"
                + details.path("resource").asText();
        JsonNode shape = shapeOf.apply(TaskResource.parse("arn:aws:states:::" + call));
        JsonNode value = details.path(field);
        if (shape == null || !value.isObject()) {
            return 0;
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            JsonNode type = shape.has(each.getKey()) ? shape.get(each.getKey()) : shape.get(each.getKey() + "!");
            // A date is recorded as a placeholder, whatever it was.
            boolean fits = type != null && (each.getKey().endsWith("Date") || fits(type, each.getValue()));
            if (!fits && !ADDED.contains(each.getKey())) {
                wrong.add(call + " " + field + " has " + each + ", and the shape " + type);
            }
        }
        return 1;
    }

    private static boolean fits(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return value.isArray();
        }
        if (type.isObject()) {
            return value.isObject();
        }
        return value.isNull()
                || switch (type.asText()) {
                    case "string" -> value.isTextual();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "object" -> value.isObject();
                    default -> true;
                };
    }
}
