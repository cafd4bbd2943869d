package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.model.ApiShape;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.shape.Shape.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the calls of optimized integrations and their jobs give, by the catalogue. */
public final class ServiceResults implements Knowledge {
    private static final String REQUIRED = "!";

    /** What Step Functions adds to the responses of many optimized integrations (recorded). */
    private static final List<String> ADDED = List.of("SdkHttpMetadata", "SdkResponseMetadata");

    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Tokens {
        /** The task token in an expression, or the Context object as a whole. */
        static final Pattern TOKEN = Pattern.compile("(\\$\\$|\\$states\\.context)(\\.Task|\\['Task|(?![.\\w]))");
    }

    /** Deeper parts of a response are not looked at: shapes of APIs may hold themselves. */
    private static final int DEPTH = 5;

    private final ServiceCatalogue catalogue;
    private final @Nullable Supplier<ApiModels> places;
    private @Nullable ResponseShapes models;
    /** By the pointers of the Tasks, each of which may be asked about on several ways. */
    private final Map<String, Optional<Shape>> known = new HashMap<>();

    /** By this catalogue. */
    public ServiceResults(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
        this.places = null;
    }

    /**
     * By this catalogue, and of AWS SDK integrations by the models of their APIs.
     *
     * @param models where the models are; asked if there is such an integration
     */
    public ServiceResults(ServiceCatalogue catalogue, Supplier<ApiModels> models) {
        this.catalogue = catalogue;
        this.places = models;
    }

    @Override
    public @Nullable Shape result(State.Task task, @Nullable JsonNode parameters) {
        Optional<Shape> result = known.get(task.pointer());
        if (result == null) {
            result = Optional.ofNullable(read(task, parameters));
            known.put(task.pointer(), result);
        }
        return result.orElse(null);
    }

    private @Nullable Shape read(State.Task task, @Nullable JsonNode parameters) {
        if (Shapes.isPlaceholder(task.resource())) {
            return null;
        }
        TaskResource resource = TaskResource.parse(task.resource());
        if (resource.kind() != TaskResource.Kind.SERVICE) {
            return null;
        }
        boolean job = resource.pattern() == IntegrationPattern.RUN_A_JOB;
        if (job
                && parameters != null
                && Tokens.TOKEN.matcher(parameters.toString()).find()) {
            // Whoever has the token may end the task before the job has ended, with any result (recorded).
            return null;
        }
        if (resource.service().startsWith("aws-sdk:")) {
            return ofSdk(task, resource);
        }
        boolean response = resource.pattern() == IntegrationPattern.REQUEST_RESPONSE;
        JsonNode shape = job
                ? catalogue.jobShape(resource.service(), resource.action())
                : response ? catalogue.responseShape(resource.service(), resource.api()) : null;
        return shape == null || !isKnown(resource, job ? "job" : "response")
                ? null
                : top(shape, new Origin.Result(task.pointer(), List.of()));
    }

    private @Nullable Shape ofSdk(State.Task task, TaskResource resource) {
        if (places == null || resource.pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            return null;
        }
        ResponseShapes shapes = models == null ? new ResponseShapes(catalogue, places.get()) : models;
        models = shapes;
        Structure structure = shapes.of(resource);
        Origin origin = new Origin.Result(task.pointer(), List.of());
        return structure == null ? Shapes.unknown(origin) : shape(structure, origin, 0);
    }

    private static Shape shape(ApiShape shape, Origin origin, int depth) {
        if (depth > DEPTH) {
            return Shapes.unknown(origin);
        }
        if (shape instanceof Structure structure) {
            Map<String, Field> fields = new LinkedHashMap<>();
            structure.members().forEach((name, member) -> {
                Shape of = shape(member.get(), origin.at(name), depth + 1);
                fields.put(name, structure.required().contains(name) ? Field.always(of) : Field.perhaps(of));
            });
            if (depth == 0) {
                ADDED.forEach(name -> fields.putIfAbsent(name, Field.perhaps(Shapes.unknown(origin.at(name)))));
            }
            return Shapes.object(fields, structure.streams().getAsBoolean(), origin);
        }
        if (shape instanceof ApiShape.Sequence sequence) {
            return Shapes.array(shape(sequence.element().get(), origin.at(Origin.EACH), depth + 1), origin);
        }
        if (shape instanceof ApiShape.Text) {
            return Shapes.scalar(Kind.TEXT, origin);
        }
        if (shape instanceof ApiShape.Numeric) {
            return Shapes.scalar(Kind.NUMBER, origin);
        }
        if (shape instanceof ApiShape.Truth) {
            return Shapes.scalar(Kind.BOOLEAN, origin);
        }
        return shape instanceof ApiShape.Dictionary ? Shapes.object(Map.of(), true, origin) : Shapes.unknown(origin);
    }

    /** What nothing but the likeness of other services speaks for is not known. */
    private boolean isKnown(TaskResource resource, String fact) {
        return catalogue.isVerified(resource.service(), resource.api(), fact);
    }

    private static Shape top(JsonNode notation, Origin origin) {
        Shape shape = shape(notation, origin);
        if (!(shape instanceof Shape.ObjectOf object)) {
            return shape;
        }
        Map<String, Field> fields = new LinkedHashMap<>(object.fields());
        for (String name : ADDED) {
            fields.putIfAbsent(name, Field.perhaps(Shapes.unknown(origin.at(name))));
        }
        return Shapes.object(fields, object.open(), origin);
    }

    private static Shape shape(JsonNode notation, Origin origin) {
        if (notation.isObject()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            boolean open = false;
            for (Map.Entry<String, JsonNode> member : notation.properties()) {
                boolean required = member.getKey().endsWith(REQUIRED);
                String name = member.getKey().replace(REQUIRED, "");
                if (name.equals("*")) {
                    open = true;
                    continue;
                }
                Shape of = shape(member.getValue(), origin.at(name));
                fields.put(name, required ? Field.always(of) : Field.perhaps(of));
            }
            return Shapes.object(fields, open, origin);
        }
        if (notation.isArray()) {
            return Shapes.array(shape(notation.path(0), origin.at(Origin.EACH)), origin);
        }
        return switch (notation.asText()) {
            case "string" -> Shapes.scalar(Kind.TEXT, origin);
            case "number" -> Shapes.scalar(Kind.NUMBER, origin);
            case "boolean" -> Shapes.scalar(Kind.BOOLEAN, origin);
            case "object" -> Shapes.object(Map.of(), true, origin);
            default -> Shapes.unknown(origin);
        };
    }
}
