package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.StateMachineSettings;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.spec.Partitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code terraform show -json} writes of a plan or a state, or the file of a state: everything is resolved. A state
 * machine is called by its name in the module, or where several have that name, by its address.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</a>
 */
final class TerraformPlan implements Embedding {
    private static final String TYPE = "aws_sfn_state_machine";
    private static final String OTHER_TYPE = "awscc_stepfunctions_state_machine";

    private final PlacedJson file;
    private final Map<String, String> machines = new LinkedHashMap<>();

    TerraformPlan(PlacedJson file) {
        this.file = file;
        Map<String, String> found = new LinkedHashMap<>();
        JsonNode json = file.json();
        module(json.path("planned_values").path("root_module"), "/planned_values/root_module", found);
        module(json.path("values").path("root_module"), "/values/root_module", found);
        instances(json.path("resources"), found);
        Map<String, Integer> names = new HashMap<>();
        found.keySet().forEach(address -> names.merge(name(address), 1, Integer::sum));
        found.forEach((address, pointer) ->
                machines.put(names.getOrDefault(name(address), 0) == 1 ? name(address) : address, pointer));
    }

    static boolean isOne(JsonNode tree) {
        return tree.has("terraform_version")
                && (tree.has("planned_values")
                        || tree.path("values").has("root_module")
                        || tree.path("resources").isArray());
    }

    /** {@code orders} of {@code module.shop.aws_sfn_state_machine.orders}. */
    private static String name(String address) {
        int type = Math.max(address.lastIndexOf(TYPE + "."), address.lastIndexOf(OTHER_TYPE + "."));
        return type < 0 ? address : address.substring(address.indexOf('.', type) + 1);
    }

    private static boolean isMachine(JsonNode resource) {
        String type = resource.path("type").asText();
        return resource.path("mode").asText("managed").equals("managed")
                && (type.equals(TYPE) || type.equals(OTHER_TYPE));
    }

    private static void module(JsonNode module, String pointer, Map<String, String> found) {
        JsonNode resources = module.path("resources");
        for (int i = 0; i < resources.size(); i++) {
            if (isMachine(resources.path(i))) {
                found.put(resources.path(i).path("address").asText(), pointer + "/resources/" + i + "/values");
            }
        }
        JsonNode children = module.path("child_modules");
        for (int i = 0; i < children.size(); i++) {
            module(children.path(i), pointer + "/child_modules/" + i, found);
        }
    }

    /** The file of a state, which is written in another way. */
    private static void instances(JsonNode resources, Map<String, String> found) {
        for (int i = 0; i < resources.size(); i++) {
            JsonNode resource = resources.path(i);
            String module = resource.has("module") ? resource.path("module").asText() + "." : "";
            for (int j = 0;
                    isMachine(resource) && j < resource.path("instances").size();
                    j++) {
                JsonNode key = resource.path("instances").path(j).path("index_key");
                String index = key.isMissingNode() ? "" : "[" + key + "]";
                found.put(
                        module + resource.path("type").asText() + "."
                                + resource.path("name").asText() + index,
                        "/resources/" + i + "/instances/" + j + "/attributes");
            }
        }
    }

    @Override
    public List<String> ids() {
        return List.copyOf(machines.keySet());
    }

    @Override
    public Machine open(String id) {
        String pointer = Objects.requireNonNullElse(machines.get(id), "/" + Pointers.segment(id));
        JsonNode values = file.json().at(pointer);
        List<Diagnostic> diagnostics = new ArrayList<>();
        String field = values.has("definition_string") ? "definition_string" : "definition";
        String type =
                values.path("type").asText(values.path("state_machine_type").asText());
        return new Machine(
                values.path("name").asText(values.path("state_machine_name").textValue()),
                type.equals("EXPRESS"),
                region(values),
                settings(values),
                definition(values.path(field), pointer + "/" + field, diagnostics),
                Map.of(),
                diagnostics);
    }

    /** The region of the resource, of its ARN, or of the provider as the plan was configured. */
    private @Nullable String region(JsonNode values) {
        JsonNode provider = file.json().at("/configuration/provider_config/aws/expressions/region");
        String variable = provider.path("references").path(0).asText().replaceFirst("^var\\.", "");
        String[] arn = values.path("arn").asText().split(":", -1);
        return Stream.of(
                        values.path("region").asText(),
                        arn.length > 3 ? arn[3] : "",
                        provider.path("constant_value").asText(),
                        file.json()
                                .path("variables")
                                .path(variable)
                                .path("value")
                                .asText())
                .filter(Partitions::isRegion)
                .findFirst()
                .orElse(null);
    }

    private @Nullable PlacedJson definition(JsonNode text, String pointer, List<Diagnostic> diagnostics) {
        if (!text.isTextual()) {
            diagnostics.add(new Diagnostic(
                    Severity.ERROR,
                    RelatedFile.NOT_FOUND,
                    "The plan does not hold the definition, which is known only after the plan is applied",
                    file.locate(pointer),
                    "load what \"terraform show -json\" writes of the state, or the .tf file",
                    null));
            return null;
        }
        MappedText json = MappedText.ofScalar(text.textValue(), file.lines().text(), file.offset(pointer));
        return JsonReader.read(file.name(), Placeholders.quoted(json), file.lines(), diagnostics);
    }

    private static StateMachineSettings settings(JsonNode values) {
        JsonNode logging = values.path("logging_configuration").path(0);
        String destination = logging.path("log_destination").asText();
        return new StateMachineSettings(
                values.path("tracing_configuration").path(0).path("enabled").asBoolean(false),
                logging.isEmpty()
                        ? null
                        : new StateMachineSettings.Logging(
                                logging.path("level").asText("OFF"),
                                logging.path("include_execution_data").asBoolean(false),
                                destination.isEmpty() ? List.of() : List.of(destination)));
    }
}
