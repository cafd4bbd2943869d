package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A CloudFormation or SAM template, written by hand or synthesised by the CDK. */
final class CloudFormationTemplate implements Embedding {
    private static final List<String> TYPES =
            List.of("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine");

    private final PlacedJson template;
    private final DefinitionOptions options;
    private final Intrinsics intrinsics;
    private final @Nullable String region;
    private final ObjectNode resources = JsonNodeFactory.instance.objectNode();
    /** Where each resource is written. */
    private final Map<String, String> pointers = new LinkedHashMap<>();

    CloudFormationTemplate(PlacedJson template, DefinitionOptions options) {
        this.template = template;
        this.options = options;
        this.region = CdkAssets.region(template.name(), options.files());
        this.intrinsics = new Intrinsics(
                template.json(),
                resources,
                options.substitutions(),
                Objects.requireNonNullElse(region, PhysicalNames.REGION),
                this::include);
        template.json().path("Resources").properties().forEach(field -> {
            String pointer = "/Resources/" + Pointers.segment(field.getKey());
            if (ForEach.isOne(field.getKey())) {
                ForEach.expand(field.getValue(), intrinsics::resolve, (id, resource) -> {
                    resources.set(id, resource);
                    pointers.put(id, pointer + "/2" + written(field.getValue().path(2), resource));
                });
            } else {
                resources.set(field.getKey(), field.getValue());
                pointers.put(field.getKey(), pointer);
            }
        });
    }

    /** Where a resource is written that stands for several: at the only one of a loop, else at the loop. */
    private static String written(JsonNode loop, JsonNode resource) {
        return loop.size() == 1 && resource.isObject()
                ? "/" + Pointers.segment(loop.fieldNames().next())
                : "";
    }

    private JsonNode include(String location) {
        String path = location.startsWith("s3://") ? location.substring(location.lastIndexOf('/') + 1) : location;
        PlacedJson read = new RelatedFile(template, options.files(), new ArrayList<>()).read(path, "");
        return read == null ? MissingNode.getInstance() : read.json();
    }

    static boolean isOne(JsonNode tree) {
        return tree.path("Resources").isObject() && !tree.has("States");
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        resources.properties().forEach(resource -> {
            if (TYPES.contains(resource.getValue().path("Type").asText())) {
                ids.add(resource.getKey());
            }
        });
        return ids;
    }

