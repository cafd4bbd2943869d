package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code serverless.yml} with the serverless-step-functions plugin. */
final class ServerlessFile implements Embedding {
    private static final Pattern FILE = Pattern.compile("\\$\\{\\s*file\\(([^)]+)\\)\\s*(?::\\s*([^}]+))?}");
    private static final String MACHINES = "/stepFunctions/stateMachines";

    private final PlacedJson file;
    private final DefinitionOptions options;
    private final ServerlessVariables variables;
    private final Intrinsics intrinsics;

    ServerlessFile(PlacedJson file, DefinitionOptions options) {
        this.file = file;
        this.options = options;
        this.variables = new ServerlessVariables(file.json(), options.substitutions(), path -> {
            PlacedJson read = new RelatedFile(file, options.files(), new ArrayList<>()).read(path.trim(), "");
            return read == null ? MissingNode.getInstance() : read.json();
        });
        JsonNode template = variables.resolve(file.json().path("resources"));
        this.intrinsics = new Intrinsics(
                template,
                resources(template),
                options.substitutions(),
                variables.region(),
                path -> MissingNode.getInstance());
    }

    static boolean isOne(JsonNode tree) {
        JsonNode machines = tree.path("stepFunctions").path("stateMachines");
        boolean elsewhere = machines.isTextual() || tree.path("stepFunctions").isTextual();
        return machines.isObject() || (elsewhere && tree.has("service"));
    }

    /** The template's own resources, and each function under its name in the file and under its logical id. */
    private JsonNode resources(JsonNode template) {
        ObjectNode resources = JsonNodeFactory.instance.objectNode();
        functions().properties().forEach(field -> {
            String name = field.getKey();
            ObjectNode function = JsonNodeFactory.instance.objectNode().put("Type", "AWS::Lambda::Function");
            String deployed = field.getValue().path("name").asText(name);
            function.putObject("Properties").put("FunctionName", deployed.contains("${") ? name : deployed);
            resources.set(logicalId(name), function);
            resources.set(name, function);
        });
        template.path("Resources").properties().forEach(field -> resources.set(field.getKey(), field.getValue()));
        return resources;
    }

    /** The functions by their names in the file, which may be in a list of files. */
    private JsonNode functions() {
        JsonNode functions = variables.resolve(file.json().path("functions"));
        if (!functions.isArray()) {
            return functions;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        functions.forEach(part -> part.properties().forEach(field -> all.set(field.getKey(), field.getValue())));
        return all;
    }

    /** What the framework calls a function in the template that it makes. */
    static String logicalId(String function) {
        String id = function.substring(0, Math.min(1, function.length())).toUpperCase(Locale.ROOT)
                + function.substring(Math.min(1, function.length()));
        return id.replace("-", "Dash").replace("_", "Underscore") + "LambdaFunction";
    }

    /** The definition with its functions called, and its timeouts if the file asks for them. */
    private JsonNode completed(JsonNode definition, JsonNode machine) {
        if (machine.path("configureTaskTimeouts").asBoolean(false)) {
            int otherwise = variables
                    .resolve(file.json().path("provider"))
                    .path("timeout")
                    .asInt(ServerlessTimeouts.DEFAULT_SECONDS);
            return intrinsics.resolve(new ServerlessTimeouts(functions(), otherwise).in(definition));
        }
        return intrinsics.resolve(definition);
    }

    private JsonNode machines() {
        return variables.resolve(file.json().path("stepFunctions")).path("stateMachines");
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        machines().fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    @Override
    public Machine open(String id) {
        JsonNode machine = machines().path(id);
        String pointer = MACHINES + "/" + Pointers.segment(id) + "/definition";
        List<Diagnostic> diagnostics = new ArrayList<>();
        JsonNode name = machine.path("name");
        PlacedJson definition = definition(machine, pointer, diagnostics);
        if (variables.isExhausted()) {
            new RelatedFile(file, options.files(), diagnostics)
                    .problem("The variables of the file make more values or more text than any file needs", "");
        }
        return new Machine(
                name.isTextual() ? name.textValue() : null,
                machine.path("type").asText().equals("EXPRESS"),
                variables.providerRegion(),
                SettingsReader.read(
                        intrinsics.resolve(machine.path("tracingConfig")),
                        intrinsics.resolve(machine.path("loggingConfig"))),
                definition,
                Map.of(),
                diagnostics);
    }

    private @Nullable PlacedJson definition(JsonNode machine, String pointer, List<Diagnostic> diagnostics) {
        JsonNode resolved = machine.path("definition");
        RelatedFile related = new RelatedFile(file, options.files(), diagnostics);
        Matcher matcher = FILE.matcher(file.json().at(pointer).asText());
        if (!matcher.matches()) {
            return resolved.isObject()
                    ? file.part(pointer, completed(resolved, machine))
                    : related.problem("The state machine has no definition that can be read", pointer);
        }
        // Read again, for the places in the file that is named.
        PlacedJson read = related.read(matcher.group(1).trim(), pointer);
        if (read == null) {
            return null;
        }
        String part = matcher.group(2) == null
                ? ""
                : "/" + Pointers.segment(matcher.group(2).trim()).replace(".", "/");
        return read.part(part, completed(variables.resolve(read.json().at(part)), machine));
    }
}