    @Override
    public Machine open(String id) {
        JsonNode resource = resources.path(id);
        String pointer = pointers.getOrDefault(id, "") + "/Properties";
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        if (resource.path("Type").asText().equals(TYPES.get(1))) {
            properties.setAll(object(template.json().path("Globals").path("StateMachine")));
        }
        properties.setAll(object(resource.path("Properties")));

        Map<String, JsonNode> substitutions = new LinkedHashMap<>();
        properties
                .path("DefinitionSubstitutions")
                .properties()
                .forEach(entry -> substitutions.put(entry.getKey(), intrinsics.resolve(entry.getValue())));
        substitutions.putAll(options.substitutions());
        List<Diagnostic> diagnostics = new ArrayList<>();
        return new Machine(
                firstText(properties, "Name", "StateMachineName"),
                "EXPRESS".equals(firstText(properties, "Type", "StateMachineType")),
                region,
                SettingsReader.read(
                        first(properties, "Tracing", "TracingConfiguration"),
                        first(properties, "Logging", "LoggingConfiguration")),
                definition(properties, pointer, substitutions, diagnostics),
                substitutions,
                diagnostics);
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private JsonNode first(JsonNode properties, String sam, String cloudFormation) {
        return intrinsics.resolve(properties.has(sam) ? properties.path(sam) : properties.path(cloudFormation));
    }

    private @Nullable String firstText(JsonNode properties, String... fields) {
        for (String field : fields) {
            JsonNode value = intrinsics.resolve(properties.path(field));
            if (value.isTextual()) {
                return value.textValue();
            }
        }
        return null;
    }

    private @Nullable PlacedJson definition(
            JsonNode properties, String pointer, Map<String, JsonNode> values, List<Diagnostic> diagnostics) {
        RelatedFile related = new RelatedFile(template, options.files(), diagnostics);
        if (properties.has("Definition")) {
            String at = pointer + "/Definition";
            JsonNode tree = intrinsics.resolve(properties.path("Definition"));
            // The service is given the object as JSON, in which each placeholder is in quotes.
            return tree.isTextual()
                    ? json(properties.path("Definition"), at, values, diagnostics)
                    : new Substitutions(values, false, diagnostics).apply(template.part(at, tree));
        }
        if (properties.has("DefinitionString")) {
            return json(properties.path("DefinitionString"), pointer + "/DefinitionString", values, diagnostics);
        }
        for (String field : List.of("DefinitionUri", "DefinitionS3Location")) {
            if (properties.has(field)) {
                JsonNode location = intrinsics.resolve(properties.path(field));
                String asset = CdkAssets.path(properties.path(field), location, template.name(), options.files());
                if (asset != null) {
                    return related.read(asset, values, pointer + "/" + field);
                }
                return location.isTextual()
                        ? related.read(location.textValue(), values, pointer + "/" + field)
                        : related.readS3(location, values, pointer + "/" + field);
            }
        }
        return related.problem(
                "The state machine has no Definition, DefinitionString, DefinitionUri or DefinitionS3Location",
                pointer);
    }

    private @Nullable PlacedJson json(
            JsonNode node, String pointer, Map<String, JsonNode> values, List<Diagnostic> diagnostics) {
        MappedText text = new TextSubstitutions(values)
                .apply(dynamic(text(node, pointer)), template.name(), template.lines(), diagnostics);
        return JsonReader.read(template.name(), Placeholders.quoted(text), template.lines(), diagnostics);
    }

    /** With a placeholder for each reference that is resolved when the stack is deployed. */
    private MappedText dynamic(MappedText source) {
        String text = source.text();
        MappedText.Builder result = new MappedText.Builder();
        int done = 0;
        for (int start = text.indexOf("{{resolve:"); start >= 0; start = text.indexOf("{{resolve:", done)) {
            int end = text.indexOf("}}", start);
            if (end < 0) {
                break;
            }
            result.append(source, done, start)
                    .append(intrinsics.dynamic(text.substring(start, end + 2)), source.original(start));
            done = end + 2;
        }
        return done == 0 ? source : result.append(source, done, text.length()).build();
    }

    /** The text that a string or a function makes, with the place of each part of it. */
    private MappedText text(JsonNode node, String pointer) {
        int offset = template.offset(pointer);
        String function = Intrinsics.function(node);
        if (function != null && function.equals("Fn::Join")) {
            JsonNode argument = node.path(function);
            String separator = argument.path(0).asText();
            MappedText.Builder joined = new MappedText.Builder();
            for (int i = 0; i < argument.path(1).size(); i++) {
                String at = pointer + "/" + Pointers.segment(function) + "/1/" + i;
                joined.append(i == 0 ? "" : separator, template.offset(at));
                joined.append(text(argument.path(1).path(i), at));
            }
            return joined.build();
        }
        if (function != null && function.equals("Fn::Sub")) {
            JsonNode argument = node.path(function);
            String at = pointer + "/" + Pointers.segment(function) + (argument.isArray() ? "/0" : "");
            JsonNode scalar = argument.isArray() ? argument.path(0) : argument;
            return sub(MappedText.ofScalar(scalar.asText(), template.lines().text(), template.offset(at)), argument);
        }
        if (node.isTextual()) {
            return MappedText.ofScalar(node.textValue(), template.lines().text(), offset);
        }
        return new MappedText.Builder()
                .append(Intrinsics.textOf(intrinsics.resolve(node)), offset)
                .build();
    }

    private MappedText sub(MappedText source, JsonNode argument) {
        String text = source.text();
        MappedText.Builder result = new MappedText.Builder();
        int done = 0;
        int start = text.indexOf("${");
        while (start >= 0) {
            int end = Placeholders.end(text, start);
            result.append(source.part(done, start))
                    .append(intrinsics.variable(text.substring(start, end), argument), source.original(start));
            done = end;
            start = text.indexOf("${", end);
        }
        return result.append(source.part(done, text.length())).build();
    }
}
